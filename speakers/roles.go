package speakers

import (
	"strings"

	"onrecord/news"
)

// Limits of a role, in words: longer ones are no roles but stories.
const (
	roleBefore = 10
	roleBehind = 16
)

// finish completes a naming whose name is known: suffix, title and role, and
// whether its capital may come from its place alone.
func (s *scanner) finish(n *naming) {
	pg := s.pg
	end := n.to
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
	n.doubtful = n.head == n.from && len(n.parts) == 1 && pg.tokens[n.from].is(opening) && n.kind == ""
	if n.kind == news.Person || n.kind == "" && !n.place {
		s.titles(n)
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

// titles reads the titles inside the run, the words [head, from).
func (s *scanner) titles(n *naming) {
	if n.head == n.from {
		return
	}
	if len(s.roleNouns(n.head, n.from)) == 0 {
		n.head = n.from // "Ten Things Jane Roe": what stands in front is no role
		return
	}
	last := s.pg.low(n.from - 1)
	if r := s.lx.roles[last]; r.class != noRole {
		n.kind = news.Person
		if r.sex != unknownGender {
			n.sex = r.sex
		}
		if r.class == honorific && n.from-n.head == 1 {
			return
		}
	}
	to := n.from
	for to > n.head && s.lx.roles[s.pg.low(to-1)].class == honorific && to-1 > n.head {
		to--
	}
	s.setRole(n, n.head, to)
}

// setRole keeps the words [i, j) as the role of n.
func (s *scanner) setRole(n *naming, i, j int) {
	n.role = strings.TrimSpace(s.pg.slice(i, j))
	n.roleWords = s.roleWords(i, j, n.roleWords)
	for k := i; k < j; k++ {
		if r := s.lx.roles[s.pg.low(k)]; r.sex != unknownGender && n.sex == unknownGender && (k+1 == j || r.class == roleNoun) && !s.pg.tokens[k].is(possessive) {
			n.sex = r.sex
		}
	}
}

// roleWords collects the words of [i, j) that say what somebody is: the nouns,
// and capitalised words that tell which ("Florida", "Republican").
func (s *scanner) roleWords(i, j int, dst []string) []string {
	for k := i; k < j; k++ {
		low := s.pg.low(k)
		if s.lx.roles[low].class != noRole && !s.pg.tokens[k].is(possessive) || s.pg.tokens[k].is(capital) || s.lx.modifiers[low] || s.lx.places[low] {
			dst = append(dst, low)
		}
		if h := strings.IndexByte(low, '-'); h > 0 && s.lx.roles[low[h+1:]].class != noRole {
			dst = append(dst, low[h+1:])
		}
	}
	return dst
}

// roleNouns returns the nouns for a person among the words [i, j), those for a
// party's people included.
func (s *scanner) roleNouns(i, j int) []string {
	var out []string
	for k := i; k < j; k++ {
		if low := s.pg.low(k); s.lx.roles[low].class != noRole || s.lx.people[low] {
			out = append(out, low)
		}
	}
	return out
}

// isRole tells whether word k is a noun for a person.
func (s *scanner) isRole(k int) bool {
	low := s.pg.low(k)
	if c := s.lx.roles[low].class; c == title || c == roleNoun {
		return true
	}
	if h := strings.LastIndexByte(low, '-'); h > 0 && s.lx.roles[low[h+1:]].class >= title {
		return true
	}
	return false
}

// roleInFront takes small words of a role before the name into the mention:
// "Kremlin spokesperson Dmitry Peskov", "former President Bill Clinton".
func (s *scanner) roleInFront(n *naming) {
	pg := s.pg
	start, noun := n.head, n.head < n.from && n.role != ""
	for k := n.head - 1; k >= 0 && n.head-k <= roleBefore; k-- {
		if pg.tokens[k+1].gap != 0 || pg.tokens[k+1].is(opening) && !pg.tokens[k].is(abbreviation) {
			break
		}
		low := pg.low(k)
		if pg.tokens[k].is(possessive) {
			// "Russia's Deputy Foreign Minister", "Trump's campaign manager"
			if pg.tokens[k].is(capital) && noun && start < n.from {
				start = s.nameStart(k)
			}
			break
		}
		switch {
		case s.isRole(k) && !pg.tokens[k].is(capital):
			noun = true
			start = k
			continue
		case pg.tokens[k].is(opening) && s.lx.openers[low] && !pg.tokens[k].is(abbreviation) && s.placeAt(k) < 2:
		case s.lx.modifiers[low]:
			if pg.tokens[k].is(capital) && pg.tokens[k].is(opening) || noun || low == "former" || low == "then" || low == "acting" {
				start = k
			}
			continue
		case pg.tokens[k].is(capital) && noun, s.lx.bodyNouns[low] && noun:
			start = k
			continue
		case low == "and" && noun && k > 0 && s.isRole(k-1) && !pg.tokens[k-1].is(capital) && pg.tokens[k].gap == 0:
			continue
		case low == "of" && k > 0 && offices[pg.low(k-1)] && pg.tokens[k].gap == 0 && n.from-k <= 3 && n.from-k > 1:
			noun = true // "secretary of state Jane Roe"
			continue
		}
		break
	}
	if start == n.head || !noun {
		return
	}
	if s.lx.honorOnly(pg, n) {
		n.roleWords = nil
	}
	n.kind = news.Person
	n.head = start
	to := n.from
	for to > start && s.lx.roles[pg.low(to-1)].class == honorific {
		to--
	}
	s.setRole(n, start, to)
}

// honorOnly tells whether the run's own title is a mere honorific.
func (lx *lexicon) honorOnly(pg *page, n *naming) bool {
	return n.head < n.from && lx.roles[pg.low(n.from-1)].class == honorific
}

// nameStart returns where the name that ends with word k begins, as far as it
// was found; k itself otherwise.
func (s *scanner) nameStart(k int) int {
	for m := len(s.out) - 1; m >= 0 && m >= len(s.out)-3; m-- {
		if s.out[m].to == k+1 {
			return s.out[m].head
		}
	}
	return k
}

// roleBehind reads an apposition: "Jane Doe, an aide to Mr. Roe,".
func (s *scanner) roleBehind(n *naming) {
	pg := s.pg
	k := n.to
	if k >= len(pg.tokens) || pg.tokens[n.to-1].is(possessive) {
		return
	}
	if pg.low(k) == "of" && pg.tokens[k].gap == 0 { // "Jane Roe of Ohio, a Republican"
		if w := s.placeAt(k + 1); w > 0 {
			k += 1 + w
			n.roleWords = append(n.roleWords, pg.low(k-1))
		}
		if k >= len(pg.tokens) {
			return
		}
	}
	if pg.tokens[k].gap&paren != 0 { // "(R-Fla.)", "(D)"
		at := k
		for k < len(pg.tokens) && k < at+4 && !(k > at && pg.tokens[k].gap&paren != 0) {
			k++
		}
		if k >= len(pg.tokens) || pg.tokens[k].gap&comma == 0 {
			return
		}
	}
	if pg.tokens[k].is(digit) && pg.tokens[k].gap == comma && k+1 < len(pg.tokens) && pg.tokens[k+1].gap&comma != 0 {
		k++ // the age
	}
	if k >= len(pg.tokens) || pg.tokens[k].gap&(comma|dash) == 0 || pg.tokens[k].gap&(mark|stop|paren) != 0 {
		return
	}
	if k+2 < len(pg.tokens) && pg.low(k) == "who" && (pg.low(k+1) == "is" || pg.low(k+1) == "was") && (pg.low(k+2) == "the" || pg.low(k+2) == "a" || pg.low(k+2) == "an") {
		k += 2
	}
	from, noun := k, -1
	determined := false
	switch pg.low(k) {
	case "the", "a", "an", "one", "another":
		from, determined = k+1, true
		k++
	case "his", "her", "their", "its":
		determined = true
		k++
	}
	for m := k; m < len(pg.tokens) && m-k < 8; m++ {
		if m > k && pg.tokens[m].gap&^comma != 0 || m > k && pg.tokens[m].gap&comma != 0 && !s.lx.modifiers[pg.low(m)] {
			break
		}
		low := pg.low(m)
		if s.isRole(m) && !pg.tokens[m].is(possessive) {
			noun = m
			continue
		}
		if preposition[low] || low == "who" || low == "and" || low == "that" || low == "is" || low == "was" || low == "has" || low == "said" {
			break
		}
		if noun >= 0 && !pg.tokens[m].is(capital) {
			break
		}
		if !determined && !s.lx.modifiers[low] && !pg.tokens[m].is(capital) && !pg.tokens[m].is(digit) {
			break
		}
	}
	if noun < 0 || noun == from && pg.tokens[noun].is(capital) && !determined && s.lx.roles[pg.low(noun)].class != roleNoun && noun+1 < len(pg.tokens) && pg.tokens[noun+1].gap == 0 && pg.tokens[noun+1].is(capital) {
		return // ", Senator John Roe": another person
	}
	if noun+1 < len(pg.tokens) && pg.tokens[noun+1].gap == 0 && pg.tokens[noun+1].is(capital) && !pg.tokens[noun].is(possessive) && pg.low(noun) != "democrat" {
		return // ", campaign manager Jim Roe": another person
	}
	if !determined && noun+1 < len(pg.tokens) && pg.tokens[noun+1].gap == 0 {
		if w := pg.low(noun + 1); !preposition[w] && w != "and" && w != "who" && w != "emeritus" {
			return // ", husband expecting …"
		}
	}
	to := noun + 1
	for to < len(pg.tokens) && to-from < roleBehind {
		t := pg.tokens[to]
		if t.gap != 0 || t.is(opening) && !pg.tokens[to-1].is(abbreviation) {
			break
		}
		low := pg.low(to)
		if relativeWord[low] || low == "said" || low == "says" || low == "told" || low == "has" || low == "was" || low == "is" || low == "that" {
			break
		}
		to++
	}
	for to > noun+1 && (preposition[pg.low(to-1)] || pg.low(to-1) == "and") {
		to--
	}
	if s.namesAnother(noun+1, to) {
		return
	}
	n.behind = to
	if n.role == "" {
		s.setRole(n, from, to)
	} else {
		n.roleWords = s.roleWords(from, to, n.roleWords)
	}
}

// namesAnother tells whether the words [i, j) end with a person's name that
// belongs to the role in front of it: ", ambassador for trade Jane Roe".
func (s *scanner) namesAnother(i, j int) bool {
	k := j
	for k > i && s.pg.tokens[k-1].is(capital) {
		k--
	}
	if k == j || k == i || s.lx.given[s.pg.low(k)] == unknownGender {
		return false
	}
	before := s.pg.low(k - 1)
	return !preposition[before] && before != "and" && before != "the" && !s.pg.tokens[k-1].is(possessive)
}

// roleBeforeComma reads the other order: "the White House spokesman, Jane Doe,".
func (s *scanner) roleBeforeComma(n *naming) {
	pg := s.pg
	k := n.head - 1
	if k < 1 || pg.tokens[n.head].gap != comma || !s.isRole(k) && !s.officeOf(k) || pg.tokens[k].is(possessive) {
		return
	}
	if n.to < len(pg.tokens) && pg.tokens[n.to].gap == 0 && !pg.tokens[n.to-1].is(possessive) {
		if w := pg.low(n.to); w == "and" || w == "or" {
			return // a list
		}
	}
	from := -1
	for m := k; m >= 0 && k-m < roleBefore; m-- {
		low := pg.low(m)
		if relativeWord[low] {
			break
		}
		if low == "the" && m > 0 && (pg.low(m-1) == "of" || pg.low(m-1) == "for") && m < k {
			continue // "secretary for the coast"
		}
		if low == "the" || low == "a" || low == "an" {
			from = m + 1
			break
		}
		if low == "his" || low == "her" || low == "their" || low == "its" || pg.tokens[m].is(possessive) {
			from = m
			if pg.tokens[m].is(possessive) {
				from = s.nameStart(m)
			}
			break
		}
		if m < k && low == "and" || pg.tokens[m].gap != 0 {
			break
		}
	}
	if from < 0 || from > k {
		return
	}
	n.kind = news.Person
	s.setRole(n, from, k+1)
}

// officeOf tells whether word k ends an office named with "of": "the governor
// of Texas, Jane Doe".
func (s *scanner) officeOf(k int) bool {
	for m := k - 1; m > 0 && m > k-5; m-- {
		if s.pg.tokens[m+1].gap != 0 {
			return false
		}
		if w := s.pg.low(m); (w == "of" || w == "for") && m > 0 && s.isRole(m-1) {
			return true
		}
	}
	return false
}

var preposition = set("of for at in from to with on by about against under among near after during behind inside outside around within between over into through since than like as")
