package answer

import (
	"context"
	"sort"
	"strings"

	"onrecord/news"
	"onrecord/speakers"
)

// Suggest completes a name being typed, best first, at most limit: names that
// begin with it, then names with words that do, in any order and by nickname,
// then roles. Nothing typed suggests whoever is credited most.
func (e *Engine) Suggest(ctx context.Context, library, typed string, limit int) ([]news.Card, error) {
	text, err := clean("name", typed, 200)
	if err != nil {
		return nil, nil // half a name is no mistake yet
	}
	r, err := e.roster(ctx, library, "")
	if err != nil {
		return nil, err
	}
	half := foldedWords(text)
	type scored struct {
		card news.Card
		rank int
	}
	var found []scored
	for _, c := range r.cards {
		if rank := completes(half, c); rank > 0 {
			found = append(found, scored{c, rank})
		}
	}
	sort.SliceStable(found, func(i, j int) bool { return found[i].rank > found[j].rank })
	if len(found) == 0 && len(strings.Join(half, " ")) >= 4 {
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

// completes tells how well a speaker completes the words typed so far, 0 not at
// all.
func completes(half []string, c news.Card) int {
	if len(half) == 0 {
		return 1
	}
	name := foldedWords(c.Name)
	switch {
	case strings.HasPrefix(strings.Join(name, " "), strings.Join(half, " ")):
		return 6
	case beginAll(half, name, begins):
		return 5 // the surname, or the surname first
	}
	every := name
	for _, alias := range c.Aliases {
		words := foldedWords(alias)
		if beginAll(half, words, begins) {
			return 4
		}
		every = append(every, words...)
	}
	if c.Kind == news.Person && beginAll(half, name, nicknames) {
		return 3
	}
	every = append(every, foldedWords(c.Role)...)
	for _, role := range c.Roles {
		every = append(every, foldedWords(role.Role)...)
	}
	if beginAll(half, every, beginsRole) {
		return 2
	}
	return 0
}

// beginAll tells whether each of the words typed begins another of the words.
func beginAll(half, words []string, begins func(typed, word string) bool) bool {
	used := make([]bool, len(words))
	for _, h := range half {
		found := false
		for i, w := range words {
			if !used[i] && begins(h, w) {
				used[i], found = true, true
				break
			}
		}
		if !found {
			return false
		}
	}
	return true
}

func begins(typed, word string) bool { return strings.HasPrefix(word, typed) }

// nicknames is begins for names, which may be typed in another form.
func nicknames(typed, word string) bool { return begins(typed, word) || speakers.Nickname(typed, word) }

// beginsRole is begins for roles, which are the same for women and men: who
// looks for a spokesman finds a spokesperson.
func beginsRole(typed, word string) bool {
	if begins(typed, word) {
		return true
	}
	for _, of := range []string{"man", "woman", "person"} {
		office, ok := strings.CutSuffix(word, of)
		if !ok || len(office) < 4 || !strings.HasPrefix(typed, office) {
			continue
		}
		for _, other := range []string{"man", "woman", "person"} {
			if strings.HasPrefix(other, typed[len(office):]) {
				return true
			}
		}
	}
	return false
}
