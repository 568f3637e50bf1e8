package speakers

// offices are titles that have an "of" or "for" behind them.
var offices = set("secretary director minister commissioner duke prince chief speaker president")

var suffixes = set("jr sr ii iii iv esq phd")

// letters are honours and degrees behind a name, no part of it.
var letters = set("kc qc mp msp mep mla td mbe obe cbe kbe frs md phd cpa jd esq")

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
