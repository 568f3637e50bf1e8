package speakers

import (
	"strings"

	"onrecord/news"
)

// sexOf reads the sex off the first given name that tells it.
func (lx *lexicon) sexOf(parts []string) gender {
	if len(parts) < 2 {
		return unknownGender
	}
	for _, p := range parts[:len(parts)-1] {
		if g, ok := lx.given[p]; ok {
			return g
		}
		if h := strings.IndexByte(p, '-'); h > 0 {
			if g, ok := lx.given[p[:h]]; ok {
				return g
			}
		}
	}
	return unknownGender
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
