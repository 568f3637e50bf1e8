package answer

import (
	"sort"
	"strings"

	"onrecord/news"
	"onrecord/retrieval"
)

// called is whom a typed name stands for.
type called struct {
	// Cards are the speakers it may mean: one, or several when it is ambiguous.
	Cards []news.Card
	// Guessed tells that the name was read past a slip of the pen.
	Guessed bool
}

// How a typed name can meet a speaker, best first.
const (
	noMatch = iota
	bySlip  // a letter or two wrong
	byRole  // "the State Department spokesman", "Secretary Kerry"
	byPart  // a given name: "Sergei"
	byLast  // a surname: "Ryabkov"
	byName  // the whole name, or another by which an article calls the speaker
)

// call finds the speakers that a typed name may mean.
func call(typed string, cards []news.Card) called {
	words := nameWords(typed)
	if len(words) == 0 {
		return called{}
	}
	best := noMatch
	var out called
	for _, c := range cards {
		m := meets(words, c)
		if m == noMatch || m < best {
			continue
		}
		if m > best {
			best, out.Cards = m, nil
		}
		out.Cards = append(out.Cards, c)
	}
	out.Guessed = best == bySlip
	return out
}

// callEach finds the speakers of a stretch of a question: it is tried as one
// name, then as several. The names that nobody has come back apart.
func callEach(typed string, cards []news.Card) (found called, unknown []string) {
	if found = call(typed, cards); len(found.Cards) > 0 {
		return found, nil
	}
	parts := splitNames(typed)
	if len(parts) < 2 {
		return found, []string{typed}
	}
	seen := map[string]bool{}
	for _, p := range parts {
		one := call(p, cards)
		if len(one.Cards) == 0 {
			unknown = append(unknown, p)
		}
		found.Guessed = found.Guessed || one.Guessed
		for _, c := range one.Cards {
			if !seen[c.ID] {
				seen[c.ID] = true
				found.Cards = append(found.Cards, c)
			}
		}
	}
	return found, unknown
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

// meets tells how the words of a typed name meet a speaker.
func meets(typed []string, c news.Card) int {
	best := noMatch
	full := map[string]bool{}
	for _, name := range append([]string{c.Name}, c.Aliases...) {
		words := nameWords(name)
		if len(words) == 0 {
			continue
		}
		for _, w := range words {
			full[w] = true
		}
		last := words[len(words)-1]
		switch {
		case strings.Join(words, " ") == strings.Join(typed, " "):
			if len(words) > 1 || c.Kind != news.Person {
				return byName
			}
			best = max(best, byLast)
		case !within1(typed, words):
		case typed[len(typed)-1] == last:
			best = max(best, byLast)
		case c.Kind == news.Person:
			best = max(best, byPart)
		}
	}
	if best != noMatch {
		return best
	}
	role := map[string]bool{}
	for _, r := range append([]news.RoleAt{{Role: c.Role}}, c.Roles...) {
		for _, w := range nameWords(r.Role) {
			role[w] = true
		}
	}
	named, roled := 0, 0
	for _, w := range typed {
		switch {
		case full[w]:
			named++
		case role[w] || titles[w]:
			roled++
		}
	}
	if named+roled == len(typed) && (named > 0 || roled > 0 && !onlyTitles(typed, role)) {
		return byRole
	}
	if c.Kind == news.Person && slips(typed, c) {
		return bySlip
	}
	return noMatch
}

// onlyTitles tells whether none of the words is the role's own.
func onlyTitles(typed []string, role map[string]bool) bool {
	for _, w := range typed {
		if role[w] {
			return false
		}
	}
	return true
}

func within1(some, all []string) bool {
	for _, w := range some {
		found := false
		for _, a := range all {
			found = found || a == w
		}
		if !found {
			return false
		}
	}
	return true
}

// slips tells whether every typed word is a word of the speaker's name but for
// a slip, the surname being among them.
func slips(typed []string, c news.Card) bool {
	words := nameWords(c.Name)
	if len(words) == 0 {
		return false
	}
	last := words[len(words)-1]
	surname := false
	for _, t := range typed {
		ok := titles[t]
		for _, w := range words {
			if near(t, w) {
				ok = true
				surname = surname || w == last
			}
		}
		if !ok {
			return false
		}
	}
	return surname
}

// near tells whether two words differ by no more than a slip: one letter in
// words of four letters, two in words of seven.
func near(a, b string) bool {
	if a == b {
		return true
	}
	long := max(len(a), len(b))
	limit := 0
	switch {
	case long >= 7:
		limit = 2
	case long >= 4:
		limit = 1
	}
	return limit > 0 && a[0] == b[0] && distance(a, b, limit) <= limit || limit == 2 && distance(a, b, 1) <= 1
}

// distance is the Damerau-Levenshtein distance of two words (optimal string
// alignment), or more than limit as soon as it must be.
func distance(a, b string, limit int) int {
	x, y := []rune(a), []rune(b)
	if d := len(x) - len(y); d > limit || -d > limit {
		return limit + 1
	}
	two, one := make([]int, len(y)+1), make([]int, len(y)+1)
	for j := range one {
		one[j] = j
	}
	for i := 1; i <= len(x); i++ {
		row := make([]int, len(y)+1)
		row[0] = i
		for j := 1; j <= len(y); j++ {
			cost := 1
			if x[i-1] == y[j-1] {
				cost = 0
			}
			row[j] = min(one[j]+1, row[j-1]+1, one[j-1]+cost)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				row[j] = min(row[j], two[j-2]+1)
			}
		}
		two, one = one, row
	}
	return one[len(y)]
}

// titles stand before names without belonging to them.
var titles = set(`mr mrs ms miss dr sir madam president secretary senator sen representative rep congressman
	congresswoman governor gov minister chancellor judge justice general gen colonel mayor prince queen king
	ambassador spokesperson official chairman director sheriff officer professor reverend rev pope`)

// nameWords cuts a name into folded words: articles, possessive endings and
// dots go, the words for a spokesperson and a country's names become one.
func nameWords(s string) []string {
	var out []string
	for _, w := range strings.FieldsFunc(s, func(r rune) bool {
		return r == ' ' || r == '-' || r == ',' || r == '/' || r == '(' || r == ')' || r == '"' || r == '“' || r == '”'
	}) {
		w = strings.ToLower(strings.ReplaceAll(w, "’", "'"))
		w = strings.TrimRight(w, ".?!:;")
		w = strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "'")
		w = strings.ReplaceAll(w, ".", "")
		w = retrieval.Fold(w)
		switch w {
		case "", "the", "a", "an", "of", "for":
			continue
		case "spokesman", "spokeswoman":
			w = "spokesperson"
		case "us", "usa", "america", "american":
			out = append(out, "united", "states")
			continue
		}
		out = append(out, w)
	}
	return out
}

// nearestCards lists the speakers whose names are most like an unknown one, at most limit.
func nearestCards(typed string, cards []news.Card, limit int) []news.Card {
	words := nameWords(typed)
	type scored struct {
		card  news.Card
		score float64
	}
	var all []scored
	for _, c := range cards {
		best := 0.0
		for _, name := range append([]string{c.Name}, c.Aliases...) {
			for _, n := range nameWords(name) {
				for _, t := range words {
					best = max(best, likeness(t, n))
				}
			}
		}
		if best >= 0.5 {
			all = append(all, scored{c, best})
		}
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].score > all[j].score })
	var out []news.Card
	for _, s := range all[:min(limit, len(all))] {
		out = append(out, s.card)
	}
	return out
}

// likeness of two words, 0 to 1: 1 less the share of letters to change.
func likeness(a, b string) float64 {
	long := max(len([]rune(a)), len([]rune(b)))
	if long == 0 {
		return 0
	}
	return 1 - float64(distance(a, b, long))/float64(long)
}
