package speakers

import (
	"strings"

	"onrecord/news"
)

// roleBehind reads an apposition: "Jane Doe, an aide to Mr. Roe,".
func (s *scanner) roleBehind(n *naming) {
	k := s.asideAt(n)
	if k < 0 {
		return
	}
	from, determined := k, false
	switch s.pg.low(k) {
	case "the", "a", "an", "one", "another":
		from, determined = k+1, true
	case "his", "her", "their", "its":
		determined = true
	}
	first := k
	if determined {
		first++
	}
	noun := s.appositionNoun(first, determined)
	if noun < 0 || s.startsAnother(noun, determined) {
		return
	}
	to := s.appositionEnd(from, noun)
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

// asideAt returns the first word of what a comma or dash sets off behind a
// name, -1 if nothing is. A place, a party and an age are passed over: "Jane Roe
// of Ohio (R), 52, a driver".
func (s *scanner) asideAt(n *naming) int {
	pg, k := s.pg, n.to
	if k >= len(pg.tokens) || pg.tokens[n.to-1].is(possessive) {
		return -1
	}
	if pg.low(k) == "of" && pg.tokens[k].gap == 0 {
		if w := s.placeAt(k + 1); w > 0 {
			k += 1 + w
			n.roleWords = append(n.roleWords, pg.low(k-1))
		}
	}
	if k < len(pg.tokens) && pg.tokens[k].gap&paren != 0 {
		at := k
		for k < len(pg.tokens) && k < at+4 && !(k > at && pg.tokens[k].gap&paren != 0) {
			k++
		}
		if k >= len(pg.tokens) || pg.tokens[k].gap&comma == 0 {
			return -1
		}
	}
	if k+1 < len(pg.tokens) && pg.tokens[k].is(digit) && pg.tokens[k].gap == comma && pg.tokens[k+1].gap&comma != 0 {
		k++
	}
	if k >= len(pg.tokens) || pg.tokens[k].gap&(comma|dash) == 0 || pg.tokens[k].gap&(mark|stop|paren) != 0 {
		return -1
	}
	if k+2 < len(pg.tokens) && pg.low(k) == "who" && (pg.low(k+1) == "is" || pg.low(k+1) == "was") && determiners[pg.low(k+2)] {
		k += 2 // "who is the mayor"
	}
	return k
}

// appositionNoun returns the last noun for a person of the noun phrase that
// begins at word k, -1 if it has none. Without a determiner only words that
// belong to roles may stand before it.
func (s *scanner) appositionNoun(k int, determined bool) int {
	pg, noun := s.pg, -1
	for m := k; m < len(pg.tokens) && m-k < 8; m++ {
		low := pg.low(m)
		if m > k && (pg.tokens[m].gap&^comma != 0 || pg.tokens[m].gap&comma != 0 && !s.lx.modifiers[low]) {
			break
		}
		if s.isRole(m) && !pg.tokens[m].is(possessive) {
			noun = m
			continue
		}
		if phraseEnds(low) || noun >= 0 && !pg.tokens[m].is(capital) {
			break
		}
		if !determined && !s.lx.modifiers[low] && !pg.tokens[m].is(capital) && !pg.tokens[m].is(digit) {
			break
		}
	}
	return noun
}

// phraseEnds tells the words that end a noun phrase or begin its tail.
func phraseEnds(low string) bool {
	return preposition[low] || relativeWord[low] || low == "and" || low == "is" || low == "was" || low == "has" || low == "said"
}

// startsAnother tells whether a noun belongs to somebody named right behind it
// (", Senator John Roe") or to a verb (", husband expecting …").
func (s *scanner) startsAnother(noun int, determined bool) bool {
	next := noun + 1
	if next >= len(s.pg.tokens) || s.pg.tokens[next].gap != 0 {
		return false
	}
	if s.pg.tokens[next].is(capital) && !s.pg.tokens[noun].is(possessive) {
		return true
	}
	low := s.pg.low(next)
	return !determined && !preposition[low] && low != "and" && low != "who" && low != "emeritus"
}

// appositionEnd returns where a role with its tail ends ("aide to Mr. Roe"): at
// the next comma, verb or relative clause.
func (s *scanner) appositionEnd(from, noun int) int {
	pg, to := s.pg, noun+1
	for to < len(pg.tokens) && to-from < roleBehind {
		t, low := pg.tokens[to], pg.low(to)
		if t.gap != 0 && !s.ampersand(to) || t.is(opening) && !pg.tokens[to-1].is(abbreviation) {
			break
		}
		if relativeWord[low] || low == "said" || low == "says" || low == "told" || low == "has" || low == "was" || low == "is" {
			break
		}
		to++
	}
	for to > noun+1 && (preposition[pg.low(to-1)] || pg.low(to-1) == "and") {
		to--
	}
	return to
}

// ampersand tells whether "&" alone parts word k, a capitalised one, from the
// word before: "Sound & Skerry Lines".
func (s *scanner) ampersand(k int) bool {
	pg := s.pg
	return k > 0 && pg.tokens[k].is(capital) && strings.TrimSpace(pg.text[pg.tokens[k-1].end:pg.tokens[k].start]) == "&"
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
