package retrieval

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold brings a word to the form in which words are compared: Unicode
// compatibility forms unified (NFKC), lower case, accents off, and nothing but
// letters and digits left. Folding a folded word changes nothing.
func Fold(word string) string {
	plain := true
	for i := 0; i < len(word) && plain; i++ {
		c := word[i]
		plain = 'a' <= c && c <= 'z' || '0' <= c && c <= '9'
	}
	if plain {
		return word
	}
	var b strings.Builder
	b.Grow(len(word))
	for i := 0; i < len(word); i++ {
		if word[i] >= utf8.RuneSelf {
			return foldUnicode(word)
		}
		switch c := word[i]; {
		case 'A' <= c && c <= 'Z':
			b.WriteByte(c + 'a' - 'A')
		case 'a' <= c && c <= 'z' || '0' <= c && c <= '9':
			b.WriteByte(c)
		case c == '.' && decimal(word, i):
			b.WriteString(point)
		}
	}
	return b.String()
}

// point stands for a decimal point inside a term.
const point = "·"

// decimal tells whether the point at i stands between two digits.
func decimal(word string, i int) bool {
	return i > 0 && i+1 < len(word) && isDigit(rune(word[i-1])) && isDigit(rune(word[i+1]))
}

func foldUnicode(word string) string {
	var b strings.Builder
	b.Grow(len(word))
	s := norm.NFKD.String(strings.ToLower(norm.NFKC.String(word)))
	for i, r := range s {
		switch {
		case r == 'ß':
			b.WriteString("ss")
		case r == 'æ':
			b.WriteString("ae")
		case r == 'œ':
			b.WriteString("oe")
		case r == 'ø':
			b.WriteByte('o')
		case r == 'ł':
			b.WriteByte('l')
		case r == 'đ' || r == 'ð':
			b.WriteByte('d')
		case r == 'ı':
			b.WriteByte('i')
		case r == 'þ':
			b.WriteString("th")
		case r == '·' || r == '.' && decimal(s, i):
			b.WriteString(point)
		case unicode.IsMark(r):
		case unicode.IsLetter(r):
			b.WriteRune(unicode.ToLower(r))
		case unicode.IsNumber(r):
			b.WriteRune(r)
		}
	}
	return b.String()
}
