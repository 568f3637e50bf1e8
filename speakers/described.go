package speakers

import (
	"strings"

	"onrecord/news"
)

var determiners = set("the a an this that these those")

// described reads a phrase of which the head is no name: "the senator" is
// somebody named when the article's roles tell whom; "Russian diplomats" are a
// speaker of their own.
func (c *Cast) described(p, i, cut, j int) Who {
	pg := &c.pages[p]
	phrase := strings.ToLower(pg.word(i)) + pg.text[pg.tokens[i].end:pg.tokens[cut-1].end]
	if cut < j && pg.low(cut) == "named" {
		if in := c.namesIn(p, cut+1, j); len(in) > 0 && in[0].head == cut+1 && in[0].entity >= 0 {
			return c.is(in[0].entity, 1, "")
		}
	}
	if e := c.behindName(p, i, cut); e >= 0 {
		return c.is(e, 0.9, phrase+" → "+c.entities[e].name+", right in front")
	}
	if e, sure := c.byRole(p, i, cut); e >= 0 {
		return c.is(e, sure, phrase+" → "+c.entities[e].name+", by role")
	}
	return c.anonymous(p, i, cut, j)
}

// behindName finds the person right in front of whom the words tell the role:
// "a former driver" in "Jane Roe, a former driver, said".
func (c *Cast) behindName(p, i, cut int) int {
	for _, n := range c.namesIn(p, max(0, i-6), i) {
		if n.entity >= 0 && n.to <= i && n.behind >= cut && !n.nested && c.pages[p].tokens[i].gap&(comma|dash) != 0 {
			return n.entity
		}
	}
	return -1
}

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
		if roleForm(r) == f {
			return true
		}
	}
	return false
}

// maxPhrase bounds the name of somebody described, in words.
const maxPhrase = 12

// anonymous makes a speaker of a description.
func (c *Cast) anonymous(p, i, cut, j int) Who {
	pg := &c.pages[p]
	end := cut
	for end < j && end-i < maxPhrase && pg.tokens[end].gap == 0 && !relativeWord[pg.low(end)] {
		end++
	}
	for end > cut && (preposition[pg.low(end-1)] || determiners[pg.low(end-1)] || pg.low(end-1) == "and") {
		end--
	}
	if end-i > maxPhrase {
		end = i + maxPhrase
	}
	if cut > end {
		cut = end
	}
	name := pg.slice(i, end)
	if t := pg.tokens[i]; t.is(opening) && t.is(capital) && !t.is(upper) && !inside(c.namesIn(p, i, cut), i) && !c.lx.people[pg.low(i)] && !c.lx.isDemonym(pg.low(i)) {
		name = strings.ToLower(name[:1]) + name[1:]
	}
	head := pg.low(cut - 1)
	s := news.Speaker{Name: name, Kind: c.kindOf(head)}
	from := i
	for from < cut-1 && determiners[pg.low(from)] {
		from++
	}
	s.ID = slug(strings.NewReplacer("’s", "", "'s", "").Replace(pg.slice(from, end)))
	if s.ID == "" {
		return Who{}
	}
	if k, ok := c.byID[s.ID]; ok {
		return Who{Speaker: s.ID, Certainty: 0.7, Is: c.speakers[k]}
	}
	return Who{Speaker: s.ID, Certainty: 0.8, Is: s}
}

var relativeWord = set("who whom whose which that")

// kindOf tells what a noun describes.
func (c *Cast) kindOf(head string) news.SpeakerKind {
	switch {
	case c.lx.documents[head]:
		return news.Document
	case c.lx.bodyNouns[head]:
		return news.Institution
	case c.lx.roles[head].class != noRole:
		return news.Person
	}
	return news.Group
}
