package speakers

import (
	"strings"

	"onrecord/news"
)

// surnameBodies are words of institutions that are surnames as well.
var surnameBodies = set("church post press house park guard cross star front court watch mission co forum labs hall brothers power water steel mines homes gas teachers capital")

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

// classify settles the kind of a run without a title, and takes off what
// stands before the name proper.
func (s *scanner) classify(n *naming) {
	full := fold(s.pg.slice(n.from, n.to))
	switch {
	case s.dateline(n):
		n.place = true
		return
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
		switch {
		case n.to-n.from == 2 && s.lx.given[s.pg.low(n.from)] != unknownGender:
			n.kind = news.Person // "Mark English"
		case n.to-n.from == 1 && s.acts(n):
			n.loose = true // "English said": somebody's, if the article has him
		default:
			n.to = n.from // "House Republicans", "Russian": no name
		}
		return
	}
	// Take off what is no part of a person's name: "Republican Jane Roe".
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
		case s.somewhere(n), s.soundsLikePlace(n):
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

// acts tells whether a verb or a possessive stands beside a single word, as
// beside names and hardly beside adjectives.
func (s *scanner) acts(n *naming) bool {
	next := n.to
	return s.pg.tokens[n.from].is(possessive) || next < len(s.pg.tokens) && s.pg.tokens[next].gap == 0 && verbs[s.pg.low(next)] ||
		n.from > 0 && s.pg.tokens[n.from].gap == 0 && saying[s.pg.low(n.from-1)]
}

// dateline tells a place in capitals at the head of a paragraph: "PORT MERROW
// (Coast Wire) —".
func (s *scanner) dateline(n *naming) bool {
	if n.from != 0 || n.to >= len(s.pg.tokens) || s.pg.tokens[n.to].gap&(paren|dash|comma) == 0 {
		return false
	}
	for k := n.from; k < n.to; k++ {
		if !s.pg.tokens[k].is(upper) {
			return false
		}
	}
	return s.pg.tokens[n.to-1].end-s.pg.tokens[n.from].start > 4
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
	return locative[s.pg.low(n.from-1)]
}

// locative are words before places.
var locative = set("in near outside inside at across throughout")

// soundsLikePlace tells "Quay Street" and "Port Merrow" from people.
func (s *scanner) soundsLikePlace(n *naming) bool {
	first, last := s.pg.low(n.from), s.pg.low(n.to-1)
	if _, given := s.lx.given[first]; given || n.from != n.head || s.pg.tokens[n.from].is(abbreviation) && !s.lx.placeWords["first "+first] {
		return false
	}
	return s.lx.placeWords["last "+last] || s.lx.placeWords["first "+first]
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
