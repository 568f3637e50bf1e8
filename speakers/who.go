package speakers

import (
	"strings"

	"onrecord/news"
)

// Who is whom a mention stands for.
type Who struct {
	Speaker   string  // Speaker.ID, "" when it can't be told
	Certainty float64 // 0 to 1
	Why       string  // "he → Sergei Ryabkov, one sentence back"; "" for a plain name
	// Is is the speaker itself, zero when it can't be told. Somebody who is
	// described but never named ("critics") is no member of the cast: whoever
	// credits one keeps this.
	Is news.Speaker
}

// maxMention bounds how much of a mention is read, in words.
const maxMention = 60

// Who resolves the mention at a place: a name, a name with its role, a
// pronoun, a description or a group. A description of nobody named ("Russian
// diplomats", "critics") becomes a speaker of its own. It guesses nothing: what
// can't be told comes back with an empty Speaker. It takes time logarithmic in
// the article's length.
func (c *Cast) Who(mention news.Span) Who {
	p := c.pageOf(mention.Paragraph)
	if p < 0 || mention.Article != c.article.Ref() || mention.Start >= mention.End {
		return Who{}
	}
	pg := &c.pages[p]
	i, j := pg.token(mention.Start), pg.token(mention.Start)
	for j < len(pg.tokens) && int(pg.tokens[j].start) < mention.End && j-i < maxMention {
		j++
	}
	for i < j {
		low := pg.low(i)
		if low != "by" && low != "according" && low != "to" && low != "for" && low != "from" {
			break
		}
		i++
	}
	if i == j {
		return Who{}
	}
	cut := c.phraseEnd(p, i, j)
	if w, ok := c.pronoun(p, i, cut, j); ok {
		return w
	}
	if w, ok := c.named(p, i, cut, j); ok {
		return w
	}
	return c.described(p, i, cut, j)
}

// namesIn returns the namings of page p whose names lie in the words [i, j).
func (c *Cast) namesIn(p, i, j int) []naming {
	of := c.names[c.namesAt[p]:c.namesAt[p+1]]
	lo := 0
	for hi := len(of); lo < hi; {
		if m := (lo + hi) / 2; of[m].to <= i {
			lo = m + 1
		} else {
			hi = m
		}
	}
	k := lo
	for k < len(of) && of[k].from < j {
		k++
	}
	return of[lo:k]
}

// phraseEnd returns the end of the noun phrase that begins at word i: before
// a comma, a relative clause or a preposition outside a name.
func (c *Cast) phraseEnd(p, i, j int) int {
	pg := &c.pages[p]
	in := c.namesIn(p, i, j)
	for k := i; k < j; k++ {
		if k > i {
			if pg.tokens[k].gap&^(mark|other) != 0 {
				return k
			}
			low := pg.low(k)
			if (preposition[low] || low == "who" || low == "whom" || low == "whose" || low == "which" || low == "that" || low == "named" || low == "involved") && !inside(in, k) {
				return k
			}
		}
	}
	return j
}

func inside(in []naming, k int) bool {
	for _, n := range in {
		if n.entity >= 0 && n.head <= k && k < n.to {
			return true
		}
	}
	return false
}

// is makes the answer that names an entity.
func (c *Cast) is(e int, certainty float64, why string) Who {
	s := c.entities[e].speaker()
	return Who{Speaker: s.ID, Certainty: certainty, Why: why, Is: s}
}

// named reads a phrase of which the head is a name.
func (c *Cast) named(p, i, cut, j int) (Who, bool) {
	pg := &c.pages[p]
	var heads []int
	var unsure bool
	last := i
	for _, n := range c.namesIn(p, i, cut) {
		if n.entity < 0 || n.nested || n.to > cut {
			continue
		}
		end := n.to // honours behind the name count as part of it
		for end < cut && letters[pg.low(end)] {
			end++
		}
		atEnd := end == cut
		and := n.to < cut && (pg.low(n.to) == "and" || pg.low(n.to) == "&")
		if !atEnd && !and || pg.tokens[n.to-1].is(possessive) && !(atEnd && cut == j) {
			continue
		}
		heads = append(heads, n.entity)
		unsure = n.unsure
		last = end
	}
	if len(heads) > 0 && cut < j && pg.tokens[cut].gap == comma && last == cut {
		if all := c.listed(p, i, j); len(all) > len(heads) {
			return c.joint(all), true
		}
	}
	switch {
	case len(heads) > 0 && last < cut:
		return Who{}, false // "Roe and his aides"
	case len(heads) == 1 && unsure:
		return c.is(heads[0], 0.7, pg.slice(i, last)+" → "+c.entities[heads[0]].name+", one of several of that name"), true
	case len(heads) == 1:
		return c.is(heads[0], 1, ""), true
	case len(heads) > 1:
		return c.joint(heads), true
	}
	if e := c.namedBehind(p, i, cut, j); e >= 0 {
		return c.is(e, 1, ""), true
	}
	return Who{}, false
}

// namedBehind returns whom a name behind a description names: "the White House
// spokesman, Jane Doe". Where the mention ends before the name, a comma must
// close it again, for it may be the first of a list. It returns -1 for nobody.
func (c *Cast) namedBehind(p, i, cut, j int) int {
	pg := &c.pages[p]
	if cut >= len(pg.tokens) || pg.tokens[cut].gap != comma || !c.roleHead(p, cut-1) {
		return -1
	}
	for _, n := range c.namesIn(p, cut, max(j, cut+roleBefore)) {
		if n.entity < 0 || n.head != cut || n.nested || c.entities[n.entity].kind != news.Person {
			continue
		}
		aside := determiners[pg.low(i)] && n.to < len(pg.tokens) && pg.tokens[n.to].gap == comma && pg.low(n.to) != "and" && pg.low(n.to) != "who"
		if cut < j || aside {
			return n.entity
		}
	}
	return -1
}

// listed returns those whom the words [i, j) name one after the other and
// nothing else: "Roe, Doe and Brandt"; nil for any other phrase.
func (c *Cast) listed(p, i, j int) []int {
	pg := &c.pages[p]
	var of []int
	at, and := i, false
	for _, n := range c.namesIn(p, i, j) {
		if n.nested {
			continue
		}
		if at < j && at > i && pg.low(at) == "and" {
			at, and = at+1, true
		}
		if n.entity < 0 || n.head != at {
			return nil
		}
		of, at = append(of, n.entity), n.to
	}
	if at != j || !and {
		return nil
	}
	return of
}

// roleHead tells whether word k is a noun for one person.
func (c *Cast) roleHead(p, k int) bool {
	return c.lx.roles[c.pages[p].low(k)].class >= title
}

// joint is the speaker that several named ones are together.
func (c *Cast) joint(of []int) Who {
	s := news.Speaker{Kind: news.Group}
	var names []string
	for _, e := range of {
		names = append(names, c.entities[e].name)
	}
	s.Name = strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
	s.ID, s.Aliases = slug(s.Name), names
	return Who{Speaker: s.ID, Certainty: 0.9, Is: s}
}
