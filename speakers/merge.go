package speakers

import (
	"slices"
	"sort"
	"strings"

	"onrecord/news"
)

// Merge makes the cards of a library out of those of its articles: one card a
// speaker, with counts added up, roles newest first and every alias. Cards with
// one ID are one speaker; so are persons as [Same] says. The result is ordered
// by statements, most first, then by ID.
func Merge(cards []news.Card) []news.Card { return Unite(cards, Same(cards)) }

// Unite is [Merge] where it is known already which IDs stand for others: cards
// of one article are joined as those of its library are.
func Unite(cards []news.Card, same map[string]string) []news.Card {
	at := make(map[string]int, len(cards))
	out := make([]news.Card, 0, len(cards))
	joined := map[int]bool{}
	for _, c := range cards {
		id := c.ID
		if to, ok := same[id]; ok {
			id = to
		}
		i, ok := at[id]
		switch {
		case !ok && id == c.ID: // alone, as nearly all are
			at[id] = len(out)
			if len(c.Roles) == 0 && c.Role != "" {
				c.Roles = []news.RoleAt{{Role: c.Role}}
			}
			out = append(out, c)
			continue
		case !ok:
			i = len(out)
			at[id] = i
			out = append(out, news.Card{Speaker: news.Speaker{ID: id, Kind: c.Kind}})
		case !joined[i]: // what the cards given hold is theirs
			out[i].Aliases, out[i].Roles = slices.Clone(out[i].Aliases), slices.Clone(out[i].Roles)
		}
		joined[i] = true
		out[i] = join(out[i], c)
	}
	for i := range joined {
		finishCard(&out[i])
	}
	sort.Slice(out, func(i, j int) bool {
		a, b := out[i], out[j]
		if x, y := a.Direct+a.Reported, b.Direct+b.Reported; x != y {
			return x > y
		}
		return a.ID < b.ID
	})
	return out
}

// join adds what a card says to another of the same speaker. The name under
// the speaker's own ID wins.
func join(to, c news.Card) news.Card {
	switch {
	case to.Name == "":
		to.Name = c.Name
	case c.Name == to.Name:
	case c.ID == to.ID && slug(to.Name) != to.ID:
		to.Aliases = append(to.Aliases, to.Name)
		to.Name = c.Name
	default:
		to.Aliases = append(to.Aliases, c.Name)
	}
	to.Aliases = append(to.Aliases, c.Aliases...)
	to.Roles = append(to.Roles, c.Roles...)
	if c.Role != "" && len(c.Roles) == 0 {
		to.Roles = append(to.Roles, news.RoleAt{Role: c.Role})
	}
	to.Direct += c.Direct
	to.Reported += c.Reported
	to.Articles += c.Articles
	return to
}

// finishCard drops repeated aliases and roles and puts the newest role first.
func finishCard(c *news.Card) {
	seen := map[string]bool{c.Name: true}
	var aliases []string
	for _, a := range c.Aliases {
		if !seen[a] {
			seen[a] = true
			aliases = append(aliases, a)
		}
	}
	c.Aliases = aliases
	sort.SliceStable(c.Roles, func(i, j int) bool { return c.Roles[i].At.After(c.Roles[j].At) })
	given := map[string]bool{}
	var roles []news.RoleAt
	for _, r := range c.Roles {
		if k := fold(r.Role); !given[k] {
			given[k] = true
			roles = append(roles, r)
		}
	}
	c.Roles = roles
	if len(roles) > 0 {
		c.Role = roles[0].Role
	}
}

// Same tells which IDs stand for a speaker that has another ID in the library:
// from such an ID to the one that [Merge] uses. A person known in one article
// by surname alone is the only person of the library with that surname, and
// "Donald J. Roe" is "Donald Roe", where kinds, roles and sex agree and nobody
// else fits. Only such IDs are in the map; following it once is enough.
func Same(cards []news.Card) map[string]string {
	lx := words()
	d := directory{lx: lx}
	people := map[string][]int{} // bare surname → the first card of each ID
	seen := map[string]bool{}
	count := map[string]int{}
	for i, c := range cards {
		count[c.ID] += max(1, c.Articles)
		if c.Kind == news.Person && !seen[c.ID] && c.Name != "" {
			seen[c.ID] = true
			last := surnameOf(c.Name)
			people[last] = append(people[last], i)
		}
	}
	names := map[int][]string{} // of those who share a surname
	same := map[string]string{}
	for _, i := range sortedFirst(people) {
		group := people[i]
		if len(group) < 2 {
			continue
		}
		for _, k := range group {
			names[k] = d.nameWords(cards[k].Name)
		}
		// Full names first: each joins the best known name that it fits, when
		// it fits one only.
		sort.SliceStable(group, func(x, y int) bool {
			a, b := cards[group[x]].ID, cards[group[y]].ID
			if count[a] != count[b] {
				return count[a] > count[b]
			}
			return a < b
		})
		var heads []int
		for _, k := range group {
			if len(names[k]) < 2 {
				continue
			}
			fits := -1
			for _, h := range heads[:min(len(heads), maxNamesakes)] {
				if lx.samePerson(names[k], names[h]) && suffixOf(cards[k].Name) == suffixOf(cards[h].Name) && lx.onePerson(cards[k], cards[h], names[k], names[h]) {
					if fits >= 0 {
						fits = -2
						break
					}
					fits = h
				}
			}
			if fits >= 0 {
				same[cards[k].ID] = cards[fits].ID
			} else {
				heads = append(heads, k)
			}
		}
		for _, k := range group {
			if len(names[k]) == 1 && len(heads) == 1 && agree(lx, rolesOf(cards[k]), rolesOf(cards[heads[0]])) && lx.onePerson(cards[k], cards[heads[0]], names[k], names[heads[0]]) {
				same[cards[k].ID] = cards[heads[0]].ID
			}
		}
	}
	return same
}

// surnameOf is the last word of a name, folded and bare, a suffix passed over.
func surnameOf(name string) string {
	ws := strings.Fields(name)
	for len(ws) > 1 && suffixes[fold(ws[len(ws)-1])] {
		ws = ws[:len(ws)-1]
	}
	if len(ws) == 0 {
		return ""
	}
	return bare(strings.Trim(fold(ws[len(ws)-1]), ","))
}

func sortedFirst(m map[string][]int) []string {
	var ks []string
	for k := range m {
		ks = append(ks, k)
	}
	sort.Strings(ks)
	return ks
}

func suffixOf(name string) string {
	f := strings.Fields(fold(strings.ReplaceAll(name, ",", " ")))
	if n := len(f); n > 1 && suffixes[f[n-1]] {
		return f[n-1]
	}
	return ""
}

// agree tells whether two lots of roles may be one person's: one is empty, or
// they share a noun for a person.
func agree(lx *lexicon, a, b [][]string) bool {
	if len(a) == 0 || len(b) == 0 {
		return true
	}
	for _, x := range a {
		for _, w := range x {
			if lx.roles[w].class < title {
				continue
			}
			for _, y := range b {
				for _, v := range y {
					if roleForm(v) == roleForm(w) {
						return true
					}
				}
			}
		}
	}
	return false
}
