package answer

import (
	"cmp"
	"slices"
	"strings"

	"onrecord/news"
	"onrecord/retrieval"
)

// called is whom a stretch of a question names.
type called struct {
	// Cards are the speakers it may mean: one, or several when it is ambiguous
	// or names several.
	Cards []news.Card
	// Guessed tells that a name was read past a slip of the pen.
	Guessed bool
	// Unknown is the first name that nobody has, "" if all are known, and
	// Nearest the names most like it.
	Unknown string
	Nearest []news.Card
}

// call finds the speakers of a stretch of a question: it is tried as one name,
// then as several ("Kerry or Kirby", "Ryabkov, the deputy minister").
func (r *roster) call(typed string) called {
	whole := r.callOne(typed)
	parts := splitNames(typed)
	if len(whole.Cards) > 0 || len(parts) < 2 {
		return whole
	}
	var out called
	seen := map[string]bool{}
	for _, p := range parts {
		one := r.callOne(p)
		if len(one.Cards) == 0 && out.Unknown == "" {
			out.Unknown, out.Nearest = p, one.Nearest
		}
		out.Guessed = out.Guessed || one.Guessed
		for _, c := range one.Cards {
			if !seen[c.ID] {
				seen[c.ID] = true
				out.Cards = append(out.Cards, c)
			}
		}
	}
	return out
}

// callOne finds whom one name means. Where it is misspelt and near to several,
// all of those are meant: the topic tells them apart.
func (r *roster) callOne(typed string) called {
	if strings.EqualFold(strings.TrimPrefix(strings.ToLower(typed), "the "), "america") {
		typed = "United States"
	}
	m := r.match(typed)
	if len(m.Cards) > 0 {
		return called{Cards: m.Cards, Guessed: m.Guess}
	}
	if owner, office, ok := strings.Cut(strings.ReplaceAll(typed, "’", "'"), "'s "); ok {
		// "Russia's deputy foreign minister" is a Russian Deputy Foreign Minister
		holders := r.match(office).Cards
		if len(holders) == 1 && retrieval.NewTopic(owner).Cover(holders[0].Name+" "+holders[0].Role).Share > 0 {
			return called{Cards: holders}
		}
	}
	if voices := r.voices(typed); len(voices) > 0 {
		return called{Cards: voices}
	}
	if head := r.headed(typed); head != nil {
		return called{Cards: []news.Card{*head}}
	}
	out := called{Unknown: typed, Nearest: m.Nearest}
	for _, c := range m.Nearest {
		if slip(typed, c.Name) {
			out.Cards, out.Guessed = append(out.Cards, c), true
		}
	}
	if len(out.Cards) > 0 {
		out.Unknown = ""
	}
	return out
}

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
	slices.SortStableFunc(out, func(a, b news.Card) int { return cmp.Compare(b.Direct+b.Reported, a.Direct+a.Reported) })
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

// splitNames cuts "Kerry or Kirby" and "Ryabkov, the deputy minister," apart.
func splitNames(s string) []string {
	s = strings.NewReplacer(" or ", ",", " and ", ",", " & ", ",", "/", ",", " vs ", ",", " versus ", ",").Replace(s)
	var out []string
	for _, p := range strings.Split(s, ",") {
		p = strings.TrimSpace(p)
		for _, lead := range []string{"or ", "and ", "either ", "both "} {
			p = strings.TrimPrefix(p, lead)
		}
		if p != "" {
			out = append(out, p)
		}
	}
	return out
}

// foldedWords cuts a name into folded words, its articles left out.
func foldedWords(s string) []string {
	var out []string
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '-' || r == ',' || r == '/' }) {
		w = strings.TrimSuffix(strings.TrimSuffix(strings.ReplaceAll(w, "’", "'"), "'s"), "'")
		if w = retrieval.Fold(w); w != "" && w != "the" {
			out = append(out, w)
		}
	}
	return out
}

// names lists cards by name.
func names(cards []news.Card) []string {
	var out []string
	for _, c := range cards {
		out = append(out, c.Name)
	}
	return out
}

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
