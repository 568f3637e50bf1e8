package bot

import (
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"
)

// size is the length that Discord counts: code points.
func size(s string) int { return utf8.RuneCountInString(s) }

// ellipsis marks that words were left out at the end.
const ellipsis = "[…]"

// clip cuts plain text to at most limit code points, never inside a character
// as readers see it.
func clip(s string, limit int) string {
	if size(s) <= limit {
		return s
	}
	cut := prefix(s, limit-1, func(p string) int { return size(p) })
	return strings.TrimRight(cut, " ") + "…"
}

// fit makes a stranger's text harmless within limit code points, backslashes
// included. Where it must cut it does so after a sentence if that keeps most of
// the text, else after a word, and says so with an ellipsis. Text with letters
// that run from right to left is isolated, so that it can't turn around what
// stands beside it.
func fit(s string, limit int) (shown string, whole bool) {
	if s = plain(s); runsLeft(s) {
		shown, whole = fitHarmless(s, limit-2)
		return isolate(shown), whole
	}
	return fitHarmless(s, limit)
}

// fitHarmless is fit for plain text, without isolation.
func fitHarmless(s string, limit int) (shown string, whole bool) {
	if out := harmless(s); size(out) <= limit {
		return out, true
	}
	mark := harmless(ellipsis)
	cut := prefix(s, limit-size(mark)-1, func(p string) int { return size(harmless(p)) })
	if strings.HasPrefix(s[len(cut):], " ") {
		cut += " " // the cut falls after a word as it is
	}
	cut = strings.TrimRight(niceEnd(cut), " ")
	return harmless(cut) + " " + mark, false
}

// prefix returns the longest beginning of s made of whole graphemes that
// measures at most limit; measure must not shrink as the text grows. A first
// grapheme too long by itself (a letter under a thousand accents) is cut
// between its code points.
func prefix(s string, limit int, measure func(string) int) string {
	if limit <= 0 {
		return ""
	}
	// Every code point measures at least one: the rest can't matter.
	if rs := []rune(s); len(rs) > limit+1 {
		s = string(rs[:limit+1])
	}
	ends := []int{0}
	at := 0
	for g := graphemes.FromString(s); g.Next(); {
		at += len(g.Value())
		ends = append(ends, at)
	}
	i := sort.Search(len(ends), func(i int) bool { return measure(s[:ends[i]]) > limit }) - 1
	if i > 0 {
		return s[:ends[i]]
	}
	rs := []rune(s)
	i = sort.Search(len(rs)+1, func(i int) bool { return measure(string(rs[:i])) > limit }) - 1
	return string(rs[:max(i, 0)])
}

// niceEnd shortens a cut text to its last whole sentence when at least half of
// it stays, else to its last whole word when most of it does.
func niceEnd(s string) string {
	for i := len(s) - 1; i > len(s)/2; i-- {
		if r, n := utf8.DecodeRuneInString(s[i:]); strings.ContainsRune("。！？", r) { // no blank follows these
			if next, m := utf8.DecodeRuneInString(s[i+n:]); strings.ContainsRune("」』”’", next) {
				n += m
			}
			return s[:i+n]
		}
		if s[i] != ' ' {
			continue
		}
		before := strings.TrimRight(s[:i], `"'”’»)`)
		if before != "" && strings.ContainsRune(".!?؟۔", lastRune(before)) {
			return s[:i]
		}
	}
	if i := strings.LastIndexByte(s, ' '); i > len(s)*3/4 {
		return s[:i]
	}
	return s
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}
