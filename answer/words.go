package answer

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// word is a word of a question: folded to lower case with its marks taken off,
// and where it stands.
type word struct {
	low        string
	start, end int
	capital    bool // begins with a capital and has a small letter
}

// words cuts a cleaned question at its spaces.
func words(s string) []word {
	var out []word
	for i := 0; i < len(s); {
		j := strings.IndexByte(s[i:], ' ')
		if j < 0 {
			j = len(s)
		} else {
			j += i
		}
		raw := s[i:j]
		bare := strings.TrimFunc(raw, isMark)
		if bare != "" {
			start := i + strings.Index(raw, bare)
			low := strings.ToLower(strings.ReplaceAll(bare, "’", "'"))
			first, _ := utf8.DecodeRuneInString(bare)
			out = append(out, word{low, start, start + len(bare), unicode.IsUpper(first) && strings.ToUpper(bare) != bare})
		}
		i = j + 1
	}
	return out
}

// isMark tells whether r is punctuation that may stand around a word.
func isMark(r rune) bool {
	return unicode.IsPunct(r) || unicode.IsSymbol(r) && r != '$' && r != '€' && r != '£'
}
