package answer

import (
	"context"
	"sort"
	"strings"

	"onrecord/news"
)

// Suggest completes a name being typed, best first, at most limit: names that
// begin with it, then other names with a word that does, then roles. Nothing
// typed suggests whoever is credited most.
func (e *Engine) Suggest(ctx context.Context, library, typed string, limit int) ([]news.Card, error) {
	text, err := clean("name", typed, 200)
	if err != nil {
		return nil, nil // half a name is no mistake yet
	}
	r, err := e.roster(ctx, library, "")
	if err != nil {
		return nil, err
	}
	prefix := strings.Join(foldedWords(text), " ")
	type scored struct {
		card news.Card
		rank int
	}
	var found []scored
	for _, c := range r.cards {
		if rank := completes(prefix, c); rank > 0 {
			found = append(found, scored{c, rank})
		}
	}
	sort.SliceStable(found, func(i, j int) bool { return found[i].rank > found[j].rank })
	if len(found) == 0 && len(prefix) >= 4 {
		for _, c := range r.call(text).Cards { // a slip of the pen
			found = append(found, scored{c, 1})
		}
	}
	var out []news.Card
	for _, f := range found[:min(len(found), max(limit, 0))] {
		out = append(out, f.card)
	}
	return out, nil
}

// completes tells how well a speaker completes what was typed, 0 not at all.
func completes(prefix string, c news.Card) int {
	if prefix == "" {
		return 1
	}
	best := 0
	for i, name := range append([]string{c.Name}, c.Aliases...) {
		words := foldedWords(name)
		whole := strings.Join(words, " ")
		switch {
		case strings.HasPrefix(whole, prefix) && i == 0:
			return 5
		case strings.HasPrefix(whole, prefix):
			best = max(best, 4)
		case strings.Contains(" "+whole, " "+prefix):
			best = max(best, 4)
		}
	}
	if best < 3 && strings.Contains(" "+strings.Join(foldedWords(c.Role), " "), " "+prefix) {
		best = 3
	}
	return best
}
