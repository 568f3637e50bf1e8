package speakers

import (
	"strconv"
	"strings"

	"onrecord/news"
)

// pronoun reads "he", "who", "they" and the like.
func (c *Cast) pronoun(p, i, cut, j int) (Who, bool) {
	pg := &c.pages[p]
	if pg.tokens[i].is(abbreviation) || pg.word(i) == "US" {
		return Who{}, false // the U.S. is not us
	}
	low, _, _ := strings.Cut(pg.low(i), "'")
	if g := pronounSex[low]; g != unknownGender {
		if cut-i > 1 && (low == "his" || low == "her") {
			return Who{}, false // "his campaign"
		}
		return c.heOrShe(p, i, g), true
	}
	if cut-i > 1 {
		return Who{}, false
	}
	switch low {
	case "who", "whom", "whose", "which", "that":
		return c.relative(p, i), true
	case "this", "these", "those", "one":
		return Who{}, cut == j // "one of her ads" goes on
	case "it", "they":
		if e := c.itOrThey(p, i, low == "they"); e >= 0 {
			return c.is(e, 0.6, c.because(p, i, c.refBefore(p, i), e)), true
		}
		return Who{}, true
	case "i", "me", "my", "myself":
		return c.author(p, i), true
	case "we", "us", "our", "ours", "you", "your", "yours", "its", "itself", "them", "their", "theirs", "themselves":
		return Who{}, true
	}
	return Who{}, false
}

// author reads "I" outside quotations: whoever wrote the article, where the
// page names one.
func (c *Cast) author(p, t int) Who {
	if c.pages[p].tokens[t].is(quoted) || len(c.article.Authors) != 1 {
		return Who{}
	}
	name := strings.TrimSpace(c.article.Authors[0])
	id := slug(name)
	if id == "" {
		return Who{}
	}
	s, ok := c.Speaker(id)
	if !ok {
		s = news.Speaker{ID: id, Name: name, Role: "author of the article", Kind: news.Person}
	}
	return Who{Speaker: id, Certainty: 0.8, Why: "I → " + name + ", author of the article", Is: s}
}

// heOrShe resolves a pronoun.
func (c *Cast) heOrShe(p, t int, g gender) Who {
	e, sure := c.pronounAt(p, t, g)
	if e < 0 {
		return Who{}
	}
	return c.is(e, sure, c.because(p, t, c.refBefore(p, t), e))
}

// pronounAt looks up what reading made of a pronoun, or resolves it where it
// stands in a quotation, which reading passes over. It returns -1 for nobody.
func (c *Cast) pronounAt(p, t int, g gender) (entity int, certainty float64) {
	hi := c.refBefore(p, t)
	if hi < len(c.refs) && int(c.refs[hi].page) == p && int(c.refs[hi].token) == t && c.refs[hi].flags&pronoun != 0 {
		return int(c.refs[hi].entity), float64(c.refs[hi].certainty)
	}
	return c.antecedent(p, t, g, hi)
}

// because says how far back a pronoun's person was named.
func (c *Cast) because(p, t, hi, e int) string {
	pg := &c.pages[p]
	now := pg.sentence(int(pg.tokens[t].start))
	why := strings.ToLower(pg.word(t)) + " → " + c.entities[e].name
	for k := hi - 1; k >= 0 && k >= hi-backRefs; k-- {
		if r := &c.refs[k]; int(r.entity) == e && r.flags&pronoun == 0 {
			switch d := now - int(r.sentence); d {
			case 0:
				return why + ", same sentence"
			case 1:
				return why + ", one sentence back"
			default:
				return why + ", " + strconv.Itoa(d) + " sentences back"
			}
		}
	}
	return why
}
