package answer

import (
	"strings"
	"unicode"
)

// FirstOf returns the first of several whole questions that stand in a text one
// after the other. more is false, and first the text as it is, where there is one,
// or where it is not plain that there are more.
func FirstOf(typed string) (first string, more bool) {
	text, err := clean("question", typed, MaxQuestion)
	if err != nil {
		return typed, false
	}
	all := asParted(text)
	if len(all) < 2 || !opensQuestion(all[0]) {
		return typed, false
	}
	for _, next := range all[1:] {
		if opensQuestion(goesOn.ReplaceAllString(next, "")) {
			return all[0], true
		}
	}
	return typed, false
}

// goesOn is what a question begins with that comes after another.
var goesOn = match(`(?i)^(?:and|also|but|then|or|so)\b[ ,]*(?:also |then )?`)

// asParted parts a text behind its question marks, those in quotation marks left
// alone. What follows the last is no question.
func asParted(text string) (parts []string) {
	quoted, begin, ended := 0, 0, false
	for i, r := range text {
		if ended && unicode.IsSpace(r) {
			parts, begin = append(parts, strings.TrimSpace(text[begin:i])), i
		}
		switch r {
		case '“', '«', '„':
			quoted++
		case '”', '»':
			quoted = max(0, quoted-1)
		case '"':
			quoted ^= 1
		}
		ended = (r == '?' || ended && r == '!') && quoted == 0
	}
	if ended {
		parts = append(parts, strings.TrimSpace(text[begin:]))
	}
	return parts
}
