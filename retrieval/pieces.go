package retrieval

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxPiece bounds a word in bytes: what is longer is no word, and is cut.
const maxPiece = 64

// piece is a run of letters or digits as it stands in a text.
type piece struct {
	text       string // folded
	role       *role  // never nil
	start, end int
	hyphened   bool // a hyphen alone stands between the piece before and this one
	close      bool // a single space or hyphen alone does
	capital    bool // begins with a capital letter
	capitals   bool // has no small letter and at least one capital
	dotted     bool // written with points ("U.S.")
	sign       rune // '%' after a number, '$', '€' or '£' before it, else 0
}

// pieces finds the words and numbers of a text in order.
func pieces(text string) []piece { return appendPieces(nil, text) }

// appendPieces is [pieces] into the room of out, if that may do.
func appendPieces(out []piece, text string) []piece {
	if likely := len(text)/6 + 1; cap(out) < likely {
		out = make([]piece, 0, likely)
	}
	last := 0 // where the last piece ended
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !inWord(r) {
			i += n
			continue
		}
		end := pieceEnd(text, i)
		p := newPiece(text, i, end)
		between := text[last:i]
		p.hyphened = len(out) > 0 && isHyphen(between)
		p.close = len(out) > 0 && (p.hyphened || between == " " || between == "\u00a0")
		p.sign = signAround(text, i, end)
		last = end
		if p.text != "" {
			out = append(out, p)
		}
		i = end
	}
	return out
}

func inWord(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r)
}

func isHyphen(s string) bool { return s == "-" || s == "\u2010" || s == "\u2011" }

func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == 'ʼ' || r == '‘' }

// pieceEnd is where the piece that starts at i ends: letters and digits,
// apostrophes between letters, points and commas between digits, and the points
// of initials ("U.S."), the last of which is left out.
func pieceEnd(text string, i int) int {
	var before rune
	letters := 0 // since the last point
	start := i
	for i < len(text) {
		r, n := utf8.DecodeRuneInString(text[i:])
		if inWord(r) {
			if i-start >= maxPiece {
				return i
			}
			before, i = r, i+n
			letters++
			continue
		}
		after, _ := utf8.DecodeRuneInString(text[i+n:])
		switch {
		case isApostrophe(r) && unicode.IsLetter(before) && unicode.IsLetter(after):
		case (r == '.' || r == ',') && isDigit(before) && isDigit(after) && groups(text[i:], r):
		case r == '.' && letters == 1 && unicode.IsLetter(before) && singleLetter(text[i+n:]):
		default:
			return i
		}
		i += n
		before, letters = r, 0
	}
	return i
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

// groups tells whether the digits after a point or comma belong to the number
// before it: a comma needs three of them.
func groups(s string, mark rune) bool {
	n := 1
	for n < len(s) && n < 5 && isDigit(rune(s[n])) {
		n++
	}
	return mark == '.' || n == 4
}

// singleLetter tells whether s begins with one letter that no other follows:
// the next of some initials.
func singleLetter(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	if !unicode.IsLetter(r) {
		return false
	}
	next, _ := utf8.DecodeRuneInString(s[n:])
	return !inWord(next)
}

func newPiece(text string, start, end int) piece {
	word := text[start:end]
	p := piece{start: start, end: end}
	small, marks := false, false
	for i, r := range word {
		switch {
		case 'a' <= r && r <= 'z':
			small = true
		case 'A' <= r && r <= 'Z' || r >= utf8.RuneSelf && unicode.IsUpper(r):
			p.capitals = true
			p.capital = p.capital || i == 0
		case r == '.':
			p.dotted = true
		case isApostrophe(r):
			marks = true
		case r >= utf8.RuneSelf && unicode.IsLower(r):
			small = true
		}
	}
	p.capitals = p.capitals && !small
	if marks {
		word = withoutEnding(word)
	}
	p.text = Fold(word)
	p.role = roleOf(p.text)
	return p
}

// withoutEnding drops what an apostrophe adds to an English word: the
// possessive and the shortened verb ("Kirby's", "they're"). "Don't" and
// "O'Brien" keep their letters.
func withoutEnding(word string) string {
	at := strings.LastIndexAny(word, "'’ʼ‘")
	if at <= 0 {
		return word
	}
	_, n := utf8.DecodeRuneInString(word[at:])
	switch strings.ToLower(word[at+n:]) {
	case "s", "re", "ve", "ll", "d", "m":
		return word[:at]
	}
	return word
}

func signAround(text string, start, end int) rune {
	if start > 0 {
		switch r, _ := utf8.DecodeLastRuneInString(text[:start]); r {
		case '$', '€', '£':
			return r
		}
	}
	if end < len(text) && text[end] == '%' {
		return '%'
	}
	return 0
}
