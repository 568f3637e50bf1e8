package bot

import (
	"strings"
	"unicode/utf8"
)

// Quotation marks that open and close, by either habit of the languages that
// share them.
const (
	opening = "“„«»\"‟″"
	closing = "”“»«\"″"
)

// unmarked takes the outer pair of quotation marks off the words of a direct
// quotation, so that it can be shown in a clean pair. Where marks inside tell
// that the outer ones are no pair (“a,” he said, “b”), ok is false and the words
// must be shown as they are.
func unmarked(words string) (inner string, ok bool) {
	inner = strings.TrimSpace(words)
	if r, n := utf8.DecodeRuneInString(inner); n > 0 && strings.ContainsRune(opening, r) {
		inner = inner[n:]
	}
	if r, n := utf8.DecodeLastRuneInString(inner); n > 0 && strings.ContainsRune(closing, r) {
		inner = inner[:len(inner)-n]
	}
	if inner = strings.TrimSpace(inner); inner == "" || strings.ContainsAny(inner, opening+closing) {
		return words, false
	}
	return inner, true
}
