package speakers

import (
	"strconv"
	"strings"

	"onrecord/news"
)

// fuller tells whether a naming writes its entity's name better than what is
// kept: a country by its usual name, others in full.
func (c *clusterer) fuller(n *naming, e *entity) bool {
	written := strings.Join(n.parts, " ")
	if e.country > 0 {
		return written == fold(c.lx.country[e.country-1]) && fold(e.name) != written
	}
	if written != strings.Join(e.parts, " ") {
		return false
	}
	if fold(e.name) == written { // better "Port Merrow" than "PORT MERROW"
		return len(n.parts) > 1 && e.name == strings.ToUpper(e.name) && c.text(n) != strings.ToUpper(e.name)
	}
	return true
}

// settle gives the entities names, kinds, IDs and aliases, once all namings are
// theirs.
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
		e.settleKind()
		e.id = c.id(e)
		for id := e.id; seen[e.id] > 0; e.id = id + "-" + strconv.Itoa(seen[id]) {
			seen[id]++
		}
		seen[e.id] = 1
		if e.sex == unknownGender {
			e.sex = c.lx.sexOf(e.parts)
			given := e.name[:max(0, strings.LastIndexByte(e.name, ' '))]
			e.sexGuessed = e.sex != unknownGender && !ascii(given)
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

// settleKind decides what an entity is that no single naming told: a place if it
// stands where places do, else a person unless "the" stands before it.
func (e *entity) settleKind() {
	if e.kind == "" && e.full == 0 && e.where > 0 && e.where*3 >= e.count {
		e.place = true
	}
	switch {
	case e.kind != "":
	case e.place:
		e.kind = news.Country // one that speaks stands for those who govern it
	case e.persons < 0:
		e.kind = news.Institution
	default:
		e.kind = news.Person
	}
}

// id is an entity's identifier, not yet unique: the folded fullest name, for a
// country its usual one.
func (c *clusterer) id(e *entity) string {
	if e.country > 0 {
		return slug(c.lx.country[e.country-1])
	}
	id := slug(e.name)
	if e.suffix != "" && !strings.HasSuffix(id, "-"+e.suffix) {
		id += "-" + e.suffix
	}
	if id == "" {
		id = "speaker"
	}
	return id
}

// maxAliases bounds the aliases of one speaker on a hostile page.
const maxAliases = 16

// alias keeps another form of an entity's name.
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
