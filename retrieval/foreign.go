package retrieval

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"onrecord/language"
)

// TermsIn is [Terms] for a text in a language, given as a BCP 47 tag: with that
// language's stop words and stems, and for a script without spaces every two
// neighbouring characters as a term. English, "" and languages without terms of
// their own get those of [Terms].
func TermsIn(tag, text string) []Term {
	switch {
	case !foreign(tag):
		return Terms(text)
	case !language.Spaced(tag):
		return pairsOf(text)
	}
	var out []Term
	for _, p := range pieces(text) {
		if isDigit(rune(p.text[0])) {
			out = append(out, Term{Text: p.text, Start: p.start, End: p.end, Kind: Number})
			continue
		}
		if term := foreignTerm(tag, text[p.start:p.end]); term != "" {
			out = append(out, Term{Text: term, Start: p.start, End: p.end})
		}
	}
	return out
}

// foreign tells whether a language has terms other than those of [Terms].
func foreign(tag string) bool {
	return language.Known(tag) || tag != "" && !language.Spaced(tag)
}

// foreignTerm is the index's word for a word as it stands in a text, "" for a
// stop word. Stemmers know accents, so they come off last.
func foreignTerm(tag, word string) string {
	word = norm.NFC.String(strings.ToLower(word))
	if language.Stop(tag, word) {
		return ""
	}
	word = language.Elided(tag, word)
	if language.Stop(tag, word) {
		return ""
	}
	return Fold(language.Stem(tag, word))
}

// pairsOf cuts a text without spaces into pairs of neighbouring characters, and
// what it holds of other scripts into words. A character that stands alone is a
// term by itself.
func pairsOf(text string) []Term {
	var out []Term
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !inWord(r) {
			i += n
			continue
		}
		if spacedRune(r) {
			end := i
			for end < len(text) {
				r, n := utf8.DecodeRuneInString(text[end:])
				if !inWord(r) || !spacedRune(r) {
					break
				}
				end += n
			}
			for _, t := range Terms(text[i:end]) {
				t.Start, t.End = t.Start+i, t.End+i
				out = append(out, t)
			}
			i = end
			continue
		}
		first, end := i, i+n
		for alone := true; ; alone = false {
			r, n := utf8.DecodeRuneInString(text[end:])
			if end == len(text) || !inWord(r) || spacedRune(r) {
				if alone {
					out = appendPair(out, text, first, end)
				}
				break
			}
			out = appendPair(out, text, first, end+n)
			_, w := utf8.DecodeRuneInString(text[first:])
			first, end = first+w, end+n
		}
		i = end
	}
	return out
}

func appendPair(out []Term, text string, start, end int) []Term {
	if folded := foldUnicode(text[start:end]); folded != "" {
		out = append(out, Term{Text: folded, Start: start, End: end})
	}
	return out
}

// spacedRune tells whether a character is of a script with spaces.
func spacedRune(r rune) bool {
	if r < 0x0e00 {
		return true
	}
	return !unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar) && !unicode.IsMark(r) && r != 'ー'
}

// Documents in other languages than English carry a term that says so, and one
// for the language, so that an index tells by its counts which it holds.
const foreignMark = "¤"

// markers are the terms that a document in a language carries.
func markers(tag string) []string {
	if !foreign(tag) {
		return nil
	}
	return []string{foreignMark, foreignMark + language.Base(tag)}
}
