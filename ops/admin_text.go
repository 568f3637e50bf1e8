package ops

import (
	"fmt"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// longestText is how much of a text a cell shows, in characters.
const longestText = 300

// plain is a stranger's text as a cell shows it: of bounded length, without
// characters that can't be seen or turn the direction of others.
func plain(s string) string {
	s = strings.ToValidUTF8(s, "�")
	if n := 0; utf8.RuneCountInString(s) > longestText {
		for i := range s {
			if n++; n > longestText {
				s = s[:i] + "…"
				break
			}
		}
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n', r == '\t':
			return ' '
		case unicode.In(r, unicode.Cc, unicode.Cf) && r != '\u200d' && r != '\u200c': // those two join letters
			return '�'
		}
		return r
	}, s)
}

// ago tells how far a time is from now, in words.
func ago(t, now time.Time) string {
	d := now.Sub(t)
	if d < 0 {
		return "in " + span(-d)
	}
	return span(d) + " ago"
}

// span is a length of time in its largest unit.
func span(d time.Duration) string {
	switch {
	case d < time.Minute:
		return fmt.Sprintf("%d s", int(d.Seconds()))
	case d < time.Hour:
		return fmt.Sprintf("%d min", int(d.Minutes()))
	case d < 48*time.Hour:
		return fmt.Sprintf("%d h", int(d.Hours()))
	}
	return fmt.Sprintf("%d days", int(d.Hours()/24))
}
