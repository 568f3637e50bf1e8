package answer

import (
	"cmp"
	"slices"
	"strings"

	"onrecord/news"
	"onrecord/speakers"
)

// voices lists who speaks for an institution ("the Kremlin", "the State
// Department"): its spokespeople, each credited by name and role in the answer;
// or the country whose government it is.
func (r *roster) voices(typed string) []news.Card {
	for _, of := range []string{" government", " administration", " regime", " authorities"} {
		if rest, ok := strings.CutSuffix(strings.ToLower(typed), of); ok {
			if m := r.match(rest); len(m.Cards) == 1 && m.Cards[0].Kind == news.Country {
				return m.Cards
			}
		}
	}
	want := foldedWords(typed)
	var out []news.Card
	for _, c := range r.sharing(typed) {
		role := map[string]bool{}
		speaksFor := false
		for _, w := range foldedWords(c.Role) {
			role[w] = true
			speaksFor = speaksFor || strings.HasPrefix(w, "spokes")
		}
		all := len(want) > 0
		for _, w := range want {
			all = all && role[w]
		}
		if all && speaksFor {
			out = append(out, c)
		}
	}
	return out
}

// headed finds the only document whose name ends in the word that the typed one
// ends in and has either no other word or one in common: "the agency's annual
// report" is "report", if no other report speaks.
func (r *roster) headed(typed string) *news.Card {
	want := foldedWords(typed)
	if len(want) < 2 {
		return nil
	}
	var found *news.Card
	for _, c := range r.sharing(want[len(want)-1]) {
		name := foldedWords(c.Name)
		if c.Kind != news.Document || len(name) == 0 || name[len(name)-1] != want[len(want)-1] {
			continue
		}
		common := len(name) == 1
		for _, w := range name[:len(name)-1] {
			common = common || slices.Contains(want, w)
		}
		if !common {
			continue
		}
		if found != nil {
			return nil
		}
		found = &c
	}
	return found
}

// withKin adds to whom a name means the other persons whom it may: of the same
// surname, where only that was typed, or of the same first and last name
// ("Donald J. Roe"). Articles know one person by several names, and the topic
// tells several persons apart.
func (r *roster) withKin(typed string, cards []news.Card) []news.Card {
	want := foldedWords(typed)
	if len(want) == 0 {
		return cards
	}
	out := slices.Clone(cards)
	for _, c := range r.sharing(want[len(want)-1]) {
		name := foldedWords(c.Name)
		if c.Kind != news.Person || len(name) == 0 || name[len(name)-1] != want[len(want)-1] || len(want) > 1 && name[0] != want[0] {
			continue
		}
		if !slices.ContainsFunc(out, func(have news.Card) bool { return have.ID == c.ID }) {
			out = append(out, c)
		}
	}
	if fits := addressed(typed, out); len(fits) > 0 {
		out = fits
	}
	slices.SortStableFunc(out, func(a, b news.Card) int { return cmp.Compare(b.Direct+b.Reported, a.Direct+a.Reported) })
	return out
}

// addressed leaves out those whom the honorific that was typed does not fit.
func addressed(typed string, cards []news.Card) []news.Card {
	var out []news.Card
	for _, c := range cards {
		if speakers.Addressed(typed, c) {
			out = append(out, c)
		}
	}
	return out
}

// slip tells whether two names have surnames that differ by one letter.
func slip(typed, name string) bool {
	a, b := foldedWords(typed), foldedWords(name)
	if len(a) == 0 || len(b) == 0 || len(a) > 1 && a[0] != b[0] {
		return false
	}
	x, y, least := a[len(a)-1], b[len(b)-1], 4
	if len(a) > 1 {
		least = 3 // the given name is right
	}
	if len(x) > len(y) {
		x, y = y, x
	}
	i := 0
	for i < len(x) && x[i] == y[i] {
		i++
	}
	switch len(y) - len(x) {
	case 0:
		return len(x) >= least && i > 0 && i < len(x) && x[i+1:] == y[i+1:]
	case 1:
		return len(x) >= least && i > 0 && x[i:] == y[i+1:]
	}
	return false
}
