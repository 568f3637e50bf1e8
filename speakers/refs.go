package speakers

import (
	"sort"
)

// ref is one reference to an entity: a name, or a pronoun that was resolved.
type ref struct {
	page, token, to int32 // its words are [token, to) of the page
	sentence        int32 // article-wide
	entity          int32
	flags           refFlag
	certainty       float32
}

type refFlag uint8

const (
	subject  refFlag = 1 << iota
	speaking         // a verb of saying stands beside it
	owning           // a possessive
	oblique          // behind a preposition
	inQuote
	inRole // inside the role of another name
	pronoun
)

// saying are the commonest verbs of saying, past and present: beside one of
// them a name is a speaker, and so the likeliest "he" of the next sentence.
var saying = set("said says say told tells added adds asked asks wrote writes tweeted argued argues noted notes called claimed claims insisted insists replied responded continued explained explains declared announced acknowledged conceded suggested suggests warned warns urged recalled quipped joked")

var pronounSex = map[string]gender{"he": male, "him": male, "his": male, "himself": male, "she": female, "her": female, "hers": female, "herself": female, "he's": male, "she's": female, "he'd": male, "she'd": female, "he'll": male, "she'll": female}

// refer lists every reference in text order, pronouns resolved as they come:
// what a pronoun stands for is known when the next one is read.
func (c *Cast) refer(names []naming) {
	c.vote(names)
	n := 0
	for p := range c.pages {
		pg := &c.pages[p]
		for t := 0; t < len(pg.tokens); t++ {
			for n < len(names) && (names[n].page < p || names[n].page == p && names[n].from <= t) {
				if m := &names[n]; m.entity >= 0 {
					c.refs = append(c.refs, c.nameRef(m))
				}
				n++
			}
			tok := pg.tokens[t]
			if tok.end-tok.start > 7 || tok.is(quoted) {
				continue
			}
			apposed := n > 0 && names[n-1].page == p && t < names[n-1].behind // "Jane Roe, the owner"
			if r, ok := c.descriptionAt(p, t); ok && !apposed {
				c.refs = append(c.refs, r)
				continue
			}
			g := pronounSex[pg.low(t)]
			if g == unknownGender {
				continue
			}
			e, sure := c.antecedent(p, t, g, len(c.refs))
			if e < 0 {
				continue
			}
			r := ref{page: int32(p), token: int32(t), to: int32(t + 1), sentence: int32(pg.sentence(int(tok.start))), entity: int32(e), flags: pronoun, certainty: float32(sure)}
			switch pg.low(t) {
			case "he", "she", "he's", "she's", "he'd", "she'd", "he'll", "she'll":
				r.flags |= subject
				if c.entities[e].sex == unknownGender {
					c.entities[e].sex = g // who is "he" once is not "she" later
				}
			case "his", "hers":
				r.flags |= owning
			default:
				r.flags |= oblique
			}
			c.refs = append(c.refs, r)
		}
	}
}

// nameRef describes the part a name plays in its sentence.
func (c *Cast) nameRef(m *naming) ref {
	pg := &c.pages[m.page]
	r := ref{page: int32(m.page), token: int32(m.from), to: int32(m.to), sentence: int32(pg.sentence(int(pg.tokens[m.from].start))), entity: int32(m.entity), certainty: 1}
	last := pg.tokens[m.to-1]
	below := false // "when Roe asked": subject of a clause that says when or why
	if last.is(quoted) {
		r.flags |= inQuote
	}
	if last.is(possessive) {
		r.flags |= owning
	}
	if m.nested {
		r.flags |= inRole
	}
	if m.head > 0 && pg.tokens[m.head].gap == 0 {
		before := pg.low(m.head - 1)
		if before == "the" && m.head > 1 {
			before = pg.low(m.head - 2)
		}
		if preposition[before] {
			r.flags |= oblique
		}
		if subordinate[before] {
			below = true
		}
		if at := m.head - 1; saying[before] && !last.is(quoted) && pg.low(at) == before && pg.tokens[at].gap&(comma|mark|dash) != 0 {
			r.flags |= speaking // "…," said Roe; but not "she said Roe had"
		}
		if before == "to" && m.head > 1 && pg.low(m.head-2) == "according" {
			r.flags |= speaking
			r.flags &^= oblique
		}
	}
	if m.to < len(pg.tokens) && pg.tokens[m.to].gap == 0 && saying[pg.low(m.to)] && !last.is(possessive) && !below {
		r.flags |= speaking
	}
	if r.flags&(oblique|inQuote|inRole) == 0 && (c.firstInSentence(r) && !c.fronted(m) || r.flags&owning == 0 && !below && c.opensClause(m)) {
		r.flags |= subject
		if r.flags&owning == 0 && c.saysLater(m) {
			r.flags |= speaking
		}
	}
	return r
}

// refBefore returns how many references begin before word t of page p.
func (c *Cast) refBefore(p, t int) int {
	return sort.Search(len(c.refs), func(i int) bool {
		r := c.refs[i]
		return int(r.page) > p || int(r.page) == p && int(r.token) >= t
	})
}
