package speakers

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/news"
)

// maxPhrase bounds the name of somebody described, in words.
const maxPhrase = 12

// anonymous makes a speaker of a description. Its ID names whose it is by that
// one's ID, so that "his campaign" and "Trump's campaign" are one speaker.
func (c *Cast) anonymous(p, i, cut, j int) Who {
	pg := &c.pages[p]
	end := c.descriptionEnd(p, i, cut, j)
	cut = min(cut, end)
	from := i
	for from < cut-1 && determiners[pg.low(from)] {
		from++
	}
	w := Who{Certainty: 0.8, Is: news.Speaker{Name: c.plainForm(p, i, cut, end), Kind: c.kindOf(pg.low(cut - 1))}}
	w.Is.ID = phraseID(pg.slice(from, end))
	if o := c.owner(p, from, cut); o.entity >= 0 {
		e := c.entities[o.entity]
		w.Is.ID = e.id + "-" + phraseID(pg.slice(o.to, end))
		if o.certainty > 0 { // a pronoun: say whom it stands for
			w.Is.Name = e.name + "’s " + pg.slice(o.to, end)
			w.Certainty = min(w.Certainty, o.certainty)
			w.Why = c.because(p, i, c.refBefore(p, i), o.entity)
		}
	}
	if w.Is.ID == "" {
		return Who{}
	}
	if k, ok := c.byID[w.Is.ID]; ok {
		w.Is, w.Certainty = c.speakers[k], min(w.Certainty, 0.7)
	}
	w.Speaker = w.Is.ID
	return w
}

// phraseID is a phrase as an identifier, without the marks of possession.
func phraseID(phrase string) string {
	return slug(strings.NewReplacer("’s", "", "'s", "").Replace(phrase))
}

// descriptionEnd returns where a description ends with what belongs to it: "a
// spokesman for the mill", "Democrats on the committee".
func (c *Cast) descriptionEnd(p, i, cut, j int) int {
	pg, end := &c.pages[p], cut
	for end < j && end-i < maxPhrase && pg.tokens[end].gap == 0 && !tailEnds(pg.low(end)) {
		end++
	}
	for end > cut && (preposition[pg.low(end-1)] || determiners[pg.low(end-1)] || pg.low(end-1) == "and") {
		end--
	}
	return min(end, i+maxPhrase)
}

// plainForm is a description as it would stand within a sentence.
func (c *Cast) plainForm(p, i, cut, end int) string {
	pg := &c.pages[p]
	name := pg.slice(i, end)
	t := pg.tokens[i]
	if !t.is(opening) || !t.is(capital) || t.is(upper) || inside(c.namesIn(p, i, cut), i) || c.lx.people[pg.low(i)] || c.lx.isDemonym(pg.low(i)) {
		return name
	}
	r, size := utf8.DecodeRuneInString(name)
	return string(unicode.ToLower(r)) + name[size:]
}

// ownership is whose a described speaker is.
type ownership struct {
	entity    int     // -1 for nobody's
	to        int     // the owner's words end here
	certainty float64 // of a pronoun; 0 where the owner is named
}

// owner finds whose the description [from, cut) is: "his campaign", "Roe's
// aides", "the Roe campaign".
func (c *Cast) owner(p, from, cut int) ownership {
	pg := &c.pages[p]
	none := ownership{entity: -1}
	if low := pg.low(from); low == "his" || low == "her" {
		if from+1 >= cut {
			return none
		}
		e, sure := c.pronounAt(p, from, pronounSex[low])
		if e < 0 {
			return none
		}
		return ownership{e, from + 1, sure}
	}
	for _, n := range c.namesIn(p, from, cut) {
		if n.entity >= 0 && n.head == from && n.to < cut && !n.nested {
			return ownership{n.entity, n.to, 0}
		}
	}
	return none
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
