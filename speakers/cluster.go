package speakers

import (
	"strconv"
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
	byGiven  map[string][]int
	byKey    map[string]int // institutions, countries, single words
	byInit   map[string]int // initials of institutions
	byNick   map[string]int // nicknames looked up, -1 for nobody
	byWord   map[string]int // last words of institutions looked up, -1 for none
	low      map[string]bool
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
		case !n.place && len(n.parts) > 1 && (n.kind == news.Person || n.kind == ""):
			c.person(n)
		case n.kind == news.Country || n.kind == news.Institution && len(n.parts) > 1 || n.place:
			c.thing(n)
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

func (c *clusterer) add(e *entity) int {
	c.entities = append(c.entities, e)
	return len(c.entities) - 1
}

func (c *clusterer) text(n *naming) string { return c.pages[n.page].slice(n.from, n.to) }

// person files a name of two words or more.
func (c *clusterer) person(n *naming) {
	last := bare(n.parts[len(n.parts)-1])
	for _, i := range c.namesakes(last) {
		e := c.entities[i]
		if !c.lx.samePerson(n.parts, e.parts) || c.otherSuffix(n, e) || n.sex != unknownGender && e.sex != unknownGender && n.sex != e.sex {
			continue
		}
		n.entity = i
		e.kind = news.Person
		if len(n.parts) > len(e.parts) || len(n.parts) == len(e.parts) && longer(n.parts, e.parts) {
			e.parts = n.parts
		}
		if e.suffix == "" {
			e.suffix = n.suffix
		}
		c.givens(i, n)
		c.evidence(n, e)
		return
	}
	e := &entity{parts: n.parts, suffix: n.suffix, kind: news.Person}
	n.entity = c.add(e)
	c.byLast[last] = append(c.byLast[last], n.entity)
	c.givens(n.entity, n)
	c.evidence(n, e)
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

// thing files a country, a place or an institution.
func (c *clusterer) thing(n *naming) {
	k := bodyKey(n.parts)
	country := 0
	if i, ok := c.lx.countries[strings.Join(n.parts, " ")]; ok {
		country = i + 1
		k = "country " + strconv.Itoa(i)
	}
	if i, ok := c.byKey[k]; ok {
		n.entity = i
		c.evidence(n, c.entities[i])
		if len(n.parts) > len(c.entities[i].parts) {
			if country == 0 {
				c.entities[i].parts = n.parts
			}
		}
		return
	}
	if long, ok := c.lx.short[k]; ok {
		if i, ok := c.byKey[bodyKey(strings.Fields(long))]; ok {
			n.entity = i
			c.evidence(n, c.entities[i])
			return
		}
	}
	e := &entity{parts: n.parts, kind: n.kind, place: n.place, country: country}
	n.entity = c.add(e)
	c.byKey[k] = n.entity
	if n.kind == news.Institution {
		if in := initials(n.parts); len(in) > 1 {
			if _, ok := c.byInit[in]; !ok {
				c.byInit[in] = n.entity
			}
		}
		for _, short := range c.lx.shorts[strings.Join(n.parts, " ")] {
			c.byInit[short] = n.entity
		}
	}
	c.evidence(n, e)
}

// bodyKey makes "Department of Justice" and "Justice Department" one.
func bodyKey(parts []string) string {
	if len(parts) >= 3 && (parts[0] == "department" || parts[0] == "ministry" || parts[0] == "university") && parts[1] == "of" {
		rest := parts[2:]
		if rest[0] == "the" && len(rest) > 1 {
			rest = rest[1:]
		}
		return strings.Join(rest, " ") + " " + parts[0]
	}
	return strings.Join(parts, " ")
}

func initials(parts []string) string {
	var b strings.Builder
	for _, p := range parts {
		switch p {
		case "of", "for", "the", "and", "on", "in", "&":
		default:
			for _, r := range p {
				b.WriteRune(r)
				break
			}
		}
	}
	return b.String()
}

// single files a name of one word: a surname, a given name, an abbreviation,
// or a name of its own.
func (c *clusterer) single(n *naming) {
	w := n.parts[0]
	if n.kind == news.Institution {
		if i, ok := c.byInit[w]; ok {
			n.entity = i
			c.evidence(n, c.entities[i])
			return
		}
	}
	if i := c.choose(c.namesakes(bare(w)), n); i >= 0 {
		n.entity = i
		c.evidence(n, c.entities[i])
		return
	}
	if n.kind == "" || n.kind == news.Person {
		if i := c.byFirst(w, n); i >= 0 {
			n.entity = i
			c.evidence(n, c.entities[i])
			return
		}
	}
	if i, ok := c.byKey[w]; ok {
		n.entity = i
		c.evidence(n, c.entities[i])
		return
	}
	if i := c.ofBody(w, n); i >= 0 {
		n.entity = i
		c.evidence(n, c.entities[i])
		return
	}
	if n.doubtful && !c.capitalElsewhere(w) && (c.lx.common(w) || !c.spoken(n)) {
		return
	}
	e := &entity{parts: n.parts, kind: n.kind}
	n.entity = c.add(e)
	c.byKey[w] = n.entity
	c.evidence(n, e)
}

// choose picks among entities with one surname: by sex, by title, by who was
// named in full just before, by who is named in full most.
func (c *clusterer) choose(with []int, n *naming) int {
	var fit []int
	for _, i := range with {
		e := c.entities[i]
		if n.sex != unknownGender && c.sexOf(e) != unknownGender && c.sexOf(e) != n.sex {
			continue
		}
		fit = append(fit, i)
	}
	if len(fit) < 2 {
		if len(fit) == 1 {
			return fit[0]
		}
		return -1
	}
	if len(n.roleWords) > 0 {
		best, at := 0, -1
		for _, i := range fit {
			hits := 0
			for _, w := range n.roleWords {
				if c.entities[i].roles[w] {
					hits++
				}
			}
			if hits > best {
				best, at = hits, i
			}
		}
		if at >= 0 {
			return at
		}
		n.role, n.roleWords = "", nil // whose it is can't be told
	}
	// The one just named in full, or else the one named in full most, the
	// first of the article where that ties.
	now := c.sentence(n)
	best, recent := -1, -1
	for _, i := range fit {
		e := c.entities[i]
		if e.lastFull > 0 && now+1-e.lastFull <= 1 && (recent < 0 || e.lastFull >= c.entities[recent].lastFull) {
			recent = i
		}
		if best < 0 || e.full > c.entities[best].full {
			best = i
		}
	}
	n.unsure = true
	if recent >= 0 {
		return recent
	}
	return best
}

// quoted tells whether a name stands inside quotation marks.
func (c *clusterer) quoted(n *naming) bool { return c.pages[n.page].tokens[n.from].is(quoted) }

func (c *clusterer) sexOf(e *entity) gender {
	if e.sex != unknownGender {
		return e.sex
	}
	return c.lx.sexOf(e.parts)
}

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

func (c *clusterer) sentence(n *naming) int {
	pg := &c.pages[n.page]
	return pg.sentence(int(pg.tokens[n.from].start))
}

// byFirst finds the only person with a given name, or a form of it.
func (c *clusterer) byFirst(w string, n *naming) int {
	if with := c.byGiven[w]; len(with) > 0 {
		if len(with) == 1 {
			return with[0]
		}
		best := -1
		for _, i := range with {
			if best < 0 || c.entities[i].full > c.entities[best].full {
				best = i
			}
		}
		return best
	}
	if _, ok := c.lx.given[w]; !ok {
		return -1
	}
	found, ok := c.byNick[w]
	if !ok {
		found = c.nicknamed(w)
		c.byNick[w] = found
	}
	return found
}

// nicknamed finds the only person whose given name a nickname stands for, -1 if
// there is none or several.
func (c *clusterer) nicknamed(w string) int {
	found := -1
	if len(c.lx.nicknames[w]) == 0 {
		return found
	}
	for i, e := range c.entities {
		if e.kind == news.Person && len(e.parts) > 1 && c.lx.sameGiven(w, e.parts[0]) {
			if found >= 0 {
				return -1
			}
			found = i
		}
	}
	return found
}

// ofBody finds the only institution that a last word is short for: "the Times".
func (c *clusterer) ofBody(w string, n *naming) int {
	if !n.article || !c.lx.bodyWords[w] {
		return -1
	}
	if i, ok := c.byWord[w]; ok {
		return i
	}
	found := -1
	for i, e := range c.entities {
		if e.kind == news.Institution && len(e.parts) > 1 && e.parts[len(e.parts)-1] == w {
			if found >= 0 {
				found = -1
				break
			}
			found = i
		}
	}
	c.byWord[w] = found
	return found
}

// capitalElsewhere tells whether a word stands capitalised where its place
// does not ask for it.
func (c *clusterer) capitalElsewhere(w string) bool {
	if c.low == nil {
		c.low = map[string]bool{}
		for i := range c.names {
			if n := &c.names[i]; !n.doubtful && !n.loose {
				for _, p := range n.parts {
					c.low[p] = true
				}
			}
		}
	}
	return c.low[w]
}

// common tells nouns that open sentences, "critics" and "retailers", from names.
func (lx *lexicon) common(w string) bool {
	if lx.roles[w].class == roleNoun || lx.bodyNouns[w] || lx.documents[w] || lx.ordinary[w] {
		return true
	}
	one, plural := strings.CutSuffix(w, "s")
	if !plural {
		return false
	}
	if lx.roles[one].class != noRole || lx.bodyNouns[one] || lx.documents[one] {
		return true
	}
	for _, end := range []string{"er", "or", "ist", "ian", "ant", "ee", "ive", "ie", "al"} {
		if strings.HasSuffix(one, end) {
			return true
		}
	}
	return false
}

// spoken tells whether a verb of saying or a possessive follows, as it follows
// names.
func (c *clusterer) spoken(n *naming) bool {
	pg := &c.pages[n.page]
	if pg.tokens[n.to-1].is(possessive) {
		return true
	}
	if _, ok := c.lx.given[n.parts[0]]; ok {
		return true
	}
	return n.to < len(pg.tokens) && pg.tokens[n.to].gap == 0 && verbs[pg.low(n.to)]
}

// verbs are words that follow a speaker's name. A hint, not the cue lexicon.
var verbs = set("said says told tells added adds asked asks wrote writes tweeted argued argues noted notes called calls claimed claims insisted insists replied responded continued explained explains declared announced acknowledged conceded suggested suggests warned warns urged believes believed thinks thought wants wanted has had is was will would did does also who accused denied dismissed praised criticized criticised promised vowed recalled described defended predicted joked cited quipped complained tried went came gave took made began became appeared remains")

// evidence adds what a naming shows about its entity.
func (c *clusterer) evidence(n *naming, e *entity) {
	e.count++
	if len(n.parts) > 1 && !c.quoted(n) {
		e.full++
	}
	if n.sex != unknownGender {
		e.sex = n.sex
	}
	if n.kind == news.Person {
		e.persons += 2
	}
	if n.article || n.kind == news.Institution {
		e.persons--
	}
	for _, w := range n.roleWords {
		if e.roles == nil {
			e.roles = map[string]bool{}
		}
		if len(e.roles) < maxRoleWords {
			e.roles[w] = true
		}
	}
	caption := c.pages[n.page].caption
	switch {
	case n.role == "":
	case e.role == "", weak(e.role) && !weak(n.role), e.fromCaption && !caption, !caption && strings.HasSuffix(fold(n.role), " "+fold(e.role)):
		e.role, e.fromCaption = n.role, caption
	}
}

// fuller tells whether a naming writes its entity's name better than what is
// kept: a country by its usual name, others in full.
func (c *clusterer) fuller(n *naming, e *entity) bool {
	written := strings.Join(n.parts, " ")
	if e.country > 0 {
		return written == fold(c.lx.country[e.country-1]) && fold(e.name) != written
	}
	return written == strings.Join(e.parts, " ") && fold(e.name) != written
}

// plainRole writes a role for showing beside its holder alone: one senator of
// several ("Sens."), and nobody's "his".
func plainRole(role string) string {
	first, rest, more := strings.Cut(role, " ")
	switch strings.ToLower(first) {
	case "his", "her", "their", "its", "our", "my":
		if more {
			return rest
		}
	}
	for _, many := range []string{"Sens", "Reps", "Govs"} {
		head, stop := strings.CutSuffix(role, ".")
		if front, ok := strings.CutSuffix(head, many); ok && stop {
			return front + many[:3] + "."
		}
	}
	return role
}

// relations are what somebody is to others, or to everybody; any other role says
// more.
var relations = set("rival opponent husband wife son daughter brother sister father mother friend friends colleague supporter critic ally counterpart nephew niece uncle aunt cousin girlfriend boyfriend partner man woman boy girl person neighbor neighbour mate classmate roommate widow widower fiance fiancee grandson granddaughter")

// weak tells a role that only relates: it ends with such a noun, or has one
// before "of".
func weak(role string) bool {
	role, _, _ = strings.Cut(fold(role), " of ")
	return relations[role[strings.LastIndexByte(role, ' ')+1:]]
}

// settle gives the entities names, kinds and IDs, drops those that cannot
// speak, and puts them in order of first mention.
func (c *clusterer) settle() []*entity {
	for i := range c.names {
		n := &c.names[i]
		if n.entity < 0 || n.loose {
			continue
		}
		e := c.entities[n.entity]
		form := c.text(n)
		if e.first == 0 {
			e.first = i + 1
		}
		if e.name == "" || c.fuller(n, e) {
			e.name = form
		}
	}
	seen := map[string]int{}
	for _, e := range c.entities {
		e.role = plainRole(e.role)
		if e.kind == "" && !e.place {
			if e.persons < 0 {
				e.kind = news.Institution
			} else {
				e.kind = news.Person
			}
		}
		if e.kind == "" {
			e.kind = news.Country // a place that speaks stands for those who govern it
		}
		if e.country > 0 {
			e.id = slug(c.lx.country[e.country-1])
		} else {
			e.id = slug(e.name)
			if e.suffix != "" && !strings.HasSuffix(e.id, "-"+e.suffix) {
				e.id += "-" + e.suffix
			}
		}
		if e.id == "" {
			e.id = "speaker"
		}
		for id := e.id; seen[e.id] > 0; e.id = id + "-" + strconv.Itoa(seen[id]) {
			seen[id]++
		}
		seen[e.id] = 1
		if e.sex == unknownGender {
			e.sex = c.lx.sexOf(e.parts)
		}
	}
	for i := range c.names {
		n := &c.names[i]
		if n.entity < 0 || n.loose {
			continue
		}
		c.entities[n.entity].alias(c.text(n))
	}
	return c.entities
}

// maxRoleWords bounds the words that tell what one speaker is.
const maxRoleWords = 64

// maxAliases bounds the aliases of one speaker on a hostile page.
const maxAliases = 16

func (e *entity) alias(form string) {
	if form == e.name || len(e.aliases) >= maxAliases {
		return
	}
	for _, a := range e.aliases {
		if a == form {
			return
		}
	}
	e.aliases = append(e.aliases, form)
}
