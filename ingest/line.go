package ingest

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// shape is what can be seen of a line without understanding it.
type shape struct {
	words    int
	ends     bool // ends as a sentence does
	colon    bool
	titled   bool // most of its longer words begin with a capital
	upper    bool // no small letters
	quoted   bool // has a double quotation mark
	sentence bool // it ends as a sentence does and is long enough for one
}

func shapeOf(text string) shape {
	s := shape{ends: endsSentence(text), colon: strings.HasSuffix(text, ":"), upper: true}
	long, capital := 0, 0
	for word := range strings.FieldsSeq(text) {
		word = strings.TrimLeftFunc(word, unicode.IsPunct)
		first, _ := utf8.DecodeRuneInString(word)
		if !unicode.IsLetter(first) && !unicode.IsDigit(first) {
			continue
		}
		s.words++
		if strings.IndexFunc(word, unicode.IsLower) >= 0 {
			s.upper = false
		}
		// Short words stay small in titles, so they tell nothing.
		if s.words > 1 && utf8.RuneCountInString(word) >= 4 && unicode.IsLetter(first) {
			long++
			if !unicode.IsLower(first) {
				capital++
			}
		}
		if isWide(first) {
			// A script without spaces: count two characters as a word.
			s.words += utf8.RuneCountInString(word) / 2
		}
	}
	s.titled = long > 0 && capital*10 >= long*7
	s.upper = s.upper && s.words > 0
	s.quoted = strings.ContainsAny(text, "\"“”«»„")
	s.sentence = s.ends && s.words >= 4
	return s
}

func isWide(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Khmer, unicode.Lao, unicode.Myanmar)
}

// endsSentence tells whether text ends with a full stop, question mark,
// exclamation mark or ellipsis, closing marks and brackets aside.
func endsSentence(text string) bool {
	text = strings.TrimRightFunc(text, func(r rune) bool {
		return unicode.In(r, unicode.Pe, unicode.Pf, unicode.Pi) || r == '"' || r == '\'' || r == ' ' || r == '*' || r == '_'
	})
	r, _ := utf8.DecodeLastRuneInString(text)
	return strings.ContainsRune(".?!…。！？।؟", r)
}

// hasLetter tells whether a line says anything.
func hasLetter(text string) bool {
	return strings.IndexFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) >= 0
}
