package speakers

import (
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
	where          bool             // stands where places do: "in Elmbridge"
	opened         bool             // opens a sentence with a word that is no known given name
	unsure         bool             // several have this surname
	entity         int
}

// particles join the words of a name though they are small.
var particles = set("bin ibn al el de del della di da dos das du la le van von der den ter ten zu abu ben")

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
	if s.lx.given[low] != unknownGender && s.joined(i+1) && s.pg.tokens[i+1].is(capital) {
		return true // "its treasurer, Per Lindqvist"
	}
	return t.end-t.start >= 4 && (i+1 < len(s.pg.tokens)) && !t.is(upper) || s.placeAt(i) > 1
}

func (s *scanner) knownNumber(i int) bool {
	return s.joined(i+1) && s.lx.known[s.pg.low(i)+" "+s.pg.low(i+1)]
}

// joined tells whether word i goes on from the word before with nothing but
// white space between.
func (s *scanner) joined(i int) bool {
	return i > 0 && i < len(s.pg.tokens) && s.pg.tokens[i].gap == 0 && (!s.pg.tokens[i-1].is(possessive) || s.ownedBy(i)) &&
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

// longestRun is the most words of a name with its title; more are no name.
const longestRun = 16

// run reads the capitalised words [i, j): what in them is title and what name.
func (s *scanner) run(i, j int) {
	for i < j && s.pg.tokens[i].is(opening) && s.lx.openers[s.pg.low(i)] && !s.pg.tokens[i].is(abbreviation|upper) && !(s.lx.given[s.pg.low(i)] != unknownGender && j > i+1) && s.placeAt(i) < 2 {
		i++
	}
	for i < j && !s.pg.tokens[i].is(capital) && !s.pg.tokens[i].is(digit) {
		i++
	}
	if i >= j || j-i > longestRun {
		return
	}
	n := naming{page: s.no, head: i, from: i, to: j}
	if s.endsInRole(i, j) {
		return // "the Attorney General": a description, not a name
	}
	if at := s.titleIn(i, j); at >= 0 {
		n.from = at + 1
		for n.from < j && (!s.pg.tokens[n.from].is(capital) || preposition[s.pg.low(n.from)]) {
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

// finish completes a naming whose name is known: suffix, title and role, and
// whether its capital may come from its place alone.
func (s *scanner) finish(n *naming) {
	pg := s.pg
	end := n.to
	for end > n.from+1 && pg.tokens[end-1].is(upper) && letters[pg.low(end-1)] {
		end--
		n.to = end
	}
	for end > n.from+1 && suffixes[pg.low(end-1)] {
		end--
		n.suffix = pg.low(end)
	}
	if end == n.to && n.to < len(pg.tokens) && pg.tokens[n.to].gap&^comma == 0 && !pg.tokens[n.to].is(opening) && suffixes[pg.low(n.to)] && pg.tokens[n.to].is(capital) {
		n.suffix = pg.low(n.to)
		n.to++
	}
	for k := n.from; k < end; k++ {
		n.parts = append(n.parts, pg.low(k))
	}
	n.article = n.head > 0 && pg.tokens[n.head].gap == 0 && pg.low(n.head-1) == "the"
	if n.head > 0 && n.kind == "" && pg.tokens[n.head].gap == 0 {
		n.where = locative[pg.low(n.head-1)]
	}
	_, given := s.lx.given[n.parts[0]]
	n.opened = n.head == n.from && len(n.parts) > 1 && pg.tokens[n.from].is(opening) && !given && !pg.tokens[n.from].is(abbreviation)
	n.doubtful = n.head == n.from && len(n.parts) == 1 && pg.tokens[n.from].is(opening) && n.kind == ""
	if n.loose {
		s.out = append(s.out, *n)
		return
	}
	if n.kind == news.Person || n.kind == "" && !n.place {
		s.titles(n)
		s.party(n)
		s.roleInFront(n)
		if n.kind == news.Person {
			s.roleBehind(n)
		} else if n.role == "" && !n.article {
			s.roleBehind(n)
			if n.role != "" {
				n.kind = news.Person
			}
		}
		if n.role == "" {
			s.roleBeforeComma(n)
		}
	}
	for k := len(s.out) - 1; k >= 0 && s.out[k].to > n.head; k-- {
		s.out[k].nested = true
	}
	s.out = append(s.out, *n)
}
