package phrases

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Phrase is a sentence, or a part of one, that can be said in any language. Its
// zero value is silence.
type Phrase struct {
	english string // its key
	one     string // its English singular, if it counts
	n       int    // what it counts
	counts  bool
	spelled bool // english is no key but words to be said as they are
	args    []any
}

// Of is a phrase of the catalogue with the arguments for its placeholders.
func Of(english string, args ...any) Phrase { return Phrase{english: english, args: args} }

// Counted is a phrase about a number of things, with its English forms.
func Counted(n int, one, many string, args ...any) Phrase {
	return Phrase{english: many, one: one, n: n, counts: true, args: args}
}

// Verbatim is words that are the same in every language.
func Verbatim(words string) Phrase { return Phrase{english: words, spelled: true} }

// IsZero tells whether there is nothing to say.
func (p Phrase) IsZero() bool { return p.english == "" }

// String is the phrase in English.
func (p Phrase) String() string { return p.In(Tongue{}) }

// In is the phrase in a language.
func (p Phrase) In(t Tongue) string {
	if p.spelled {
		return p.english
	}
	return fill(p.template(t), func(name string) (string, bool) { return p.argument(t, name) })
}

// template is the sentence with its placeholders.
func (p Phrase) template(t Tongue) string {
	if t.spoken != nil {
		if e, ok := t.spoken.catalogue()[p.english]; ok {
			if !p.counts {
				return e.other
			}
			return e.form(t.form(p.n))
		}
	}
	if p.counts && p.n == 1 {
		return p.one
	}
	return p.english
}

// argument is what stands for a placeholder.
func (p Phrase) argument(t Tongue, name string) (string, bool) {
	if p.counts && name == "n" {
		return t.Number(p.n), true
	}
	i := 0
	for _, own := range placeholders(p.english) {
		if p.counts && own == "n" {
			continue
		}
		if strings.EqualFold(own, name) && i < len(p.args) {
			text := write(t, p.args[i])
			if r, _ := utf8.DecodeRuneInString(name); unicode.IsUpper(r) {
				text = upperFirst(text)
			}
			return text, true
		}
		i++
	}
	return "", false
}

// write is an argument as text.
func write(t Tongue, arg any) string {
	switch v := arg.(type) {
	case string:
		return v
	case int:
		return t.Number(v)
	case interface{ In(Tongue) string }:
		return v.In(t)
	}
	return fmt.Sprint(arg)
}

// placeholders are the names in braces of a sentence, each once, in their order.
func placeholders(sentence string) []string {
	var out []string
	fill(sentence, func(name string) (string, bool) {
		if !slices.ContainsFunc(out, func(o string) bool { return strings.EqualFold(o, name) }) {
			out = append(out, name)
		}
		return "", true
	})
	return out
}

// fill puts arguments in the places of a sentence. What it puts there is not
// read again, and a brace that names no argument stays.
func fill(sentence string, argument func(name string) (string, bool)) string {
	var b strings.Builder
	for {
		open := strings.IndexByte(sentence, '{')
		if open < 0 {
			break
		}
		length := strings.IndexByte(sentence[open:], '}')
		if length < 0 {
			break
		}
		b.WriteString(sentence[:open])
		if text, ok := argument(sentence[open+1 : open+length]); ok {
			b.WriteString(text)
		} else {
			b.WriteString(sentence[open : open+length+1])
		}
		sentence = sentence[open+length+1:]
	}
	b.WriteString(sentence)
	return b.String()
}

func upperFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}
