package answer

import "strings"

// replacePronoun puts a name in the place of the pronouns for a person, outside
// of quotation marks; "they" only where it says something. It tells whether
// there was one.
func replacePronoun(s, name string) (string, bool) {
	var b strings.Builder
	from, found := 0, false
	w := words(s)
	for i, x := range w {
		with := ""
		switch low := strings.TrimSuffix(x.low, "'s"); {
		case quotedAt(s, x.start):
			continue
		case low == "he" || low == "she" || low == "him":
			with = name
			if low != x.low { // he's
				with = name + " is"
			}
		case low == "they" && i > 0 && i+1 < len(w) && (auxiliaries[w[i-1].low] && saysSomething(w[i+1:])):
			with = name
		case low == "his", low == "her" && i+1 < len(w) && !auxiliaries[w[i+1].low] && !joins[w[i+1].low], low == "hers":
			with = possessive(name)
		case low == "her":
			with = name
		default:
			continue
		}
		b.WriteString(s[from:x.start])
		b.WriteString(with)
		from, found = x.end, true
	}
	b.WriteString(s[from:])
	return b.String(), found
}

// saysSomething tells whether a verb of saying opens the words.
func saysSomething(w []word) bool {
	for _, x := range w[:min(len(w), 3)] {
		if v, ok := verbs()[x.low]; ok && !v.noun {
			return true
		}
		if !adverbs[x.low] {
			return false
		}
	}
	return false
}

// joins are the words after which "her" is no possessive.
var joins = set(`about on in at of to for with from by and or when where why how say said tell told as that`)
