package retrieval

import "strings"

// Opposites counts the topic's words of which the terms have an opposite but not
// the word ("increase" asked, "decrease" found), by WordNet.
func (t *Topic) Opposites(terms []Term, found []float64) int {
	n := 0
	for i, w := range t.Words {
		if found[i] >= 0.5 || w.Kind != Plain {
			continue
		}
		if hasOpposite(terms, w.Text) {
			n++
		}
	}
	return n
}

// hasOpposite tells whether one of the terms is the opposite of a word, by
// WordNet or by a prefix ("inaccurate" for "accurate").
func hasOpposite(terms []Term, word string) bool {
	for _, r := range lookUp(word).related {
		if r[0] == '-' && has(terms, r[1:]) {
			return true
		}
	}
	for _, prefix := range negations {
		if rest, cut := strings.CutPrefix(word, prefix); cut && len(rest) > 3 && has(terms, rest) || has(terms, prefix+word) {
			return true
		}
	}
	return false
}

// negations are the prefixes that turn a word into its opposite.
var negations = [...]string{"un", "in", "im", "non", "dis", "ir", "il"}

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
		case "not", "no", "never", "nobody", "nothing", "none", "without", "neither", "nor", "cannot", "unable", "fail", "failed", "except", "lack", "lacked", "least":
			return true
		}
		if strings.HasSuffix(w, "n't") || strings.HasSuffix(w, "n’t") {
			return true
		}
	}
	return false
}
