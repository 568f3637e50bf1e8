package retrieval

import (
	"cmp"
	"slices"
)

// maxLed bounds the documents that a question looks at: the rarest terms lead
// while the documents that have them are at most so many together, and a
// document that has only commoner terms is passed over. The rarest term always
// leads. A library of d paragraphs never comes to the bound for a question of
// maxLed/d terms: with the thirty or so that a long question has, that is one of
// 16,000 paragraphs; as most terms are rare, ones of some 100,000 hardly do.
const maxLed = 500_000

// match is what to ask the index for: the topic's terms, of which some lead to
// about so many documents at most, and behind them those of a speaker's name, by
// which alone nothing is found.
func (t *Topic) match(name []string, most int) Match {
	m := Match{Terms: slices.Concat(t.terms, name), Leading: make([]bool, len(t.terms)+len(name))}
	order := make([]int, len(t.terms))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(t.Counts.With[a], t.Counts.With[b]) })
	sum := 0
	for n, i := range order {
		if sum += t.Counts.With[i]; n > 0 && sum > most {
			break
		}
		m.Leading[i] = true
	}
	return m
}
