package speakers

import (
	"strings"
)

// descriptionAt reads a description that is the subject of a clause, at its
// first word: of somebody named ("the senator"), or of somebody or something
// that nobody names and that speaks ("a spokesman for the mill said", "critics
// say"). The latter join the entities, so that the next "he", "they" or "it" is
// not taken for somebody else.
func (c *Cast) descriptionAt(p, t int) (ref, bool) {
	pg := &c.pages[p]
	tok := pg.tokens[t]
	inverted := t > 0 && tok.gap == 0 && saying[pg.low(t-1)] && pg.tokens[t-1].gap&(mark|comma) != 0
	if !tok.is(opening) && tok.gap == 0 && !inverted && !(t > 0 && clause[pg.low(t-1)]) {
		return ref{}, false
	}
	head := c.describedHead(p, t)
	if head+1 < len(pg.tokens) && pg.low(head+1) == "named" {
		return ref{}, false // the name follows
	}
	if head < 0 || inside(c.namesIn(p, t, head+1), head) || head+1 < len(pg.tokens) && pg.tokens[head+1].is(capital) && pg.tokens[head+1].gap&^comma == 0 {
		return ref{}, false
	}
	says, acts := inverted, false
	for k := head + 1; k < len(pg.tokens) && k < head+12 && pg.tokens[k].gap == 0 && !says; k++ {
		says = saying[pg.low(k)]
		acts = acts || k < head+3 && verbs[pg.low(k)]
	}
	e, sure := c.byRole(p, t, head+1)
	if e < 0 {
		if !says && !(acts && (pg.low(t) == "the" && c.roleHead(p, head) || c.lx.several(pg.low(head)))) {
			return ref{}, false
		}
		to := head + 1
		for to < len(pg.tokens) && pg.tokens[to].gap == 0 && !tailEnds(pg.low(to)) && to-t < maxPhrase {
			to++
		}
		who := c.anonymous(p, t, head+1, to)
		if who.Speaker == "" {
			return ref{}, false
		}
		e, sure = len(c.entities), 0.8
		c.entities = append(c.entities, &entity{id: who.Is.ID, name: who.Is.Name, kind: who.Is.Kind, described: true, sex: c.lx.roles[pg.low(head)].sex})
	}
	r := ref{page: int32(p), token: int32(t), to: int32(head + 1), sentence: int32(pg.sentence(int(tok.start))), entity: int32(e), certainty: float32(sure), flags: subject}
	if says {
		r.flags |= speaking
	}
	return r, true
}

// describedHead returns the noun of the description that begins at word t, -1
// if none does: one for a person, a body or a document behind a determiner, or
// one for several people.
func (c *Cast) describedHead(p, t int) int {
	pg := &c.pages[p]
	determined := false
	switch pg.low(t) {
	case "the", "a", "an", "one", "another":
		determined = true
	}
	head := -1
	for k := t; k < len(pg.tokens) && k < t+8; k++ {
		if k > t && pg.tokens[k].gap != 0 || pg.tokens[k].is(possessive) {
			break
		}
		low := pg.low(k)
		switch {
		case k == t && determined:
		case c.lx.several(low), determined && (c.roleHead(p, k) || c.lx.bodyNouns[low] || c.lx.documents[low]):
			head = k
		case head >= 0, preposition[low], verbs[low], pronounSex[low] != unknownGender:
			return head
		}
	}
	return head
}

// several tells nouns for more than one person: critics, Democrats, police.
func (lx *lexicon) several(low string) bool {
	switch low {
	case "police", "people", "others", "authorities", "sources":
		return true
	}
	one, plural := strings.CutSuffix(low, "s")
	return plural && (lx.people[low] || lx.isDemonym(low) || lx.roles[one].class >= title)
}
