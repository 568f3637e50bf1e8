package retrieval

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// framingShare is what a framing word keeps of its rarity.
const framingShare = 0.3

// framing words shape a question rather than say what it is about.
var framing = sync.OnceValue(func() map[string]bool {
	list := strings.Fields(`name type kind sort term many much long often call known become happen say said tell give
given mean do make made use used word refer describe main one way thing example people person year time date day
place country city number amount article find exact accord currently reason cause result`)
	set := make(map[string]bool, len(list))
	for _, w := range list {
		set[stem(w)] = true
	}
	return set
})

// calendar are the stems of the months and the days of the week.
var calendar = sync.OnceValue(func() map[string]bool {
	set := make(map[string]bool)
	for _, w := range strings.Fields(`january february march april june july august september october november december
monday tuesday wednesday thursday friday saturday sunday`) {
		set[stem(w)] = true
	}
	return set
})

// wordKind says what a term is in the question it stands in.
func wordKind(text string, t Term) WordKind {
	word := text[t.Start:t.End]
	first, _ := utf8.DecodeRuneInString(word)
	switch {
	case t.Kind == Number && isYear(t.Text), calendar()[t.Text] && unicode.IsUpper(first):
		return Date
	case t.Kind == Number:
		return Figure
	case unicode.IsUpper(first) && strings.TrimSpace(text[:t.Start]) != "":
		return Name
	}
	return Plain
}

// isYear tells whether a number in figures reads as a year or a decade.
func isYear(s string) bool {
	s = strings.TrimSuffix(s, "s")
	return len(s) == 4 && isDigits(s) && (s[0] == '1' || s[0] == '2' && s[1] == '0')
}
