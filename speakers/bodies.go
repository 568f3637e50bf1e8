package speakers

import (
	"strconv"
	"strings"

	"onrecord/news"
)

// thing files a country, a place or an institution.
func (c *clusterer) thing(n *naming) {
	k := bodyKey(n.parts)
	country := 0
	if i, ok := c.lx.countries[strings.Join(n.parts, " ")]; ok {
		country = i + 1
		k = "country " + strconv.Itoa(i)
	}
	if i, ok := c.byKey[k]; ok {
		if country == 0 && len(n.parts) > len(c.entities[i].parts) {
			c.entities[i].parts = n.parts
		}
		c.join(n, i)
		return
	}
	if long, ok := c.lx.short[k]; ok {
		if i, ok := c.byKey[bodyKey(strings.Fields(long))]; ok {
			c.join(n, i)
			return
		}
	}
	i := c.add(&entity{parts: n.parts, kind: n.kind, place: n.place, country: country})
	c.byKey[k] = i
	if n.kind == news.Institution {
		if in := initials(n.parts); len(in) > 1 {
			if _, ok := c.byInit[in]; !ok {
				c.byInit[in] = i
			}
		}
		for _, short := range c.lx.shorts[strings.Join(n.parts, " ")] {
			c.byInit[short] = i
		}
	}
	c.join(n, i)
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

// initials are the first letters of the words that count: "fcb" for the Federal
// Coast Bureau.
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
