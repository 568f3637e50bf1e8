package ingest

import (
	"strings"
	"unicode"
)

// clean makes line breaks one kind ('\n') and spaces one kind (' '), and
// removes characters that can't be seen: controls, zero-width characters and
// the marks that turn the writing direction, which could make a quotation read
// differently from what is stored.
func clean(text string) string {
	var b strings.Builder
	b.Grow(len(text))
	var before rune
	for i, r := range text {
		switch {
		case ' ' <= r && r <= '~': // nearly all of English
		case r == '\r':
			if strings.HasPrefix(text[i+1:], "\n") {
				continue
			}
			r = '\n'
		case r == '\v', r == '\f', r == '\u0085', r == '\u2028', r == '\u2029':
			r = '\n'
		case r == '\n':
		case r == '\t':
			// Kept for one step more: it is how pages are indented.
		case unicode.Is(unicode.Zs, r):
			r = ' '
		case r == zeroWidthJoiner || r == zeroWidthNonJoiner:
			if !joinable(before) {
				continue
			}
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r), unseen(r):
			continue
		}
		b.WriteRune(r)
		before = r
	}
	return b.String()
}

const (
	zeroWidthNonJoiner = '\u200c'
	zeroWidthJoiner    = '\u200d'
)

// joinable tells whether a zero-width joiner after r belongs to the spelling:
// in the scripts that join letters, and between the parts of an emoji.
func joinable(r rune) bool {
	return unicode.In(r, unicode.Arabic, unicode.Devanagari, unicode.Bengali, unicode.Gujarati, unicode.Gurmukhi,
		unicode.Kannada, unicode.Malayalam, unicode.Oriya, unicode.Tamil, unicode.Telugu, unicode.Sinhala, unicode.So, unicode.Sk) ||
		r == '\ufe0f'
}

// unseen are letters and marks by category that nevertheless show nothing.
func unseen(r rune) bool {
	switch r {
	case '\u034f', '\u115f', '\u1160', '\u17b4', '\u17b5', '\u2800', '\u3164', '\uffa0':
		return true
	}
	return false
}

// squeeze is the text of one paragraph: runs of spaces, tabs and line breaks
// become one space, and none stand at the ends.
func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }
