package speakers

import (
	"strings"

	"onrecord/news"
)

// roleForms makes short forms of titles, and words that news uses for one and
// the same person, alike.
var roleForms = map[string]string{
	"sen": "senator", "gov": "governor", "rep": "congressman", "representative": "congressman", "congresswoman": "congressman",
	"gen": "general", "lt": "lieutenant", "pres": "president", "spokeswoman": "spokesman", "spokesperson": "spokesman",
	"candidate": "nominee", "businesswoman": "businessman", "mogul": "businessman", "tycoon": "businessman", "magnate": "businessman", "billionaire": "businessman", "chairwoman": "chairman",
	"chairperson": "chairman", "chair": "chairman", "adviser": "advisor", "attorney": "lawyer", "front-runner": "frontrunner",
}

func roleForm(w string) string {
	if f, ok := roleForms[w]; ok {
		return f
	}
	return w
}

// byRole finds the one person named before whose role a description repeats.
func (c *Cast) byRole(p, i, cut int) (int, float64) {
	pg := &c.pages[p]
	if pg.low(i) != "the" || cut-i < 2 {
		return -1, 0
	}
	head := pg.low(cut - 1)
	if h := strings.LastIndexByte(head, '-'); h > 0 && c.lx.roles[head].class == noRole {
		head = head[h+1:]
	}
	r := c.lx.roles[head]
	if r.class < title {
		return -1, 0
	}
	hi := c.refBefore(p, i)
	best, bestScore, tie := -1, 0, false
	var seen [24]int32
	n := 0
	for k := hi - 1; k >= 0 && k >= hi-2*backRefs && n < len(seen); k-- {
		x := c.refs[k].entity
		known := false
		for _, s := range seen[:n] {
			known = known || s == x
		}
		if known {
			continue
		}
		seen[n] = x
		n++
		e := c.entities[x]
		if e.kind != news.Person || r.sex != unknownGender && e.sex != unknownGender && r.sex != e.sex || !e.hasRole(head) {
			continue
		}
		score := 1
		for m := i + 1; m < cut-1; m++ {
			low := pg.low(m)
			if e.hasRole(low) {
				score += 2
			} else if pg.tokens[m].is(capital) {
				score = -9
			}
		}
		switch {
		case score > bestScore:
			best, bestScore, tie = int(x), score, false
		case score == bestScore:
			tie = true
		}
	}
	if best < 0 || tie || bestScore < 1 {
		return -1, 0
	}
	return best, 0.7
}

func (e *entity) hasRole(w string) bool {
	if e.roles[w] {
		return true
	}
	f := roleForm(w)
	for r := range e.roles {
		if roleForm(r) == f || words().sameCountry(r, w) {
			return true
		}
	}
	return false
}
