package phrases

import "strings"

// Text is sentences, one after the other.
type Text []Phrase

// Sentence is a text of one sentence.
func Sentence(english string, args ...any) Text { return Text{Of(english, args...)} }

// String is the text in English.
func (x Text) String() string { return x.In(Tongue{}) }

// In is the text in a language.
func (x Text) In(t Tongue) string {
	var out []string
	for _, p := range x {
		if s := p.In(t); s != "" {
			out = append(out, s)
		}
	}
	return strings.Join(out, " ")
}

// List is things in a row: "A", "A and B", "A, B and C".
type List struct {
	Items []any // as a phrase's arguments
	Or    bool  // the last is joined by "or"
}

// Listed is a list of words that are no phrases.
func Listed[S ~string](words []S) List {
	var l List
	for _, w := range words {
		l.Items = append(l.Items, string(w))
	}
	return l
}

// In is the list in a language.
func (l List) In(t Tongue) string {
	if len(l.Items) == 0 {
		return ""
	}
	out := write(t, l.Items[0])
	for i, item := range l.Items[1:] {
		next := write(t, item)
		switch {
		case i+2 < len(l.Items):
			out += ", " + next
		case l.Or:
			out = t.Say("{first} or {last}", out, next)
		default:
			out = t.Say("{first} and {last}", out, next)
		}
	}
	return out
}

// String is the list in English.
func (l List) String() string { return l.In(Tongue{}) }
