package speakers

import (
	"strings"

	"onrecord/news"
)

var relativeWord = set("who whom whose which that")

// relative reads "who" and "which": whoever stands right in front.
func (c *Cast) relative(p, t int) Who {
	pg := &c.pages[p]
	low, _, _ := strings.Cut(pg.low(t), "'")
	person := low != "which" && low != "that"
	end := t // the noun phrase in front ends here
	for end > 0 && end > t-3 && partyTag(pg.word(end-1), pg.tokens[end-1].gap) {
		end--
	}
	if end == 0 || pg.tokens[t].gap&mark != 0 || pg.tokens[t].gap&(stop|paren) == stop || preposition[pg.low(end-1)] {
		return Who{}
	}
	whole := end
	before := c.namesIn(p, max(0, end-roleBehind-8), end)
	for k := len(before) - 1; k >= 0; k-- {
		n := &before[k]
		if n.entity >= 0 && n.behind == end && !n.nested && person == (c.entities[n.entity].kind == news.Person) {
			return c.is(n.entity, 0.9, c.front(p, t, n.entity))
		}
	}
	if k := len(before) - 2; k >= 0 && before[k+1].to == end && (before[k+1].place || before[k+1].kind == news.Country) && before[k].to+1 == before[k+1].head && pg.low(before[k].to) == "of" {
		before, end = before[:k+1], before[k].to // "Senator Roe of Vermont, who"
	}
	if len(before) > 0 {
		n := &before[len(before)-1]
		fits := n.entity >= 0 && n.to == end && !pg.tokens[end-1].is(possessive) && person == (c.entities[n.entity].kind == news.Person)
		restricted := pg.tokens[t].gap == 0 && n.head > 1 && preposition[pg.low(n.head-1)] && (c.roleHead(p, n.head-2) || strings.HasSuffix(pg.low(n.head-2), "s"))
		if fits && !restricted {
			return c.is(n.entity, 0.9, c.front(p, t, n.entity))
		}
		if fits {
			end = n.head - 1 // "supporters of Mr. Roe who"
		}
	}
	from := c.phraseStart(p, end)
	if from == end {
		return Who{}
	}
	w := c.described(p, from, end, whole)
	if person == (w.Is.Kind == news.Document || w.Is.Kind == news.Institution || w.Is.Kind == news.Country) {
		return Who{}
	}
	w.Certainty = min(w.Certainty, 0.6)
	w.Why = c.pages[p].low(t) + " → " + w.Is.Name + ", right in front"
	return w
}

func (c *Cast) front(p, t, e int) string {
	return c.pages[p].low(t) + " → " + c.entities[e].name + ", right in front"
}

// phraseStart returns where the noun phrase that ends before word end begins:
// at its determiner, or behind whatever is no part of it. It returns end when
// there is no noun.
func (c *Cast) phraseStart(p, end int) int {
	pg := &c.pages[p]
	from := end
	for k := end - 1; k >= 0 && k > end-7; k-- {
		low := pg.low(k)
		if determiners[low] {
			if from == end && low != "those" {
				return end
			}
			return k
		}
		if preposition[low] || c.lx.openers[low] && !pg.tokens[k].is(capital) && !c.lx.modifiers[low] || verbs[low] || strings.HasSuffix(low, "ly") || pg.tokens[k].is(possessive) {
			break
		}
		from = k
		if pg.tokens[k].gap != 0 {
			break
		}
	}
	return from
}
