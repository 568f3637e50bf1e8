package speakers

import (
	"strings"

	"onrecord/news"
)

// misspelt finds a card's name with a slip at word i.
func (f *finder) misspelt(i int) (Found, int, bool) {
	t := f.pg.tokens[i]
	low := f.pg.low(i)
	if len(low) < 4 || f.lx.plainWord(low) || answering[low] || asking[low] {
		return Found{}, 0, false
	}
	if f.placeOrCountry(low) {
		return Found{}, 0, false
	}
	for j := min(i+3, len(f.pg.tokens)); j > i; j-- {
		if !f.together(i, j) {
			continue
		}
		var q []string
		for k := i; k < j; k++ {
			q = append(q, f.pg.low(k))
		}
		asked := f.asked(i, j)
		if j-i == 1 && !asked && (!t.is(capital) || i == 0 || len(low) < sureLength || f.partOf(i, j)) {
			continue
		}
		if j-i > 1 && f.lx.openers[q[len(q)-1]] {
			continue
		}
		if _, other := f.lx.given[low]; other && j-i == 1 {
			continue // a name of its own right
		}
		at, likely := f.nearest(q)
		if j-i == 1 && !asked && likely > 0 && distance(low, f.surname(at[0]), 1) > 1 {
			continue
		}
		if likely > 0 && (j-i == 1 || f.allNear(q, at[0])) {
			return f.found(i, j, f.take(at[:likely]), true), j, true
		}
	}
	return Found{}, 0, false
}

// sureLength is how many letters a misspelt surname must have where nothing but
// its capital says that it is one.
const sureLength = 6

// surname is the last word of a card's name.
func (f *finder) surname(card int) string {
	name := f.entries[card].name
	if len(name) == 0 {
		return ""
	}
	return name[len(name)-1]
}

// allNear tells whether a card has a form of as many words, each near the
// typed one.
func (f *finder) allNear(q []string, card int) bool {
	for _, form := range f.entries[card].forms {
		if len(form) != len(q) {
			continue
		}
		ok := true
		for k := range q {
			if q[k] != form[k] {
				_, like := near(q[k], form[k])
				ok = ok && like
			}
		}
		if ok {
			return true
		}
	}
	return false
}

func (f *finder) placeOrCountry(w string) bool {
	_, country := f.lx.countries[w]
	return country || f.lx.places[w] || f.lx.capitals[w] || f.lx.known[w]
}

// unknown finds a name at word i that no card has.
func (f *finder) unknown(i int) (Found, int, bool) {
	for _, n := range f.names {
		if n.from != i || len(n.parts) == 0 {
			continue
		}
		if n.doubtful && !f.asked(i, n.to) {
			break
		}
		x := f.found(i, n.to, nil, false)
		x.Kind = n.kind
		switch {
		case n.place:
			x.Kind = news.Country
		case x.Kind == "":
			x.Kind = news.Person
		}
		if x.Kind != news.Person && !x.Asked {
			break
		}
		return x, n.to, true
	}
	// "what did lavrov say": small, but where a speaker stands.
	t := f.pg.tokens[i]
	low := f.pg.low(i)
	if t.is(capital) || t.is(digit) || len(low) < 3 || i == 0 || i+1 >= len(f.pg.tokens) {
		return Found{}, 0, false
	}
	_, given := f.lx.given[low]
	common := f.lx.plainWord(low) && !(given && f.lx.ordinary[low]) || asking[low] || answering[low]
	j := i + 1
	if given && j+1 < len(f.pg.tokens) && !answering[f.pg.low(j)] && !f.lx.openers[f.pg.low(j)] && f.pg.tokens[j].gap == 0 {
		j++
	}
	before := f.pg.low(i - 1)
	if common || !asking[before] || before == "to" && !(i > 1 && f.pg.low(i-2) == "according") || !f.asked(i, j) || strings.HasSuffix(low, "s") && !given && before != "did" {
		return Found{}, 0, false
	}
	x := f.found(i, j, nil, false)
	x.Kind = news.Person
	if f.placeOrCountry(low) {
		x.Kind = news.Country
	}
	return x, j, true
}
