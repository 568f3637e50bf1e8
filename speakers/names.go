package speakers

import (
	"strings"

	"onrecord/news"
)

// naming is one place that names somebody or something. Numbers are words of
// its page: the mention is [head, to), the name [from, to).
type naming struct {
	page           int
	head, from, to int
	kind           news.SpeakerKind // "" for a single word of which the kind is open
	place          bool             // a place that is no country
	parts          []string         // the name's words, folded, without suffix
	suffix         string           // jr, sr, ii, iii
	sex            gender           // what title or role tell
	role           string           // as the article gives it
	roleWords      []string         // the nouns of the role, folded
	behind         int              // where the role ends that stands behind the name, 0 if none does
	nested         bool             // stands inside another mention's role
	doubtful       bool             // a single word whose capital may come from its place
	article        bool             // "the" stands before it
	loose          bool             // a word of a headline: a name only if the article has it elsewhere
	unsure         bool             // several have this surname
	entity         int
}

// particles join the words of a name though they are small.
var particles = set("bin ibn al el de del della di da dos das du la le van von der den ter ten zu abu ben")

// offices are titles that have an "of" or "for" behind them.
var offices = set("secretary director minister commissioner duke prince chief speaker president")

var suffixes = set("jr sr ii iii iv esq phd")

// titular are nouns for a person that stand before a bare surname as titles do.
var titular = set("congressman congresswoman chairman chairwoman king queen prince princess duke duchess baron baroness emperor professor coach councilman councilwoman assemblyman assemblywoman spokesman spokeswoman spokesperson governor senator representative minister")

// surnameTitles are titles that are surnames as well: "Angus King".
var surnameTitles = set("king prince duke baron judge dean bishop pope major marshall page cook young price fox ford")

// surnameBodies are words of institutions that are surnames as well.
var surnameBodies = set("church post press house park guard cross star front court watch mission co forum labs hall brothers")

// scanner finds the names on a page.
type scanner struct {
	lx  *lexicon
	pg  *page
	no  int
	out []naming
}

// scan finds the names of a page in order. A name may stand inside the role of
// the one after it; such a one is nested.
func scan(lx *lexicon, pg *page, no int) []naming {
	s := scanner{lx: lx, pg: pg, no: no}
	if pg.headline {
		return s.headline()
	}
	for i := 0; i < len(pg.tokens); {
		if !s.begins(i) {
			i++
			continue
		}
		j := s.runEnd(i)
		s.run(i, j)
		i = j
	}
	return s.out
}

// begins tells whether a name may begin with word i.
func (s *scanner) begins(i int) bool {
	t := s.pg.tokens[i]
	if !t.is(capital) && !(t.is(digit) && s.knownNumber(i)) {
		return false
	}
	low := s.pg.low(i)
	if partyTag(s.pg.word(i), t.gap) {
		return false
	}
	if t.end-t.start == 1 && low == "i" || low == "i'm" || low == "i'd" || low == "i've" || low == "i'll" {
		return false
	}
	if s.lx.calendar[low] {
		return s.lx.given[low] != unknownGender && s.joined(i+1) && s.pg.tokens[i+1].is(capital)
	}
	if !s.lx.openers[low] || t.is(abbreviation) && t.end-t.start > 2 || t.is(upper) && low == "us" {
		return true
	}
	if t.is(opening) {
		// "Will Smith said", "Long Island": the next word decides.
		return s.lx.given[low] != unknownGender && s.joined(i+1) && s.pg.tokens[i+1].is(capital) && !t.is(possessive) || s.placeAt(i) > 1
	}
	return t.end-t.start >= 4 && (i+1 < len(s.pg.tokens)) && !t.is(upper) || s.placeAt(i) > 1
}

// partyTag tells "R-Fla.", "(D)" and "I-Vt.", which stand behind a name.
func partyTag(w string, before gap) bool {
	if w[0] != 'R' && w[0] != 'D' && w[0] != 'I' {
		return false
	}
	return len(w) == 1 && before&paren != 0 || len(w) > 2 && w[1] == '-' && before&(paren|comma) != 0
}

func (s *scanner) knownNumber(i int) bool {
	return s.joined(i+1) && s.lx.known[s.pg.low(i)+" "+s.pg.low(i+1)]
}

// joined tells whether word i goes on from the word before with nothing but
// white space between.
func (s *scanner) joined(i int) bool {
	return i > 0 && i < len(s.pg.tokens) && s.pg.tokens[i].gap == 0 && !s.pg.tokens[i-1].is(possessive) &&
		(!s.pg.tokens[i].is(opening) || s.pg.tokens[i-1].is(abbreviation))
}

// placeAt returns how many words from i on name a country, a place or a known
// institution, 0 if none do.
func (s *scanner) placeAt(i int) int {
	k := ""
	n := 0
	for j := i; j < len(s.pg.tokens) && j < i+s.lx.longest; j++ {
		if j > i {
			if !s.joined(j) {
				break
			}
			k += " "
		}
		k += s.pg.low(j)
		if s.lx.known[k] || s.lx.places[k] || s.isCountry(k) {
			n = j - i + 1
		}
	}
	return n
}

func (s *scanner) isCountry(k string) bool {
	_, ok := s.lx.countries[k]
	return ok
}

// runEnd returns the end of the run of capitalised words that begins at i.
func (s *scanner) runEnd(i int) int {
	for j := i; ; j++ {
		low := s.pg.low(j)
		body := s.lx.bodyWords[low] || offices[low] || s.ofBefore(i, j) // an "of" may follow
		next := j + 1
		if !s.joined(next) {
			return next
		}
		t := s.pg.tokens[next]
		nlow := s.pg.low(next)
		if j > i && t.is(capital) && !t.is(upper) && s.shouted(j) && s.shouted(j-1) {
			return next // a headline ends, a name begins
		}
		switch {
		case t.is(capital) && s.lx.calendar[nlow]:
			if s.lx.given[low] == unknownGender {
				return next
			}
		case t.is(capital) && nlow != "i" && !(s.lx.openers[nlow] && t.end-t.start < 4 && !t.is(abbreviation|upper)):
		case t.is(digit) && s.lx.known[s.pg.slice(i, next+1)]:
		case particles[nlow] && s.capitalAfter(next, 2) && s.lx.roles[low].class != roleNoun && !s.lx.places[low]:
		case (nlow == "of" || nlow == "for" || nlow == "on") && body && s.capitalAfter(next, 2) && !s.pg.tokens[j].is(abbreviation):
			if s.joined(next+1) && s.pg.low(next+1) == "the" {
				j++
			}
			if s.joined(j+2) && s.pg.tokens[j+2].is(capital) && s.lx.calendar[s.pg.low(j+2)] {
				return next
			}
		case nlow == "and" && body && s.ofBefore(i, j) && s.capitalAfter(next, 1) && s.lx.given[s.pg.low(next+1)] == unknownGender && s.lx.roles[s.pg.low(next+1)].class == noRole && s.placeAt(next+1) == 0:
		default:
			return next
		}
	}
}

// shouted tells a word in capitals that is too long for an abbreviation.
func (s *scanner) shouted(i int) bool {
	t := s.pg.tokens[i]
	return t.is(upper) && t.end-t.start >= 4
}

// ofBefore tells whether "of" or "for" stands between words i and j: only then
// does "and" go on inside a name ("Department of Health and Human Services").
func (s *scanner) ofBefore(i, j int) bool {
	for k := max(i, j-3); k <= j; k++ {
		if w := s.pg.word(k); w == "of" || w == "for" || w == "on" {
			return true
		}
	}
	return false
}

// capitalAfter tells whether a capitalised word follows word i, at most n
// small words (particles, "the") in between counted with it.
func (s *scanner) capitalAfter(i, n int) bool {
	for j := i + 1; j <= i+n; j++ {
		if !s.joined(j) {
			return false
		}
		if s.pg.tokens[j].is(capital) {
			return true
		}
		if w := s.pg.low(j); w != "the" && !particles[w] {
			return false
		}
	}
	return false
}

// run reads the capitalised words [i, j): what in them is title and what name.
func (s *scanner) run(i, j int) {
	for i < j && s.pg.tokens[i].is(opening) && s.lx.openers[s.pg.low(i)] && !s.pg.tokens[i].is(abbreviation|upper) && !(s.lx.given[s.pg.low(i)] != unknownGender && j > i+1) && s.placeAt(i) < 2 {
		i++
	}
	for i < j && !s.pg.tokens[i].is(capital) && !s.pg.tokens[i].is(digit) {
		i++
	}
	if i >= j {
		return
	}
	n := naming{page: s.no, head: i, from: i, to: j}
	if s.endsInRole(i, j) {
		return // "the Attorney General": a description, not a name
	}
	if at := s.titleIn(i, j); at >= 0 {
		n.from = at + 1
		for n.from < j && !s.pg.tokens[n.from].is(capital) {
			n.from++
		}
		if n.from >= j {
			return
		}
		n.kind = news.Person
	} else if s.officeAlone(i, j) {
		return
	}
	if n.kind == "" {
		s.classify(&n)
	}
	if n.to <= n.from {
		return
	}
	s.finish(&n)
}

// titleIn returns the last word of [i, j) that is a title of the name behind
// it, -1 if none is.
func (s *scanner) titleIn(i, j int) int {
	if j-i >= 2 && s.bodyEnd(i, j) {
		// "Justice Department": no title, unless one stands after the body.
		return -1
	}
	for k := j - 2; k >= i; k-- {
		low := s.pg.low(k)
		r := s.lx.roles[low]
		if r.class == noRole || !s.pg.tokens[k].is(capital) {
			continue
		}
		if r.class == roleNoun && j-k == 2 && k == i && !titular[low] && !s.pg.tokens[k].is(opening) {
			continue // "Mother Roe" may be anything
		}
		if s.lx.given[low] != unknownGender && (j-k == 2 || r.class == roleNoun) && !s.pg.tokens[k].is(abbreviation) {
			continue
		}
		if k > i && s.lx.given[s.pg.low(k-1)] != unknownGender && s.lx.roles[s.pg.low(k-1)].class == noRole && surnameTitles[low] {
			continue
		}
		if w := s.pg.word(k + 1); w == "of" || w == "for" || w == "on" {
			// "Secretary of State Hillary Clinton": the office ends where the
			// given name begins.
			return s.officeEnd(k, j)
		}
		if s.lx.bodyWords[s.pg.low(k+1)] && j-k == 2 {
			return -1
		}
		return k
	}
	return -1
}

// officeEnd returns the last word of an office with "of" in it that begins at
// k, or -1 when no name follows it.
func (s *scanner) officeEnd(k, j int) int {
	for m := k + 2; m < j; m++ {
		if s.lx.given[s.pg.low(m)] != unknownGender && m+1 < j && m > k+2 {
			return m - 1
		}
	}
	for m := k + 2; m < j-1; m++ {
		if w := s.pg.low(m); w == "state" || w == "staff" || w == "defense" || w == "defence" || w == "treasury" || w == "war" {
			return m
		}
	}
	return -1
}

// bodyEnd tells whether the run is an institution's name to its end.
func (s *scanner) bodyEnd(i, j int) bool {
	low := s.pg.low(j - 1)
	if s.lx.known[fold(s.pg.slice(i, j))] {
		return true
	}
	if !s.lx.bodyWords[low] {
		for k := i + 1; k < j-1; k++ {
			if w := s.pg.word(k); (w == "of" || w == "for" || w == "on") && s.lx.bodyWords[s.pg.low(k-1)] && s.lx.roles[s.pg.low(k-1)].class == noRole {
				// "Department of Homeland Security": unless a title and a name follow.
				for m := k + 1; m < j-1; m++ {
					if s.lx.roles[s.pg.low(m)].class != noRole && s.pg.tokens[m].is(capital) && s.lx.given[s.pg.low(m+1)] != unknownGender {
						return false
					}
				}
				return true
			}
		}
		return false
	}
	if j-i == 2 && (s.lx.given[s.pg.low(i)] != unknownGender || s.lx.roles[s.pg.low(i)].class == title) && surnameBodies[low] {
		return false
	}
	return true
}

// endsInRole tells whether a run is an office with nobody named: it ends with a
// title that is no surname.
func (s *scanner) endsInRole(i, j int) bool {
	last := s.pg.low(j - 1)
	if s.lx.roles[last].class == noRole {
		return false
	}
	if j-i == 1 && i > 0 && s.pg.tokens[i].gap == 0 && (s.pg.low(i-1) == "a" || s.pg.low(i-1) == "an") {
		return true // "a Marine"
	}
	if j-i == 1 && (surnameTitles[last] || s.lx.given[last] != unknownGender) {
		return s.pg.tokens[i].is(opening)
	}
	if j-i == 1 {
		return true
	}
	before := s.lx.roles[s.pg.low(j-2)].class
	if s.pg.tokens[j-2].is(abbreviation) && before != title || before == honorific {
		return false // "J. Page", "Mr. Speaker"
	}
	if before == noRole && (s.lx.given[s.pg.low(j-2)] != unknownGender || s.lx.given[s.pg.low(i)] != unknownGender) {
		return false
	}
	if surnameTitles[last] && (before == title || j-i == 2 && before == noRole && s.placeAt(i) == 0) {
		return false // "Senator King", "Alveda King"
	}
	return true
}

// officeAlone tells "Secretary of State", which names nobody.
func (s *scanner) officeAlone(i, j int) bool {
	for k := i; k+2 < j; k++ {
		if s.pg.word(k+1) == "of" && s.lx.roles[s.pg.low(k)].class == title {
			return true
		}
	}
	return false
}

// classify settles the kind of a run without a title, and takes off what
// stands before the name proper.
func (s *scanner) classify(n *naming) {
	full := fold(s.pg.slice(n.from, n.to))
	switch {
	case s.isCountry(full) || s.lx.capitals[full]:
		n.kind = news.Country
		return
	case s.lx.known[full]:
		n.kind = news.Institution
		return
	case s.lx.places[full]:
		n.place = true
		return
	}
	if k := s.placeAt(n.from); k > 0 && n.to-n.from-k >= 2 && s.isCountry(fold(s.pg.slice(n.from, n.from+k))) && s.bodyEnd(n.from+k, n.to) {
		n.from += k // "U.S. State Department"
	}
	if s.bodyEnd(n.from, n.to) {
		if n.to-n.from == 1 && s.pg.tokens[n.from].is(opening) {
			n.to = n.from
			return
		}
		n.kind = news.Institution
		return
	}
	last := s.pg.low(n.to - 1)
	if s.lx.people[last] || s.lx.isDemonym(last) || s.lx.things[last] {
		n.to = n.from // "House Republicans", "Russian": no name
		return
	}
	// "Republican Ted Cruz", "Florida's", "New York Mayor …" have lost their titles here.
	for n.to-n.from >= 2 {
		low := s.pg.low(n.from)
		if n.to-n.from >= 3 && (s.lx.people[low] || s.lx.isDemonym(low)) {
			n.from++
			n.kind = news.Person
			continue
		}
		if k := s.givenInside(n); k > n.from {
			n.from = k
			continue
		}
		if k := s.placeAt(n.from); k > 0 && k < n.to-n.from && s.lx.given[s.pg.low(n.from+k)] != unknownGender {
			n.from += k
			continue
		}
		break
	}
	if n.to-n.from >= 2 {
		switch {
		case !s.commonPerson(n):
			n.kind = news.Institution
		case s.somewhere(n):
			n.place = true
		default:
			n.kind = news.Person
		}
		return
	}
	w := s.pg.word(n.from)
	if strings.ContainsRune(w, '.') && len(w) > 4 && !s.pg.tokens[n.from].is(abbreviation) || oddlyBuilt(w) {
		n.kind = news.Institution
	} else if s.pg.tokens[n.from].is(upper) || s.pg.tokens[n.from].is(abbreviation) && len(w) > 2 {
		n.kind = news.Institution
	}
}

// somewhere tells whether a name without a known given name stands where a
// place does: "in Santa Rosalia".
func (s *scanner) somewhere(n *naming) bool {
	if n.from == 0 || s.pg.tokens[n.from].gap != 0 || n.from != n.head || s.pg.tokens[n.to-1].is(possessive) {
		return false
	}
	if _, given := s.lx.given[s.pg.low(n.from)]; given || s.pg.tokens[n.from].is(abbreviation) {
		return false
	}
	switch s.pg.low(n.from - 1) {
	case "in", "near", "outside", "inside", "at":
		return true
	}
	return false
}

// givenInside returns where the person's name begins in a run that opens with
// other capitalised words: "Ask Jane Doe", "Electing Jane Doe", "Ten Dull Things
// Jane Doe". It returns n.from where the run may be a name from its start.
func (s *scanner) givenInside(n *naming) int {
	first := s.pg.low(n.from)
	if s.lx.given[first] != unknownGender || s.pg.tokens[n.from].is(abbreviation) {
		return n.from
	}
	for k := n.to - 2; k > n.from && k >= n.to-3; k-- {
		if s.lx.given[s.pg.low(k)] == unknownGender || s.lx.given[s.pg.low(k-1)] != unknownGender || particles[s.pg.low(k-1)] {
			continue
		}
		verb := s.pg.tokens[n.from].is(opening) && strings.HasSuffix(first, "ing")
		if k-n.from >= 2 || verb || s.lx.ordinary[first] || s.lx.openers[first] {
			return k
		}
	}
	return n.from
}

// commonPerson tells whether a run of two words or more looks like a person.
func (s *scanner) commonPerson(n *naming) bool {
	first := s.pg.low(n.from)
	if s.lx.given[first] != unknownGender || s.pg.tokens[n.from].is(abbreviation) {
		return true
	}
	if _, both := s.lx.given[first]; both {
		return true
	}
	for k := n.from; k < n.to; k++ {
		w := s.pg.word(k)
		if s.pg.tokens[k].is(digit) || w == "of" || w == "for" || s.lx.bodyWords[s.pg.low(k)] || strings.ContainsRune(w, '&') {
			return false
		}
	}
	if n.from > 0 && s.pg.low(n.from-1) == "the" && s.pg.tokens[n.from].gap == 0 {
		return false
	}
	return n.to-n.from <= 4
}

// oddlyBuilt tells names like "EgyptAir" and "HuffPost" from "McCain".
func oddlyBuilt(w string) bool {
	for i := 1; i < len(w); i++ {
		if w[i] >= 'A' && w[i] <= 'Z' && w[i-1] >= 'a' && w[i-1] <= 'z' {
			p := w[:i]
			return p != "Mc" && p != "Mac" && p != "De" && p != "Di" && p != "La" && p != "Le" && p != "Du" && p != "Van" && p != "Fitz" && p != "Da" && p != "Al" && p != "Des" && p != "Del" && i > 2
		}
	}
	return false
}
