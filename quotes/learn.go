package quotes

import (
	"unicode"
	"unicode/utf8"
)

// maxNames bounds how many names are learnt from one article.
const maxNames = 10_000

// learnNames collects the words that the text writes with a capital behind
// another word, where the capital is the name's own: so that "Hale", at the
// beginning of a sentence, is known for a name and not for an adjective.
func (wr *wordReader) learnNames(text string) {
	word, joint := false, false // a word came last; one space since
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !unicode.IsLetter(r) {
			joint = word && r == ' '
			word = joint
			i += n
			continue
		}
		start, second := i, rune(0)
		for i < len(text) {
			q, n := utf8.DecodeRuneInString(text[i:])
			if !unicode.IsLetter(q) {
				break
			}
			if i > start && second == 0 {
				second = q
			}
			i += n
		}
		if joint && unicode.IsUpper(r) && unicode.IsLower(second) && len(wr.names) < maxNames {
			wr.names[text[start:i]] = true
		}
		word, joint = second != 0 || unicode.IsLower(r), false
	}
}
