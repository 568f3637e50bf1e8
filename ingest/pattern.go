package ingest

import (
	"regexp"
	"strings"
	"sync"
)

// The patterns of this package describe lines that stand on news pages beside
// the article, in words that the pages of all publishers share; no line of any
// one page is listed. They are compiled when first used, since most runs of the
// program read no page.

// pattern is a regular expression that ignores case.
func pattern(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(?i)` + expr) })
}

// opening matches lines that begin in one of the ways given.
func opening(ways ...string) func() *regexp.Regexp {
	return pattern(`^(` + strings.Join(ways, "|") + `)`)
}

// whole matches lines that are one of those given and nothing else, but for a
// mark at the end.
func whole(lines ...string) func() *regexp.Regexp {
	return pattern(`^(` + strings.Join(lines, "|") + `) ?[.!:…»›]?$`)
}

// anywhere matches texts that have one of the words.
func anywhere(words ...string) func() *regexp.Regexp {
	return pattern(`\b(` + strings.Join(words, "|") + `)\b`)
}

// mentions tells whether text has one of the words, without regard to case: a
// cheap question that spares long paragraphs the patterns.
func mentions(text string, words ...string) bool {
	text = strings.ToLower(text)
	for _, w := range words {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}

// speaks tells whether somebody is reported to say something.
func speaks(text string) bool {
	for word := range strings.FieldsSeq(text) {
		switch strings.Trim(word, ",.;:") {
		case "said", "says", "told", "added", "asked", "tells":
			return true
		}
	}
	return false
}
