package answer

import "strings"

// Asking tells whether a line asks something, as far as its form shows: what
// people say to one another beside it is not for the program.
func Asking(typed string) bool {
	text, err := clean("question", typed, MaxQuestion)
	if err != nil || len(words(text)) == 0 {
		return false
	}
	return strings.HasSuffix(text, "?") || Leaning(text) || opensQuestion(text)
}
