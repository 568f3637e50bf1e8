package speakers

import (
	"onrecord/news"
)

// titular are nouns for a person that stand before a bare surname as titles do.
var titular = set("congressman congresswoman chairman chairwoman king queen prince princess duke duchess baron baroness emperor professor coach councilman councilwoman assemblyman assemblywoman spokesman spokeswoman spokesperson governor senator representative minister democrat republican")

// surnameTitles are titles that are surnames as well: "Angus King".
var surnameTitles = set("king prince duke baron judge dean bishop pope major marshall page cook young price fox ford")

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
		if w := s.pg.low(k + 1); w == "of" || w == "for" || w == "on" {
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

// endsInRole tells whether a run is an office with nobody named: it ends with a
// title that is no surname.
func (s *scanner) endsInRole(i, j int) bool {
	last := s.pg.low(j - 1)
	if s.lx.roles[last].class == noRole || letters[last] && s.plainName(i, j-1) {
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

// plainName tells whether the words [i, j) are two or more, none of which says
// what somebody is or where from: "Sule Inga", but not "Veteran Labour".
func (s *scanner) plainName(i, j int) bool {
	for k := i; k < j; k++ {
		if low := s.pg.low(k); s.lx.plainWord(low) || s.lx.bodyWords[low] || s.placeAt(k) > 0 {
			return false
		}
	}
	return j-i > 1
}

// officeAlone tells "Secretary of State", which names nobody.
func (s *scanner) officeAlone(i, j int) bool {
	for k := i; k+2 < j; k++ {
		if s.pg.low(k+1) == "of" && s.lx.roles[s.pg.low(k)].class == title {
			return true
		}
	}
	return false
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
