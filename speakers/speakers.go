// Package speakers tells whom an article names, which names are one speaker,
// and whom a mention ("he", "the spokesman", "Ryabkov") stands for. [Read] does
// it for one article; [Match], [Find] and [Merge] work on the cards of a library.
package speakers

import (
	"sort"

	"onrecord/news"
)

// Mention is a place where an article names somebody or something by name,
// with the title or role that belongs to the name ("Russian Deputy Foreign
// Minister Sergei Ryabkov").
type Mention struct {
	Span    news.Span // the whole mention, title included
	Name    news.Span // the name alone
	Speaker string    // Speaker.ID
}

// Cast is everybody an article names. It is read-only once made.
type Cast struct {
	article  *news.Article
	lx       *lexicon
	pages    []page
	entities []*entity
	names    []naming
	namesAt  []int // per page: where its names begin
	refs     []ref // names and pronouns in text order
	speakers []news.Speaker
	byID     map[string]int
	mentions []Mention
	at       []int // per page: where its mentions begin
}

// Read finds the cast of an article, in time linear in its length.
func Read(a *news.Article) *Cast {
	c := &Cast{article: a, lx: words(), pages: pages(a), byID: map[string]int{}}
	var names []naming
	for i := range c.pages {
		c.namesAt = append(c.namesAt, len(names))
		names = append(names, scan(c.lx, &c.pages[i], i)...)
	}
	c.namesAt = append(c.namesAt, len(names))
	c.names = names
	c.entities = cluster(c.lx, c.pages, names)
	c.list()
	c.mark(names)
	c.refer(names)
	c.address()
	return c
}

// Speakers lists the cast in order of first mention.
func (c *Cast) Speakers() []news.Speaker { return c.speakers }

// Speaker returns a member of the cast by its ID.
func (c *Cast) Speaker(id string) (news.Speaker, bool) {
	i, ok := c.byID[id]
	if !ok {
		return news.Speaker{}, false
	}
	return c.speakers[i], true
}

// Mentions lists the named mentions of one paragraph in text order; they do
// not overlap. The slice is the cast's own.
func (c *Cast) Mentions(paragraph int) []Mention {
	i := c.pageOf(paragraph)
	if i < 0 {
		return nil
	}
	return c.mentions[c.at[i]:c.at[i+1]]
}

// pageOf returns the index of a paragraph by number, -1 if there is none.
func (c *Cast) pageOf(paragraph int) int {
	i := sort.Search(len(c.pages), func(i int) bool { return c.pages[i].number >= paragraph })
	if i == len(c.pages) || c.pages[i].number != paragraph {
		return -1
	}
	return i
}

// list makes the public speakers out of the entities, in order of first mention.
func (c *Cast) list() {
	order := make([]*entity, len(c.entities))
	copy(order, c.entities)
	sort.SliceStable(order, func(i, j int) bool { return order[i].first < order[j].first })
	for _, e := range order {
		c.byID[e.id] = len(c.speakers)
		c.speakers = append(c.speakers, e.speaker())
	}
}

func (e *entity) speaker() news.Speaker {
	return news.Speaker{ID: e.id, Name: e.name, Role: e.role, Kind: e.kind, Aliases: e.aliases}
}

// mark makes the public mentions: those not nested inside another's role.
func (c *Cast) mark(names []naming) {
	n := 0
	for i := range c.pages {
		c.at = append(c.at, len(c.mentions))
		for ; n < len(names) && names[n].page == i; n++ {
			if m := names[n]; m.entity >= 0 && !m.nested {
				c.mentions = append(c.mentions, Mention{
					Span: c.span(i, m.head, m.to), Name: c.span(i, m.from, m.to), Speaker: c.entities[m.entity].id,
				})
			}
		}
	}
	c.at = append(c.at, len(c.mentions))
}

// span is the place of the words [i, j) of a page.
func (c *Cast) span(p, i, j int) news.Span {
	pg := &c.pages[p]
	return news.Span{Article: c.article.Ref(), Paragraph: pg.number, Start: int(pg.tokens[i].start), End: int(pg.tokens[j-1].end)}
}
