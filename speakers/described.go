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

// maxPhrase bounds the name of somebody described, in words.
const maxPhrase = 12

// anonymous makes a speaker of a description.
func (c *Cast) anonymous(p, i, cut, j int) Who {
	pg := &c.pages[p]
	end := cut
	for end < j && end-i < maxPhrase && pg.tokens[end].gap == 0 && !tailEnds(pg.low(end)) {
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

// tailEnds tells the words that what is said of a noun does not go beyond:
// verbs, relative pronouns, and when it was.
func tailEnds(low string) bool {
	switch low {
	case "this", "last", "next", "yesterday", "today", "tomorrow", "earlier", "later", "but":
		return true
	}
	return verbs[low] || relativeWord[low] || words().calendar[low] || len(low) > 4 && strings.HasSuffix(low, "ed")
}

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
