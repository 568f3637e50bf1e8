// Package terminal lays text out for people: it makes strangers' text safe to
// print, measures it in columns, wraps it and colours it. What it is given is
// always treated as text; only this package writes escape sequences.
package terminal

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// Clean returns s as one line that is safe on any terminal. Line breaks and
// tabs become spaces; other control characters become their visible picture or
// U+FFFD, and so do the characters that reorder the text around them (bidi
// embeddings, overrides and isolates) and bytes that are not UTF-8. Everything
// else stays as it is.
func Clean(s string) string {
	if !strings.ContainsFunc(s, unsafeRune) && utf8.ValidString(s) {
		return s
	}
	return strings.Map(cleanRune, s)
}

func unsafeRune(r rune) bool { return cleanRune(r) != r }

func cleanRune(r rune) rune {
	switch {
	case r == '\n', r == '\r', r == '\t', r == '\u0085', r == '\u2028', r == '\u2029':
		return ' '
	case r < ' ':
		return '\u2400' + r // U+241B is the picture of ESC
	case r == 0x7f:
		return '\u2421'
	case r <= 0x9f && r >= 0x80, reorders(r):
		return utf8.RuneError
	}
	return r
}

// reorders tells whether r opens or closes a stretch in another direction.
func reorders(r rune) bool {
	return r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069'
}

// CleanJSON returns the JSON text b with every character that a terminal would
// obey written as an escape. Such characters stand only inside strings, where
// the escape means the same, so the value is unchanged.
func CleanJSON(b []byte) []byte {
	s := string(b)
	if !strings.ContainsFunc(s, obeyed) {
		return b
	}
	var out strings.Builder
	for _, r := range s {
		if obeyed(r) {
			fmt.Fprintf(&out, `\u%04x`, r)
		} else {
			out.WriteRune(r)
		}
	}
	return []byte(out.String())
}

func obeyed(r rune) bool { return r >= 0x7f && r <= 0x9f || reorders(r) }
