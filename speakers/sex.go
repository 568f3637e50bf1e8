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
// that names one person, and in the one behind it, "she" is that person. They
// also overrule what a given name with accents told, since the lists have none:
// an Asa is a man and an Ása a woman.
func (c *Cast) vote(names []naming) {
	v := voting{cast: c, sentence: -9, entity: -1, met: map[int]bool{}}
	v.nouns[male], v.nouns[female] = -9, -9
	n := 0
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
				if m.entity >= 0 && c.entities[m.entity].kind == news.Person {
					v.name(m.entity, now, pg.tokens[m.from].is(quoted))
				}
			}
			if tok.is(quoted) {
				continue
			}
			if g := c.lx.roles[pg.low(t)].sex; g != unknownGender {
				v.nouns[g] = now
			}
			if tok.end-tok.start <= 7 {
				v.pronoun(pg.low(t), now)
			}
		}
	}
	for _, e := range c.entities {
		switch {
		case e.kind != news.Person:
		case e.sex == unknownGender && e.votes > 0:
			e.sex = male
		case e.sex == unknownGender && e.votes < 0:
			e.sex = female
		case e.opposed > 0 && e.agreeing == 0:
			e.sex = opposite(e.sex)
		}
	}
}

// voting is how far [Cast.vote] has read.
type voting struct {
	cast     *Cast
	sentence int // the last one that names a person
	entity   int // whom it names first
	several  bool
	met      map[int]bool // everybody named so far
	persons  [3]int       // how many they are, by sex
	nouns    [3]int       // the last sentence with a noun for a man, a woman
}

// name counts a person's name in a sentence.
func (v *voting) name(entity, now int, inQuotes bool) {
	if !v.met[entity] {
		v.met[entity] = true
		v.persons[v.cast.entities[entity].sex]++
	}
	switch {
	case inQuotes:
	case v.sentence != now:
		v.sentence, v.entity, v.several = now, entity, false
	case v.entity != entity:
		v.several = true
	}
}

// pronoun counts a word, if it is a pronoun, for the person named last.
func (v *voting) pronoun(low string, now int) {
	g := pronounSex[low]
	if g == unknownGender || v.entity < 0 || v.several || now-v.sentence > 1 {
		return
	}
	e := v.cast.entities[v.entity]
	if g == male {
		e.votes++
	} else {
		e.votes--
	}
	switch {
	case g == e.sex:
		e.agreeing++
	case e.sexGuessed && (low == "he" || low == "she") && v.persons[g]+v.persons[unknownGender] == 0 && v.nouns[g] < v.sentence:
		e.opposed++ // nobody was named and nothing said whom else it could mean
	}
}

// opposite is the other of the two.
func opposite(g gender) gender {
	if g == male {
		return female
	}
	return male
}
