package retrieval

import "strings"

// opposed counts the topic's words of which the terms have an opposite but not
// the word ("increase" asked, "decrease" found), by WordNet.
func (t *Topic) opposed(terms []Term, found []float64) int {
	n := 0
	for i, w := range t.Words {
		if found[i] >= 0.5 || w.Kind != Plain {
			continue
		}
		for _, r := range lookUp(w.Text).related {
			if r[0] == '-' && has(terms, r[1:]) {
				n++
				break
			}
		}
	}
	return n
}

func has(terms []Term, text string) bool {
	for _, t := range terms {
		if t.Text == text {
			return true
		}
	}
	return false
}

// Negated tells whether a text says no.
func Negated(s string) bool {
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return r == ' ' || r == ',' || r == '.' || r == '?' }) {
		switch w {
		case "not", "no", "never", "nobody", "nothing", "none", "without", "neither", "nor", "cannot", "unable", "fail", "failed", "except", "lack", "lacked":
			return true
		}
		if strings.HasSuffix(w, "n't") || strings.HasSuffix(w, "n’t") {
			return true
		}
	}
	return false
}

// Opposed is [Topic.opposed] for a sentence of a passage.
func (t *Topic) Opposed(p *Passage, i int, found []float64) int { return t.opposed(p.In(i), found) }
