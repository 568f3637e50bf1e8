package speakers

import "onrecord/news"

// headline lists the capitalised words of a headline one by one. Capitals tell
// nothing there: which of the words are names is told by the rest of the
// article, see settleHeadlines.
func (s *scanner) headline() []naming {
	for i, t := range s.pg.tokens {
		low := s.pg.low(i)
		if t.is(capital) && !s.lx.openers[low] && !s.lx.calendar[low] && !partyTag(s.pg.word(i), t.gap) {
			s.out = append(s.out, naming{page: s.no, head: i, from: i, to: i + 1, parts: []string{low}, loose: true})
		}
	}
	return s.out
}

// longestHeadlineName is the most words of a name that headlines are searched for.
const longestHeadlineName = 4

// settleHeadlines gives the words of headlines to those whom the rest of the
// article names: two words or more that are a full name, or a surname alone.
func (c *clusterer) settleHeadlines() {
	for i := 0; i < len(c.names); i++ {
		if !c.names[i].loose {
			continue
		}
		n, words := c.inHeadline(i)
		if n < 0 {
			continue
		}
		c.names[i].entity, c.names[i].to = n, c.names[i].from+words
		c.names[i].kind = c.entities[n].kind
		i += words - 1
	}
}

// inHeadline finds the longest known name that begins with naming i, and how
// many words it has.
func (c *clusterer) inHeadline(i int) (entity, words int) {
	entity = -1
	var parts []string
	for k := i; k < len(c.names) && k < i+longestHeadlineName; k++ {
		n := &c.names[k]
		if !n.loose || n.page != c.names[i].page || n.from != c.names[i].from+k-i {
			break
		}
		parts = append(parts, n.parts[0])
		if e := c.known(parts, n); e >= 0 {
			entity, words = e, len(parts)
		}
	}
	return entity, words
}

// known finds the entity that words name without a doubt, -1 if there is none.
func (c *clusterer) known(parts []string, n *naming) int {
	if e, ok := c.byKey[bodyKey(parts)]; ok && c.entities[e].kind != "" {
		return e
	}
	last := bare(parts[len(parts)-1])
	if len(parts) > 1 {
		for _, e := range c.namesakes(last) {
			if c.lx.samePerson(parts, c.entities[e].parts) {
				return e
			}
		}
		return -1
	}
	if c.pages[n.page].headline && c.lx.ordinary[last] && c.entityCount(last) < 2 {
		return -1
	}
	probe := naming{page: n.page, from: n.from, kind: news.Person}
	return c.choose(c.namesakes(last), &probe)
}

// entityCount is how often the article names those with a surname.
func (c *clusterer) entityCount(last string) int {
	sum := 0
	for _, e := range c.namesakes(last) {
		sum += c.entities[e].count
	}
	return sum
}
