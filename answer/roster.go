package answer

import (
	"context"
	"fmt"
	"sort"
	"sync"

	"onrecord/news"
	"onrecord/speakers"
)

// roster is the speakers of a library with an index of the words that name
// them, so that a name is matched with the few that it may mean and not with
// thousands. It is read-only once made.
type roster struct {
	cards  []news.Card
	byWord map[string][]int // places in cards, ascending, each once
	ids    map[string]bool
	all    func() speakers.Prepared // made when first needed
}

func newRoster(cards []news.Card) *roster {
	r := &roster{cards: cards, byWord: make(map[string][]int, 2*len(cards)), ids: make(map[string]bool, len(cards))}
	r.all = sync.OnceValue(func() speakers.Prepared { return speakers.Prepare(cards) })
	for i, c := range cards {
		r.ids[c.ID] = true
		r.index(c.Name, i)
		for _, a := range c.Aliases {
			r.index(a, i)
		}
		r.index(c.Role, i)
		for _, role := range c.Roles {
			r.index(role.Role, i)
		}
	}
	return r
}

func (r *roster) index(text string, card int) {
	for _, w := range foldedWords(text) {
		if at := r.byWord[w]; len(at) == 0 || at[len(at)-1] != card {
			r.byWord[w] = append(at, card)
		}
	}
}

// sharing lists the cards that share a word with a text, in their order.
func (r *roster) sharing(text string) []news.Card {
	seen := map[int]bool{}
	var at []int
	for _, w := range foldedWords(text) {
		for _, i := range r.byWord[w] {
			if !seen[i] {
				seen[i] = true
				at = append(at, i)
			}
		}
	}
	sort.Ints(at)
	var out []news.Card
	for _, i := range at {
		out = append(out, r.cards[i])
	}
	return out
}

// match is speakers.Match among those who share a word with the name, or among
// all when that finds nobody: initials, nicknames and slips share none.
func (r *roster) match(typed string) speakers.Matches {
	if some := r.sharing(typed); len(some) > 0 {
		if m := speakers.Match(typed, some); len(m.Cards) > 0 && !m.Guess {
			return m
		}
	}
	return r.all().Match(typed)
}

// roster returns the speakers of a library or of one article of it. The index
// is kept until the library gives another list.
func (e *Engine) roster(ctx context.Context, library, article string) (*roster, error) {
	cards, err := e.lib.Cards(ctx, library, article)
	if err != nil {
		return nil, fmt.Errorf("list the speakers: %w", err)
	}
	key := library + "\x00" + article
	if r, ok := e.rosters.Get(key); ok && sameList(r.cards, cards) {
		return r, nil
	}
	r := newRoster(cards)
	e.rosters.Add(key, r, 1000+600*len(cards))
	return r, nil
}

// sameList tells whether two lists are one in memory.
func sameList(a, b []news.Card) bool {
	return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0])
}
