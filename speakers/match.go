package speakers

import (
	"strings"

	"onrecord/news"
)

// Matches is whom a typed name means.
type Matches struct {
	// Cards are those that the name names: one, or several when it is
	// ambiguous ("John"), in the order given; empty when it is unknown.
	Cards []news.Card
	// Guess tells that the name is misspelt, and Cards those that it is a
	// likely slip for, the likest first.
	Guess bool
	// Nearest are the names most like an unknown one, the likest first, at most
	// five. Empty when there are Cards.
	Nearest []news.Card
}

// One returns the only card, nil when there is none or more than one.
func (m Matches) One() *news.Card {
	if len(m.Cards) != 1 {
		return nil
	}
	return &m.Cards[0]
}

// maxTyped bounds what is read of a typed name, in bytes.
const maxTyped = 200

// mostNearest bounds how many names like an unknown one are given.
const mostNearest = 5

// Match finds whom a typed name means among cards: by full name, surname,
// given name or nickname, alias, role ("the State Department spokesman") or
// initials, in any order ("Ryabkov, Sergei"), whatever its case, accents and
// possessive. Cards that fit best are returned. A name that fits none may be
// one misspelt, see [Matches].
func Match(typed string, among []news.Card) Matches {
	return newDirectory(among).match(typed)
}

func (d *directory) match(typed string) Matches {
	if len(typed) > maxTyped {
		typed = strings.ToValidUTF8(typed[:maxTyped], "")
	}
	var ways [][]string
	if last, first, ok := strings.Cut(typed, ","); ok && !strings.Contains(first, ",") {
		ways = append(ways, d.nameWords(first+" "+last))
	}
	ways = append(ways, d.nameWords(typed))
	if len(ways[len(ways)-1]) == 0 {
		return Matches{}
	}
	best := unmatched
	var found []int
	for i := range d.entries {
		for _, q := range ways {
			switch how := d.how(q, i); {
			case how == unmatched || how < best:
			case how > best:
				best, found = how, []int{i}
			case len(found) == 0 || found[len(found)-1] != i:
				found = append(found, i)
			}
		}
	}
	if best > unmatched {
		return Matches{Cards: d.take(d.narrow(found, plainWords(typed)))}
	}
	near, likely := d.nearest(ways[0])
	if likely > 0 {
		return Matches{Cards: d.take(near[:likely]), Guess: true}
	}
	return Matches{Nearest: d.take(near)}
}

func (d *directory) take(at []int) []news.Card {
	var out []news.Card
	for _, i := range at {
		out = append(out, d.cards[i])
	}
	return out
}
