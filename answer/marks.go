package answer

import (
	"strings"
	"unicode/utf8"
)

// Quotation marks that open and close, by either habit of the languages that
// share them.
const (
	openingMarks = "“„«»\"‟″"
	closingMarks = "”“»«\"″"
)

// HasMarks tells whether a text has quotation marks of its own; single ones,
// which may be apostrophes, don't count.
func HasMarks(text string) bool { return strings.ContainsAny(text, openingMarks+closingMarks) }

// Unmarked takes the outer pair of quotation marks off the words of a direct
// quotation, so that it can be shown in a clean pair. Where marks inside tell
// that the outer ones are no pair (“a,” he said, “b”), ok is false and the words
// must be shown as they are.
func Unmarked(words string) (inner string, ok bool) {
	inner = strings.TrimSpace(words)
	if r, n := utf8.DecodeRuneInString(inner); n > 0 && strings.ContainsRune(openingMarks, r) {
		inner = inner[n:]
	}
	if r, n := utf8.DecodeLastRuneInString(inner); n > 0 && strings.ContainsRune(closingMarks, r) {
		inner = inner[:len(inner)-n]
	}
	if inner = strings.TrimSpace(inner); inner == "" || HasMarks(inner) {
		return words, false
	}
	return inner, true
}
