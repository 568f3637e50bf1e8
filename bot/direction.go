package bot

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"
)

// Marks that set a stretch of text apart from the direction of what stands
// around it; the first letter inside tells its own (Unicode, UAX #9).
const (
	isolateFirst = "\u2068"
	isolateEnd   = "\u2069"
)

// isolate sets a text apart whose letters run from right to left.
func isolate(s string) string { return isolateFirst + s + isolateEnd }

// runsLeft tells whether a text has letters that run from right to left.
func runsLeft(s string) bool { return strings.ContainsFunc(s, leftward) }

func leftward(r rune) bool {
	if r < 0x590 {
		return false
	}
	p, _ := bidi.LookupRune(r)
	return p.Class() == bidi.R || p.Class() == bidi.AL
}

// isolateWords sets apart each stretch of right-to-left words in a sentence of
// the bot's own, such as a name: the sentence itself runs from left to right.
func isolateWords(s string) string {
	if !runsLeft(s) {
		return s
	}
	var b strings.Builder
	done, from, to := 0, -1, 0 // a stretch from its first such letter to its last
	flush := func() {
		if from >= 0 {
			b.WriteString(s[done:from] + isolate(s[from:to]))
			done, from = to, -1
		}
	}
	for i, r := range s {
		switch {
		case leftward(r):
			if from < 0 {
				from = i
			}
			to = i + utf8.RuneLen(r)
		case rightward(r):
			flush()
		}
	}
	flush()
	return b.String() + s[done:]
}

func rightward(r rune) bool {
	p, _ := bidi.LookupRune(r)
	return p.Class() == bidi.L
}
