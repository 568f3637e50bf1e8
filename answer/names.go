package answer

import (
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
