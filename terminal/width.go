package terminal

import (
	"unicode"

	"github.com/clipperhouse/uax29/v2/graphemes"
	"golang.org/x/text/width"
)

// Width returns how many columns s takes on a terminal: two for wide East Asian
// characters and emoji, none for combining marks and format characters.
func Width(s string) int {
	n := 0
	for it := graphemes.FromString(s); it.Next(); {
		n += clusterWidth(it.Value())
	}
	return n
}

// clusterWidth measures what the reader sees as one character. Its parts lie on
// top of each other, so the widest of them counts.
func clusterWidth(cluster string) int {
	n := 0
	for _, r := range cluster {
		n = max(n, runeWidth(r))
	}
	return n
}

func runeWidth(r rune) int {
	const emojiStyle = '\ufe0f' // asks for the emoji, which is wide
	switch {
	case r >= ' ' && r < 0x7f:
		return 1
	case r == emojiStyle, r >= 0x1f1e6 && r <= 0x1f1ff: // flags are pairs of these letters
		return 2
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}
