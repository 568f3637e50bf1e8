package speakers

import (
	"sort"
	"strings"

	"onrecord/news"
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
			if r, ok := c.descriptionAt(p, t); ok {
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

// subordinate are words that open a clause which says when, why or on what
// condition: its subject is less likely to be the next "he" than the main one.
var subordinate = set("when as after before because since until if whether while although though that")

// fronted tells whether a name stands in a phrase put before the subject of its
// sentence: "In a letter to Roe, …".
func (c *Cast) fronted(m *naming) bool {
	pg := &c.pages[m.page]
	for k := m.head; k >= 0 && k > m.head-longestAside; k-- {
		t := pg.tokens[k]
		if k < m.head && t.is(opening) {
			low := pg.low(k)
			return preposition[low] && !subordinate[low] || strings.HasSuffix(low, "ing")
		}
		if t.gap != 0 || t.is(opening) {
			return false
		}
	}
	return false
}

// opensClause tells whether a name behind a comma or "and" has a verb behind it.
func (c *Cast) opensClause(m *naming) bool {
	pg := &c.pages[m.page]
	if m.head == 0 || pg.tokens[m.head].gap&(comma|dash) == 0 && pg.low(m.head-1) != "and" && pg.low(m.head-1) != "but" {
		return false
	}
	k := m.to
	for k < len(pg.tokens) && k < m.to+2 && pg.tokens[k].gap == 0 && (strings.HasSuffix(pg.low(k), "ly") || pg.low(k) == "also" || pg.low(k) == "then") {
		k++
	}
	if k >= len(pg.tokens) || pg.tokens[k].gap != 0 {
		return false
	}
	low := pg.low(k)
	return verbs[low] && low != "who" || strings.HasSuffix(low, "ed")
}

// longestAside is the most words that may stand between a name and its verb.
const longestAside = 45

// saysLater tells whether a verb of saying follows what is inserted behind a
// name: "Jane Roe, a driver who joined in May, said".
func (c *Cast) saysLater(m *naming) bool {
	pg := &c.pages[m.page]
	if m.to >= len(pg.tokens) || pg.tokens[m.to].gap&(comma|paren|dash) == 0 {
		return false
	}
	for k := m.to + 1; k < len(pg.tokens) && k < m.to+longestAside; k++ {
		t := pg.tokens[k]
		if t.gap&stop != 0 || t.is(quoted) {
			return false
		}
		if t.gap&(comma|paren|dash) != 0 && saying[pg.low(k)] {
			return true
		}
	}
	return false
}

// firstInSentence tells whether no other plain reference of the sentence came
// before r, which is about to be appended.
func (c *Cast) firstInSentence(r ref) bool {
	for k := len(c.refs) - 1; k >= 0 && k >= len(c.refs)-12 && c.refs[k].sentence == r.sentence; k-- {
		if c.refs[k].flags&(subject|owning) == subject {
			return false
		}
	}
	return true
}

// vote lets pronouns tell the sex of those whose names do not: in a sentence
// that names one person, and in the one behind it, "she" is that person.
func (c *Cast) vote(names []naming) {
	type seen struct {
		sentence, entity int
		several          bool
	}
	n := 0
	last := seen{sentence: -9, entity: -1}
	for p := range c.pages {
		pg := &c.pages[p]
		s := 0
		for t := range pg.tokens {
			tok := pg.tokens[t]
			for s+1 < len(pg.sentences) && pg.sentences[s+1].Start <= int(tok.start) {
				s++
			}
			now := pg.first + int(pg.narration[s])
			for n < len(names) && (names[n].page < p || names[n].page == p && names[n].from <= t) {
				m := &names[n]
				n++
				if m.entity < 0 || c.entities[m.entity].kind != news.Person || pg.tokens[m.from].is(quoted) {
					continue
				}
				if last.sentence != now {
					last = seen{sentence: now, entity: m.entity}
				} else if last.entity != m.entity {
					last.several = true
				}
			}
			if tok.end-tok.start > 7 || tok.is(quoted) || last.entity < 0 || last.several || now-last.sentence > 1 {
				continue
			}
			switch pronounSex[pg.low(t)] {
			case male:
				c.entities[last.entity].votes++
			case female:
				c.entities[last.entity].votes--
			}
		}
	}
	for _, e := range c.entities {
		if e.sex == unknownGender && e.kind == news.Person {
			if e.votes > 0 {
				e.sex = male
			} else if e.votes < 0 {
				e.sex = female
			}
		}
	}
}

// refBefore returns how many references begin before word t of page p.
func (c *Cast) refBefore(p, t int) int {
	return sort.Search(len(c.refs), func(i int) bool {
		r := c.refs[i]
		return int(r.page) > p || int(r.page) == p && int(r.token) >= t
	})
}

// Bounds of the search for an antecedent.
const (
	backSentences = 12
	backRefs      = 60
)

// antecedent finds whom a pronoun at word t of page p stands for among the
// first hi references. It weighs candidates after Lappin and Leass, "An
// Algorithm for Pronominal Anaphora Resolution" (1994): salience by the part a
// reference plays, falling with the distance in sentences, and filters by sex.
// It returns -1 when nobody stands out.
func (c *Cast) antecedent(p, t int, g gender, hi int) (entity int, certainty float64) {
	pg := &c.pages[p]
	now := pg.sentence(int(pg.tokens[t].start))
	speaks := t+1 < len(pg.tokens) && pg.tokens[t+1].gap == 0 && saying[pg.low(t+1)] || t > 0 && pg.tokens[t].gap == 0 && saying[pg.low(t-1)]
	type weighed struct {
		entity        int
		weight, other float64 // of the best reference, and of the others
	}
	var cands [16]weighed
	n := 0
	for k := hi - 1; k >= 0 && k >= hi-backRefs; k-- {
		r := &c.refs[k]
		d := now - int(r.sentence)
		if d > backSentences {
			break
		}
		e := c.entities[r.entity]
		if e.kind != news.Person || e.sex != unknownGender && e.sex != g {
			continue
		}
		w := weight(r, d, pg.tokens[t].is(quoted), speaks)
		switch {
		case !e.human():
			w *= 0.35
		case e.sex == unknownGender:
			w *= 0.8
		}
		at := 0
		for at < n && cands[at].entity != int(r.entity) {
			at++
		}
		switch {
		case at < n:
			cands[at].other += min(w, cands[at].weight)
			cands[at].weight = max(w, cands[at].weight)
		case n < len(cands):
			cands[n] = weighed{int(r.entity), w, 0}
			n++
		}
	}
	best, second := -1, 0.0
	for i := 0; i < n; i++ {
		cands[i].weight += min(0.1*cands[i].other, 0.15)
		if best < 0 || cands[i].weight > cands[best].weight {
			if best >= 0 {
				second = cands[best].weight
			}
			best = i
		} else if cands[i].weight > second {
			second = cands[i].weight
		}
	}
	if best < 0 || cands[best].weight < 0.08 {
		return -1, 0
	}
	certainty = cands[best].weight / (cands[best].weight + 0.8*second)
	if c.entities[cands[best].entity].sex == unknownGender {
		certainty *= 0.8
	}
	if certainty < 0.5 {
		return -1, certainty
	}
	return cands[best].entity, certainty
}

// weight is how likely a pronoun d sentences later stands for what r does; one
// that speaks itself goes on with a speaker.
func weight(r *ref, d int, fromQuote, speaks bool) float64 {
	f := r.flags
	w := 1.0
	switch {
	case d == 0 && f&subject != 0:
		w = 1.15
	case d == 0:
	case d == 1:
		w = 0.9
	default:
		w = 0.9
		for ; d > 1; d-- {
			w *= 0.75
		}
	}
	switch {
	case f&speaking != 0:
		w *= 1.1
		if speaks {
			w *= 1.1
		}
	case f&(subject|owning) == subject:
	case f&inRole != 0:
		w *= 0.3
	case f&(owning|subject) == owning|subject:
		w *= 0.8
	case f&owning != 0:
		w *= 0.6
	case f&oblique != 0:
		w *= 0.5
	default:
		w *= 0.65
	}
	if f&inQuote != 0 && !fromQuote {
		w *= 0.25
	}
	return w
}
