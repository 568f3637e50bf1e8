package speakers

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// stopped are the words, folded, whose full stop belongs to them.
var stopped = set("mr mrs ms dr prof sen sens rep reps gov govs gen lt col capt maj sgt cpl pvt adm cmdr rev hon st jr sr ft mt messrs dept supt insp pres atty jan feb aug sept oct nov dec")

func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

// word reads the word that begins at i.
func word(text string, i int) token {
	t := token{start: int32(i)}
	first, _ := utf8.DecodeRuneInString(text[i:])
	letters, uppers, innerStops := 0, 0, 0
	j := i
	for j < len(text) {
		r, size := utf8.DecodeRuneInString(text[j:])
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r) {
			if unicode.IsLetter(r) {
				letters++
				if unicode.IsUpper(r) {
					uppers++
				}
			}
			j += size
			continue
		}
		next, _ := utf8.DecodeRuneInString(text[j+size:])
		if !unicode.IsLetter(next) && !unicode.IsDigit(next) {
			break
		}
		switch r {
		case '\'', '’':
			if isPossessive(text, j) {
				t.flags |= possessive
			}
		case '-', '‑', '‐', '&':
		case '.':
			// "U.S", "J.D", "example.com" go on; "end.Next" does not.
			if unicode.IsUpper(next) && j-i > 1 && innerStops == 0 || unicode.IsDigit(next) != unicode.IsDigit(lastRune(text[i:j])) {
				r = 0
			}
			innerStops++
		default:
			r = 0
		}
		if r == 0 || t.is(possessive) {
			break
		}
		j += size
	}
	t.end = int32(j)
	if j < len(text) && text[j] == '.' && !t.is(possessive) {
		if j == i+1 && uppers == 1 || innerStops > 0 && j >= i+3 && text[j-2] == '.' || stopped[fold(text[i:j])] || abbreviatedState(text[i:j]) {
			t.end++
			t.flags |= abbreviation
			j++
		}
	}
	if !t.is(possessive) && j < len(text) && isPossessive(text, j) {
		t.flags |= possessive
	}
	if unicode.IsDigit(first) {
		t.flags |= digit
	}
	if uppers == letters && letters > 1 {
		t.flags |= upper
	}
	if unicode.IsUpper(first) || innerCapital(text[i:t.end]) {
		t.flags |= capital
		if lowerTail(text[i:t.end]) {
			t.flags &^= capital
		}
	}
	return t
}

// abbreviatedState tells "Calif" and "Va", whose stop belongs to them, from
// words that merely end a sentence.
func abbreviatedState(w string) bool {
	if len(w) < 2 || len(w) > 5 || w[0] < 'A' || w[0] > 'Z' {
		return false
	}
	switch w {
	case "Ala", "Ariz", "Ark", "Calif", "Colo", "Conn", "Del", "Fla", "Ga", "Ill", "Ind", "Kan", "Ky", "La", "Md", "Mass", "Mich", "Minn", "Miss", "Mo", "Mont", "Neb", "Nev", "Okla", "Ore", "Pa", "Tenn", "Tex", "Vt", "Va", "Wash", "Wis", "Wyo":
		return true
	}
	return false
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// isPossessive tells whether the apostrophe at i makes the word before it a
// possessive: 's at a word's end, or a bare one after an s.
func isPossessive(text string, i int) bool {
	size := 0
	switch {
	case text[i] == '\'':
		size = 1
	case strings.HasPrefix(text[i:], "’"):
		size = len("’")
	default:
		return false
	}
	rest := text[i+size:]
	if rest != "" && (rest[0] == 's' || rest[0] == 'S') {
		r, _ := utf8.DecodeRuneInString(rest[1:])
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	}
	return i > 0 && (text[i-1] == 's' || text[i-1] == 'S' || text[i-1] == 'z') && strings.HasPrefix(rest, " ")
}

// skipPossessive returns the place after the possessive mark at i.
func skipPossessive(text string, i int) int {
	if text[i] == '\'' {
		i++
	} else {
		i += len("’")
	}
	if i < len(text) && (text[i] == 's' || text[i] == 'S') {
		i++
	}
	return i
}

// innerCapital tells names that begin with a small particle: "al-Assad", "iPhone".
func innerCapital(w string) bool {
	i := strings.IndexAny(w, "-'")
	if i < 1 || i > 3 || i+1 >= len(w) {
		return false
	}
	switch w[:i] {
	case "al", "el", "as", "ad", "an", "ar", "ash", "at", "d", "l", "bin", "ibn", "abu", "ul":
		r, _ := utf8.DecodeRuneInString(w[i+1:])
		return unicode.IsUpper(r)
	}
	return false
}

// lowerTail tells "Turkey-backed" and "Trump-like", which are no names.
func lowerTail(w string) bool {
	i := strings.LastIndexAny(w, "-‐‑")
	if i < 0 {
		return false
	}
	_, size := utf8.DecodeRuneInString(w[i:])
	r, _ := utf8.DecodeRuneInString(w[i+size:])
	return unicode.IsLower(r) && len(w)-i-size > 2
}
