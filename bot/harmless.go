package bot

import (
	"strings"
	"unicode"
)

// harmless makes a stranger's text show in Discord as the characters it is made
// of and nothing else: no markdown, mention, link, invite, spoiler, timestamp or
// emoji code. It puts a backslash before what Discord would read as more, which
// Discord drops again when it shows the text; so taking the backslashes out
// gives back plain(s), character for character.
func harmless(s string) string {
	rs := []rune(plain(s))
	digits := 0 // how many the text begins with
	for digits < len(rs) && unicode.IsDigit(rs[digits]) {
		digits++
	}
	var b strings.Builder
	b.Grow(len(s) + len(s)/8)
	for i, r := range rs {
		if special(rs, i) || i == digits && i > 0 && (r == '.' || r == ')') { // a list's "1."
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// special tells whether Discord would make something of the character at i.
func special(rs []rune, i int) bool {
	var next rune
	if i+1 < len(rs) {
		next = rs[i+1]
	}
	switch rs[i] {
	case '\\', '`', '*', '_', '~', '|', '<', '>', '[', ']', '@', '#':
		return true
	case ':': // of an address, or of an emoji's :name:
		return next == '/' || next == '+' || wordy(next)
	case '.': // of an invite or another bare address, not of "U.S."
		return i > 1 && i+2 < len(rs) && wordy(rs[i-2]) && wordy(rs[i-1]) && wordy(next) && wordy(rs[i+2])
	case '-', '+': // a list, or with # small print
		return i == 0
	}
	return false
}

func wordy(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_' }

// plain is text on one line for places without markdown: valid UTF-8, line
// breaks and tabs made spaces, control characters gone, and those that turn the
// direction of what follows.
func plain(s string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Zs, r):
			return r
		case unicode.IsSpace(r), r == '\u2028', r == '\u2029':
			return ' '
		case unicode.IsControl(r), turnsDirection(r), r == '\ufeff':
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "")))
}

// turnsDirection names the bidirectional embeddings, overrides and isolates,
// which may reach past the text they stand in; the marks that only place one
// character are left.
func turnsDirection(r rune) bool {
	return '\u202a' <= r && r <= '\u202e' || '\u2066' <= r && r <= '\u2069'
}
