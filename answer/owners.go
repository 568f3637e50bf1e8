package answer

import (
	"onrecord/news"
)

// owners tells which speakers of the articles looked at are the ones asked
// about. Articles may know a speaker by another ID than the library, by the
// surname alone: the library's card then has that name among its aliases.
type owners struct {
	by  []news.Card
	ids map[string]bool // the IDs of all the library's cards
}

func (r *roster) owners(by []news.Card) owners { return owners{by, r.ids} }

// own tells whether the article's speaker is one of those asked about.
func (o owners) own(v *view, id string) bool {
	for _, c := range o.by {
		if c.ID == id {
			return true
		}
	}
	s := v.speakers[id]
	if s == nil || o.ids[id] {
		return false
	}
	for _, c := range o.by {
		if s.Kind != c.Kind {
			continue
		}
		for _, alias := range c.Aliases {
			if alias == s.Name {
				return true
			}
		}
	}
	return false
}
