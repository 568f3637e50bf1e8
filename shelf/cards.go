package shelf

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"onrecord/news"
)

// cards are the speakers of two libraries, made of the lists that those gave.
type cards struct {
	own, shared []news.Card
	of          *pair
	all         []news.Card
}

// Cards implements answer.Library. The list is the same one in memory as long as
// the libraries stay: those who ask go by that.
func (s *Shelf) Cards(ctx context.Context, library, article string) ([]news.Card, error) {
	own, shared, ok := split(library)
	if !ok {
		return s.store.Cards(ctx, library, article)
	}
	if article != "" {
		holder, err := s.holder(ctx, library, own, shared, article)
		if err != nil {
			return nil, err
		}
		return s.store.Cards(ctx, holder, article)
	}
	p, err := s.both(ctx, library, own, shared)
	if err != nil {
		return nil, err
	}
	a, err := s.store.Cards(ctx, own, "")
	if err != nil {
		return nil, err
	}
	b, err := s.store.Cards(ctx, shared, "")
	if err != nil || len(a) == 0 && len(p.twice) == 0 {
		return b, err
	}
	if k, ok := s.cards.Get(library); ok && k.of == p && sameList(k.own, a) && sameList(k.shared, b) {
		return k.all, nil
	}
	left := b
	for _, id := range p.twice {
		counted, err := s.store.Cards(ctx, shared, id)
		if err != nil {
			return nil, err
		}
		left = without(left, counted)
	}
	k := &cards{own: a, shared: b, of: p, all: join(a, left)}
	s.cards.Add(library, k)
	return k.all, nil
}

// sameList tells whether two lists are one in memory.
func sameList(a, b []news.Card) bool {
	return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0])
}

// without takes what one article credits out of a list of cards. Names and roles
// stay: the other copy of the article has them.
func without(all, counted []news.Card) []news.Card {
	byID := make(map[string]news.Card, len(counted))
	for _, c := range counted {
		byID[c.ID] = c
	}
	var out []news.Card
	for _, c := range all {
		if less, ok := byID[c.ID]; ok {
			c.Direct -= less.Direct
			c.Reported -= less.Reported
			c.Articles -= less.Articles
		}
		if c.Direct+c.Reported > 0 {
			out = append(out, c)
		}
	}
	return out
}

// join makes one list of two: one card a speaker, most statements first, then by
// ID.
func join(own, shared []news.Card) []news.Card {
	out := slices.Clone(own)
	at := make(map[string]int, len(out))
	for i, c := range out {
		at[c.ID] = i
	}
	for _, c := range shared {
		if i, ok := at[c.ID]; ok {
			out[i] = one(out[i], c)
		} else {
			out = append(out, c)
		}
	}
	slices.SortFunc(out, func(a, b news.Card) int {
		return cmp.Or(cmp.Compare(b.Direct+b.Reported, a.Direct+a.Reported), strings.Compare(a.ID, b.ID))
	})
	return out
}

// one makes one card of a speaker's two. The own one's name and kind stand; the
// role is the newest of either.
func one(own, shared news.Card) news.Card {
	own.Direct += shared.Direct
	own.Reported += shared.Reported
	own.Articles += shared.Articles
	own.Aliases = slices.Clone(own.Aliases)
	for _, name := range append([]string{shared.Name}, shared.Aliases...) {
		if name != own.Name && !slices.Contains(own.Aliases, name) {
			own.Aliases = append(own.Aliases, name)
		}
	}
	var roles []news.RoleAt
	a, b := own.Roles, shared.Roles
	for len(a)+len(b) > 0 {
		var next news.RoleAt
		if len(b) == 0 || len(a) > 0 && !b[0].At.After(a[0].At) {
			next, a = a[0], a[1:]
		} else {
			next, b = b[0], b[1:]
		}
		if !slices.ContainsFunc(roles, func(r news.RoleAt) bool { return strings.EqualFold(r.Role, next.Role) }) {
			roles = append(roles, next)
		}
	}
	own.Roles = roles
	if len(roles) > 0 {
		own.Role = roles[0].Role
	}
	return own
}
