package speakers

import (
	"strings"

	"onrecord/news"
)

// clusterer joins namings into entities.
type clusterer struct {
	lx       *lexicon
	pages    []page
	names    []naming
	entities []*entity
	byLast   map[string][]int // bare surname → entities with it
	byGiven  map[string][]int // given name → people with it
	byKey    map[string]int   // institutions, countries, single words
	byInit   map[string]int   // initials of institutions
	byNick   map[string]int   // nicknames looked up, -1 for nobody
	byWord   map[string]int   // last words of institutions looked up, -1 for none
	low      map[string]bool  // words capitalised where their place does not ask for it
}

// cluster decides for every naming whose it is. Full names first, then what
// may be short for one of them.
func cluster(lx *lexicon, ps []page, names []naming) []*entity {
	c := &clusterer{lx: lx, pages: ps, names: names, byLast: map[string][]int{}, byGiven: map[string][]int{}, byKey: map[string]int{}, byInit: map[string]int{}, byNick: map[string]int{}, byWord: map[string]int{}}
	for i := range names {
		n := &names[i]
		n.entity = -1
		if n.loose {
			continue
		}
		switch {
		case n.opened && n.kind == news.Person && n.role == "":
			// Later: "Blaming Roe" is no name if the article has a Roe.
		case !n.place && len(n.parts) > 1 && (n.kind == news.Person || n.kind == ""):
			c.person(n)
		case n.kind == news.Country || n.kind == news.Institution && len(n.parts) > 1 || n.place:
			c.thing(n)
		}
	}
	for i := range names {
		if n := &names[i]; n.entity < 0 && n.opened && !n.loose && n.kind == news.Person && n.role == "" {
			c.opening(n)
		}
	}
	for i := range names {
		n := &names[i]
		if n.loose {
			continue
		}
		if n.entity < 0 && len(n.parts) > 0 {
			c.single(n)
		} else if n.entity >= 0 && len(n.parts) > 1 && !c.quoted(n) {
			c.entities[n.entity].lastFull = c.sentence(n) + 1
		}
	}
	c.settleHeadlines()
	return c.settle()
}

// add makes an entity known and returns its number.
func (c *clusterer) add(e *entity) int {
	c.entities = append(c.entities, e)
	return len(c.entities) - 1
}

// join gives a naming to an entity.
func (c *clusterer) join(n *naming, i int) {
	n.entity = i
	c.evidence(n, c.entities[i])
}

// text is a name as it is written.
func (c *clusterer) text(n *naming) string { return c.pages[n.page].slice(n.from, n.to) }

// person files a name of two words or more.
func (c *clusterer) person(n *naming) {
	last := bare(n.parts[len(n.parts)-1])
	for _, i := range c.namesakes(last) {
		e := c.entities[i]
		if !c.lx.samePerson(n.parts, e.parts) || c.otherSuffix(n, e) || n.sex != unknownGender && e.sex != unknownGender && n.sex != e.sex {
			continue
		}
		e.kind = news.Person
		if len(n.parts) > len(e.parts) || len(n.parts) == len(e.parts) && longer(n.parts, e.parts) {
			e.parts = n.parts
		}
		if e.suffix == "" {
			e.suffix = n.suffix
		}
		c.givens(i, n)
		c.join(n, i)
		return
	}
	i := c.add(&entity{parts: n.parts, suffix: n.suffix, kind: news.Person})
	c.byLast[last] = append(c.byLast[last], i)
	c.givens(i, n)
	c.join(n, i)
}

// opening files a run that opens a sentence with a word that is no known given
// name. Where the rest names somebody by another given name and the word is an
// ordinary one, it is none.
func (c *clusterer) opening(n *naming) {
	first, rest := n.parts[0], n.parts[1:]
	ordinary := c.lx.plainWord(first) || verbs[first] || strings.HasSuffix(first, "ing") || strings.HasSuffix(first, "ed")
	for _, i := range c.namesakes(bare(rest[len(rest)-1])) {
		e := c.entities[i]
		if ordinary && !c.lx.samePerson(n.parts, e.parts) && c.lx.samePerson(rest, e.parts) {
			n.from, n.head, n.parts = n.from+1, n.from+1, rest
			break
		}
	}
	if len(n.parts) > 1 {
		c.person(n)
	}
}

// otherSuffix tells father from son: once the plain name is known, one with
// "Jr." is somebody else; a "Jr." known first may lose it later.
func (c *clusterer) otherSuffix(n *naming, e *entity) bool {
	return n.suffix != "" && e.suffix != n.suffix
}

// longer prefers "Donald" to "D." among names of as many words.
func longer(a, b []string) bool {
	return len(strings.Join(a, "")) > len(strings.Join(b, "")) && len(b[0]) == 1
}

// givens files a person under a given name.
func (c *clusterer) givens(i int, n *naming) {
	g := n.parts[0]
	with := c.byGiven[g]
	if len(with) >= maxNamesakes {
		return
	}
	for _, j := range with {
		if j == i {
			return
		}
	}
	c.byGiven[g] = append(with, i)
}

// maxNamesakes bounds how many people of one name are told apart, so that a
// page of nothing but names takes no longer than others.
const maxNamesakes = 64

// namesakes are the first entities with a surname.
func (c *clusterer) namesakes(last string) []int {
	with := c.byLast[last]
	return with[:min(len(with), maxNamesakes)]
}

// quoted tells whether a name stands inside quotation marks.
func (c *clusterer) quoted(n *naming) bool { return c.pages[n.page].tokens[n.from].is(quoted) }

// sentence is the article-wide number of the sentence that a name stands in.
func (c *clusterer) sentence(n *naming) int {
	pg := &c.pages[n.page]
	return pg.sentence(int(pg.tokens[n.from].start))
}
