package ingest

import (
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// shape is what can be seen of a line without understanding it.
type shape struct {
	words    int
	ends     bool // ends as a sentence does
	colon    bool
	titled   bool // most of its words begin with a capital, as in a title
	allTitle bool // all of them do, and there are at least four
	quoted   bool // has a double quotation mark
	sentence bool // a sentence ends in it, and it is long enough for one
}

// innerEnd is the end of a sentence inside a line. Two small letters before it
// leave out most abbreviations.
var innerEnd = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`\p{Ll}{2}[.?!]["”’»)]* ["“‘«„(]?\p{Lu}`)
})

func shapeOf(text string) shape {
	s := shape{ends: endsSentence(text), colon: strings.HasSuffix(text, ":")}
	large, capital := 0, 0
	for word := range strings.FieldsSeq(text) {
		word = strings.TrimLeftFunc(word, unicode.IsPunct)
		first, _ := utf8.DecodeRuneInString(word)
		if !unicode.IsLetter(first) && !unicode.IsDigit(first) {
			continue
		}
		s.words++
		if s.words > 1 && unicode.IsLetter(first) && !staysSmall(word) {
			large++
			if unicode.IsUpper(first) {
				capital++
			}
		}
		if isWide(first) {
			// A script without spaces: count two characters as a word.
			s.words += utf8.RuneCountInString(word) / 2
		}
	}
	s.titled = large > 0 && capital*10 >= large*7
	s.allTitle = large >= 4 && capital == large
	s.quoted = strings.ContainsAny(text, "\"“”«»„")
	s.sentence = s.ends && s.words >= 4 && !(s.words <= 6 && trails(text)) || s.words >= 15 && !s.titled && innerEnd().MatchString(text)
	return s
}

// staysSmall tells of the words that titles leave without a capital, so that
// they tell nothing: articles, prepositions and conjunctions.
func staysSmall(word string) bool {
	switch strings.ToLower(word) {
	case "a", "an", "the", "and", "but", "or", "nor", "for", "of", "on", "in", "to", "at", "by", "as", "from", "with", "into", "over",
		"off", "up", "out", "after", "before", "than", "via", "per", "vs", "v", "de", "la", "al", "von", "van":
		return true
	}
	return false
}

func isWide(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Khmer, unicode.Lao, unicode.Myanmar)
}

// endsSentence tells whether text ends with a full stop, question mark,
// exclamation mark or ellipsis, closing marks and brackets aside.
func endsSentence(text string) bool {
	text = strings.TrimRightFunc(text, func(r rune) bool {
		return unicode.In(r, unicode.Pe, unicode.Pf, unicode.Pi) || r == '"' || r == '\'' || r == ' ' || r == '*' || r == '_'
	})
	r, _ := utf8.DecodeLastRuneInString(text)
	return strings.ContainsRune(".?!…。！？।؟", r)
}

// trails tells of a line that ends in dots, as labels do as well as sentences.
func trails(text string) bool {
	return strings.HasSuffix(text, "…") || strings.HasSuffix(text, "...")
}

// hasLetter tells whether a line says anything.
func hasLetter(text string) bool {
	return strings.IndexFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) >= 0
}
