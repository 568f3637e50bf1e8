package retrieval

import (
	"bytes"
	"strings"
)

// stem cuts a folded English word to its stem by the rules of Snowball's
// English stemmer (Porter 2, snowballstem.org/algorithms/english). Words with
// other than the letters a to z are left alone. It exists because stemming is
// most of the work of reading text, and this one works in place on bytes; a test
// holds it to the Go port of Snowball.
func stem(word string) string {
	if len(word) <= 2 {
		return word
	}
	for i := 0; i < len(word); i++ {
		if word[i] < 'a' || word[i] > 'z' {
			return word
		}
	}
	if s := irregularStem(word); s != "" {
		return s
	}
	var room [maxPiece]byte
	w := stemmer{b: append(room[:0], word...)}
	w.markY()
	w.regions()
	w.plurals()
	w.participles()
	w.finalY()
	w.suffixes(step2)
	w.suffixes(step3)
	w.suffixes(step4)
	w.finalE()
	for i, c := range w.b {
		if c == 'Y' {
			w.b[i] = 'y'
		}
	}
	if string(w.b) == word {
		return word // no copy
	}
	return string(w.b)
}

// irregularStem returns the stem of one of Snowball's exceptions, else "".
func irregularStem(word string) string {
	switch word {
	case "skis":
		return "ski"
	case "skies":
		return "sky"
	case "dying", "lying", "tying":
		return word[:1] + "ie"
	case "idly", "gently", "singly":
		return word[:len(word)-1]
	case "ugly", "early", "only":
		return word[:len(word)-1] + "i"
	case "sky", "news", "howe", "atlas", "cosmos", "bias", "andes":
		return word
	case "inning", "outing", "canning", "herring", "earring", "proceed", "exceed", "succeed":
		return word
	case "innings", "outings", "cannings", "herrings", "earrings", "proceeds", "exceeds", "succeeds":
		return word[:len(word)-1]
	case "proceeded", "exceeded", "succeeded":
		return word[:len(word)-2]
	case "proceeding", "exceeding", "succeeding":
		return word[:len(word)-3]
	}
	return ""
}

// stemmer is a word being cut. The regions r1 and r2 are where a suffix must
// begin for most rules to take it off.
type stemmer struct {
	b      []byte
	r1, r2 int
}

func vowel(c byte) bool {
	switch c {
	case 'a', 'e', 'i', 'o', 'u', 'y':
		return true
	}
	return false
}

// markY writes a y that is a consonant as Y.
func (w *stemmer) markY() {
	for i, c := range w.b {
		if c == 'y' && (i == 0 || vowel(w.b[i-1])) {
			w.b[i] = 'Y'
		}
	}
}

func (w *stemmer) regions() {
	w.r1 = w.region(0)
	switch {
	case bytes.HasPrefix(w.b, []byte("gener")), bytes.HasPrefix(w.b, []byte("arsen")):
		w.r1 = 5
	case bytes.HasPrefix(w.b, []byte("commun")):
		w.r1 = 6
	}
	w.r2 = w.region(w.r1)
}

// region is where what follows the first consonant after a vowel begins.
func (w *stemmer) region(from int) int {
	for i := from + 1; i < len(w.b); i++ {
		if vowel(w.b[i-1]) && !vowel(w.b[i]) {
			return i + 1
		}
	}
	return len(w.b)
}

func (w *stemmer) ends(suffix string) bool {
	n, m := len(w.b), len(suffix)
	return n >= m && w.b[n-1] == suffix[m-1] && string(w.b[n-m:]) == suffix
}

// cut takes n bytes off the end and puts others there.
func (w *stemmer) cut(n int, put string) { w.b = append(w.b[:len(w.b)-n], put...) }

// hasVowel tells whether there is a vowel before the last n bytes.
func (w *stemmer) hasVowel(n int) bool {
	for _, c := range w.b[:max(0, len(w.b)-n)] {
		if vowel(c) {
			return true
		}
	}
	return false
}

// plurals is step 1a.
func (w *stemmer) plurals() {
	switch {
	case w.ends("sses"):
		w.cut(2, "")
	case w.ends("ied") || w.ends("ies"):
		if len(w.b) > 4 {
			w.cut(2, "")
		} else {
			w.cut(1, "")
		}
	case w.ends("us") || w.ends("ss"):
	case w.ends("s") && w.hasVowel(2):
		w.cut(1, "")
	}
}

// participles is step 1b.
func (w *stemmer) participles() {
	for _, s := range []string{"eedly", "eed"} {
		if w.ends(s) {
			if len(w.b)-len(s) >= w.r1 {
				w.cut(len(s), "ee")
			}
			return
		}
	}
	switch w.b[len(w.b)-1] {
	case 'y', 'g', 'd':
	default:
		return
	}
	for _, s := range []string{"ingly", "edly", "ing", "ed"} {
		if !w.ends(s) {
			continue
		}
		if !w.hasVowel(len(s)) {
			return
		}
		w.cut(len(s), "")
		switch {
		case w.ends("at") || w.ends("bl") || w.ends("iz"):
			w.cut(0, "e")
		case w.endsDouble():
			w.cut(1, "")
		case w.r1 >= len(w.b) && w.shortSyllable(len(w.b)):
			w.cut(0, "e")
		}
		return
	}
}

func (w *stemmer) endsDouble() bool {
	n := len(w.b)
	return n >= 2 && w.b[n-1] == w.b[n-2] && strings.IndexByte("bdfgmnprt", w.b[n-1]) >= 0
}

// shortSyllable tells whether the first n bytes end in a short syllable.
func (w *stemmer) shortSyllable(n int) bool {
	if n == 2 {
		return vowel(w.b[0]) && !vowel(w.b[1])
	}
	if n < 3 {
		return false
	}
	a, b, c := w.b[n-3], w.b[n-2], w.b[n-1]
	return !vowel(a) && vowel(b) && !vowel(c) && c != 'w' && c != 'x' && c != 'Y'
}

// finalY is step 1c.
func (w *stemmer) finalY() {
	n := len(w.b)
	if n > 2 && (w.b[n-1] == 'y' || w.b[n-1] == 'Y') && !vowel(w.b[n-2]) {
		w.b[n-1] = 'i'
	}
}

// finalE is step 5.
func (w *stemmer) finalE() {
	n := len(w.b)
	switch {
	case w.ends("e") && (n-1 >= w.r2 || n-1 >= w.r1 && !w.shortSyllable(n-1)):
		w.cut(1, "")
	case w.ends("ll") && n-1 >= w.r2:
		w.cut(1, "")
	}
}

// suffixRule takes a suffix off in a region and puts another there.
type suffixRule struct {
	suffix, put string
	inR2        bool
	after       string // the bytes one of which must stand before it, "" for any
}

// suffixes applies the rule of the longest suffix that the word has.
func (w *stemmer) suffixes(rules []suffixRule) {
	for i := range rules {
		r := &rules[i]
		if !w.ends(r.suffix) {
			continue
		}
		at := len(w.b) - len(r.suffix)
		if at < w.r1 || r.inR2 && at < w.r2 {
			return
		}
		if r.after != "" && (at == 0 || strings.IndexByte(r.after, w.b[at-1]) < 0) {
			return
		}
		w.cut(len(r.suffix), r.put)
		return
	}
}

// The rules of steps 2, 3 and 4, longest suffix first.
var (
	step2 = []suffixRule{
		{suffix: "ization", put: "ize"}, {suffix: "ational", put: "ate"}, {suffix: "fulness", put: "ful"},
		{suffix: "ousness", put: "ous"}, {suffix: "iveness", put: "ive"}, {suffix: "tional", put: "tion"},
		{suffix: "biliti", put: "ble"}, {suffix: "lessli", put: "less"}, {suffix: "entli", put: "ent"},
		{suffix: "ation", put: "ate"}, {suffix: "alism", put: "al"}, {suffix: "aliti", put: "al"},
		{suffix: "ousli", put: "ous"}, {suffix: "iviti", put: "ive"}, {suffix: "fulli", put: "ful"},
		{suffix: "enci", put: "ence"}, {suffix: "anci", put: "ance"}, {suffix: "abli", put: "able"},
		{suffix: "izer", put: "ize"}, {suffix: "ator", put: "ate"}, {suffix: "alli", put: "al"},
		{suffix: "bli", put: "ble"}, {suffix: "ogi", put: "og", after: "l"}, {suffix: "li", after: "cdeghkmnrt"},
	}
	step3 = []suffixRule{
		{suffix: "ational", put: "ate"}, {suffix: "tional", put: "tion"}, {suffix: "alize", put: "al"},
		{suffix: "icate", put: "ic"}, {suffix: "iciti", put: "ic"}, {suffix: "ative", inR2: true},
		{suffix: "ical", put: "ic"}, {suffix: "ness"}, {suffix: "ful"},
	}
	step4 = []suffixRule{
		{suffix: "ement", inR2: true}, {suffix: "ance", inR2: true}, {suffix: "ence", inR2: true},
		{suffix: "able", inR2: true}, {suffix: "ible", inR2: true}, {suffix: "ment", inR2: true},
		{suffix: "ant", inR2: true}, {suffix: "ent", inR2: true}, {suffix: "ism", inR2: true},
		{suffix: "ate", inR2: true}, {suffix: "iti", inR2: true}, {suffix: "ous", inR2: true},
		{suffix: "ive", inR2: true}, {suffix: "ize", inR2: true}, {suffix: "ion", inR2: true, after: "st"},
		{suffix: "al", inR2: true}, {suffix: "er", inR2: true}, {suffix: "ic", inR2: true},
	}
)
