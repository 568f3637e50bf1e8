package speakers

import (
	"strings"

	"onrecord/news"
)

// single files a name of one word: a surname, a given name, an abbreviation,
// or a name of its own.
func (c *clusterer) single(n *naming) {
	w := n.parts[0]
	if i := c.whose(w, n); i >= 0 {
		c.join(n, i)
		return
	}
	if n.doubtful && !c.capitalElsewhere(w) && (c.lx.common(w) && !c.soleSays(n) || !c.spoken(n)) {
		return
	}
	c.byKey[w] = c.add(&entity{parts: n.parts, kind: n.kind})
	c.join(n, c.byKey[w])
}

// whose finds the entity that a single word is short for, or that was named so
// before; -1 if there is none.
func (c *clusterer) whose(w string, n *naming) int {
	if i, ok := c.byInit[w]; ok && n.kind == news.Institution {
		return i
	}
	if i := c.choose(c.namesakes(bare(w)), n); i >= 0 {
		return i
	}
	if n.kind == "" || n.kind == news.Person {
		if i := c.byFirst(w); i >= 0 {
			return i
		}
	}
	if i, ok := c.byKey[w]; ok {
		return i
	}
	return c.ofBody(w, n)
}

// choose picks among entities with one surname: by sex, by title, by who was
// named in full just before, by who is named in full most.
func (c *clusterer) choose(with []int, n *naming) int {
	var fit []int
	for _, i := range with {
		e := c.entities[i]
		if n.sex != unknownGender && c.sexOf(e) != unknownGender && c.sexOf(e) != n.sex {
			continue
		}
		fit = append(fit, i)
	}
	if len(fit) < 2 {
		if len(fit) == 1 {
			return fit[0]
		}
		return -1
	}
	if len(n.roleWords) > 0 {
		best, at := 0, -1
		for _, i := range fit {
			hits := 0
			for _, w := range n.roleWords {
				if c.entities[i].roles[w] {
					hits++
				}
			}
			if hits > best {
				best, at = hits, i
			}
		}
		if at >= 0 {
			return at
		}
		n.role, n.roleWords = "", nil // whose it is can't be told
	}
	// The one just named in full, or else the one named in full most, the
	// first of the article where that ties.
	now := c.sentence(n)
	best, recent := -1, -1
	for _, i := range fit {
		e := c.entities[i]
		if e.lastFull > 0 && now+1-e.lastFull <= 1 && (recent < 0 || e.lastFull >= c.entities[recent].lastFull) {
			recent = i
		}
		if best < 0 || e.full > c.entities[best].full {
			best = i
		}
	}
	n.unsure = true
	if recent >= 0 {
		return recent
	}
	return best
}

// sexOf is an entity's sex, or what its given name tells of it.
func (c *clusterer) sexOf(e *entity) gender {
	if e.sex != unknownGender {
		return e.sex
	}
	return c.lx.sexOf(e.parts)
}

// byFirst finds the only person with a given name, or a form of it; where there
// are several, the one who is named in full more than any other.
func (c *clusterer) byFirst(w string) int {
	if with := c.byGiven[w]; len(with) > 0 {
		best, tie := with[0], false
		for _, i := range with[1:] {
			switch a, b := c.entities[i].full, c.entities[best].full; {
			case a > b:
				best, tie = i, false
			case a == b:
				tie = true
			}
		}
		if tie {
			return -1
		}
		return best
	}
	if _, ok := c.lx.given[w]; !ok {
		return -1
	}
	found, ok := c.byNick[w]
	if !ok {
		found = c.nicknamed(w)
		c.byNick[w] = found
	}
	return found
}

// nicknamed finds the only person whose given name a nickname stands for, -1 if
// there is none or several.
func (c *clusterer) nicknamed(w string) int {
	found := -1
	if len(c.lx.nicknames[w]) == 0 {
		return found
	}
	for i, e := range c.entities {
		if e.kind == news.Person && len(e.parts) > 1 && c.lx.sameGiven(w, e.parts[0]) {
			if found >= 0 {
				return -1
			}
			found = i
		}
	}
	return found
}

// capitalElsewhere tells whether a word stands capitalised where its place
// does not ask for it.
func (c *clusterer) capitalElsewhere(w string) bool {
	if c.low == nil {
		c.low = map[string]bool{}
		for i := range c.names {
			if n := &c.names[i]; !n.doubtful && !n.loose {
				for _, p := range n.parts {
					c.low[p] = true
				}
			}
		}
	}
	return c.low[w]
}

// common tells nouns that open sentences, "critics" and "retailers", from names.
func (lx *lexicon) common(w string) bool {
	if lx.roles[w].class == roleNoun || lx.bodyNouns[w] || lx.documents[w] || lx.ordinary[w] {
		return true
	}
	one, plural := strings.CutSuffix(w, "s")
	if !plural {
		return false
	}
	if lx.roles[one].class != noRole || lx.bodyNouns[one] || lx.documents[one] {
		return true
	}
	for _, end := range []string{"er", "or", "ist", "ian", "ant", "ee", "ive", "ie", "al"} {
		if strings.HasSuffix(one, end) {
			return true
		}
	}
	return false
}

// soleSays tells whether an ordinary word speaks as only a name can: without an
// article, and it is no noun for several ("Stone said", but not "Staff said").
func (c *clusterer) soleSays(n *naming) bool {
	pg, w := &c.pages[n.page], n.parts[0]
	if n.to >= len(pg.tokens) || pg.tokens[n.to].gap != 0 || !saying[pg.low(n.to)] || !c.lx.ordinary[w] {
		return false
	}
	return c.lx.roles[w].class == noRole && !c.lx.bodyNouns[w] && !c.lx.documents[w] && !collective[w] && !strings.HasSuffix(w, "s")
}

// collective are nouns for several people that need no article.
var collective = set("people staff folk public family youth management labor labour church court charity parliament state government press crowd")

// spoken tells whether a verb of saying or a possessive follows, as it follows
// names.
func (c *clusterer) spoken(n *naming) bool {
	pg := &c.pages[n.page]
	if pg.tokens[n.to-1].is(possessive) {
		return true
	}
	if _, ok := c.lx.given[n.parts[0]]; ok {
		return true
	}
	return n.to < len(pg.tokens) && pg.tokens[n.to].gap == 0 && verbs[pg.low(n.to)]
}

// verbs are words that follow a speaker's name. A hint, not the cue lexicon.
var verbs = set("said says told tells added adds asked asks wrote writes tweeted argued argues noted notes called calls claimed claims insisted insists replied responded continued explained explains declared announced acknowledged conceded suggested suggests warned warns urged believes believed thinks thought wants wanted has had is was will would did does also who accused denied dismissed praised criticized criticised promised vowed recalled described defended predicted joked cited quipped complained tried went came gave took made began became appeared remains")
