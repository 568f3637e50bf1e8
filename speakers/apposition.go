package speakers

import (
	"onrecord/news"
)

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
