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
		if e.kind == "" && e.full == 0 && e.where*3 >= e.count && e.where > 0 {
			e.place = true
		}
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
