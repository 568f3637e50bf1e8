package speakers

import (
	"strings"

	"onrecord/news"
)

// determiners are words that a noun phrase begins with and that name nothing.
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
