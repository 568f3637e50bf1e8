package speakers

import (
	"slices"
	"strings"

	"onrecord/news"
)

// address gives those whom an article knows by surname alone, and as a man or a
// woman, an alias that says so ("Mr Roe"): their card must not be joined to
// Mary Roe's of another article.
func (c *Cast) address() {
	for _, e := range c.entities {
		i, listed := c.byID[e.id]
		if e.kind != news.Person || e.sex == unknownGender || len(e.parts) != 1 || !listed {
			continue
		}
		form := "Ms "
		if e.sex == male {
			form = "Mr "
		}
		e.aliases = append(slices.Clip(e.aliases), form+e.name)
		c.speakers[i].Aliases = e.aliases
	}
}

// sexOfCard reads off a card whether it is a man's or a woman's: off the given
// name, else off an alias that [Cast.address] gave.
func (lx *lexicon) sexOfCard(c news.Card, name []string) gender {
	if g := lx.sexOf(name); g != unknownGender {
		return g
	}
	found := unknownGender
	for _, a := range c.Aliases {
		first, _, _ := strings.Cut(fold(a), " ")
		r := lx.roles[strings.TrimSuffix(first, ".")]
		if r.class != honorific || r.sex == unknownGender {
			continue
		}
		if found != unknownGender && found != r.sex {
			return unknownGender
		}
		found = r.sex
	}
	return found
}

// onePerson tells whether two cards may be of one person by their sex.
func (lx *lexicon) onePerson(a, b news.Card, nameA, nameB []string) bool {
	x, y := lx.sexOfCard(a, nameA), lx.sexOfCard(b, nameB)
	return x == unknownGender || y == unknownGender || x == y
}

// Addressed tells whether the honorific that was typed before a name, if any,
// may be the card's: "Mr Roe" is not Mary Roe.
func Addressed(typed string, c news.Card) bool {
	lx := words()
	first, _, more := strings.Cut(fold(strings.TrimSpace(typed)), " ")
	r := lx.roles[strings.TrimSuffix(first, ".")]
	if !more || r.class != honorific || r.sex == unknownGender {
		return true
	}
	d := directory{lx: lx}
	g := lx.sexOfCard(c, d.nameWords(c.Name))
	return g == unknownGender || g == r.sex
}
