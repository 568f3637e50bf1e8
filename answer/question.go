package answer

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// MaxQuestion is the longest question that is read, in Unicode code points.
const MaxQuestion = 1000

// Shape is what a question asks for.
type Shape int

// The shapes of question.
const (
	// Anything is a question that is not about who said what: passages answer it.
	Anything Shape = iota
	// WhatSaid asks what a speaker said, thinks, demands, denies: X on T.
	WhatSaid
	// WhoSaid asks which speaker said something: who on T.
	WhoSaid
	// DidSay asks whether a speaker said something: X, T.
	DidSay
	// Nothing is no question at all: empty, or an order to the program.
	Nothing
)

// Want is the type of answer that a question word asks for.
type Want int

// The types of answer.
const (
	WantAny    Want = iota
	WantPerson      // who
	WantTime        // when
	WantPlace       // where
	WantReason      // why
	WantNumber      // how many, how much, how long
)

// asked is a question understood: what is sought, of whom, about what.
type asked struct {
	// Text is the question made fit to read: valid UTF-8, spaces single.
	Text  string
	Shape Shape
	Want  Want
	// Names are the speakers asked about, as typed: one stretch of the
	// question, which may name several ("Kerry or Kirby").
	Names []string
	// Topic is what is left when the shape's words and the names are taken away.
	Topic string
	// Unsaid tells that it asks what was not said.
	Unsaid bool
	// Named tells that the topic was named as one ("about aid", "on the war")
	// and is no clause.
	Named bool
	// Verb is the base form of the question's verb of saying, "" if it has none.
	Verb string
}

// shortened are units that people abbreviate where news spells them out.
var shortened = match(`(?i)(\d[ -]?)(hrs?|mins?|secs?|yrs?|wks?|pct)\b\.?`)

// spellOut writes "48-hr" as "48-hour".
func spellOut(s string) string {
	return shortened.ReplaceAllStringFunc(s, func(m string) string {
		parts := shortened.FindStringSubmatch(m)
		full := map[byte]string{'h': "hour", 'm': "minute", 's': "second", 'y': "year", 'w': "week", 'p': "percent"}
		return parts[1] + full[parts[2][0]|0x20]
	})
}

// terminalCodes are what colours text on a terminal; pasted, they are no words.
var terminalCodes = match("\x1b\\[[0-9;?]*[A-Za-z]")

// clean makes a stranger's line fit to read: control and invisible characters
// go, white space becomes single spaces. It fails with news.ErrBadInput when the
// line is not text or longer than limit code points; what names the line.
func clean(what, s string, limit int) (string, error) {
	if len(s) > 4*limit || utf8.RuneCountInString(s) > limit {
		return "", tooLong(what, limit)
	}
	if !utf8.ValidString(s) {
		return "", notText(what)
	}
	var b strings.Builder
	space := false
	for _, r := range terminalCodes.ReplaceAllString(s, "") {
		switch {
		case unicode.IsSpace(r) || unicode.IsControl(r):
			space = b.Len() > 0
		case unicode.Is(unicode.Cf, r) || r == utf8.RuneError:
			// zero-width and direction marks carry no words
		default:
			if space {
				b.WriteByte(' ')
				space = false
			}
			b.WriteRune(r)
		}
	}
	return b.String(), nil
}
