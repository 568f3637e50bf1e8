// Package language tells which language a text is written in, and brings words
// to the form in which they are looked for: stop words out, endings off. It
// knows the languages of [Known] and tells many more apart by their script.
package language

import (
	"strings"
	"sync"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/dutch"
	"github.com/blevesearch/snowballstem/french"
	"github.com/blevesearch/snowballstem/german"
	"github.com/blevesearch/snowballstem/italian"
	"github.com/blevesearch/snowballstem/portuguese"
	"github.com/blevesearch/snowballstem/russian"
	"github.com/blevesearch/snowballstem/spanish"
	"github.com/blevesearch/snowballstem/swedish"
)

// known are the languages with stop words and a stemmer of their own. English
// has both in package retrieval.
var known = []string{"de", "es", "fr", "it", "nl", "pt", "ru", "sv"}

// unspaced are those that are written without spaces between words.
var unspaced = []string{"ja", "km", "lo", "my", "th", "zh"}

// Foreign lists the languages other than English that have terms of their own,
// sorted.
func Foreign() []string {
	return []string{"de", "es", "fr", "it", "ja", "km", "lo", "my", "nl", "pt", "ru", "sv", "th", "zh"}
}

// Base is the language of a BCP 47 tag without region or script: "pt" of
// "pt-BR".
func Base(tag string) string {
	base, _, _ := strings.Cut(strings.ToLower(tag), "-")
	return base
}

// Spaced tells whether words of a language stand between spaces.
func Spaced(tag string) bool {
	base := Base(tag)
	for _, l := range unspaced {
		if l == base {
			return false
		}
	}
	return true
}

// Known tells whether a language has stop words and a stemmer here.
func Known(tag string) bool { return stemmers[Base(tag)] != nil }

var stemmers = map[string]func(*snowballstem.Env) bool{
	"de": german.Stem, "es": spanish.Stem, "fr": french.Stem, "it": italian.Stem,
	"nl": dutch.Stem, "pt": portuguese.Stem, "ru": russian.Stem, "sv": swedish.Stem,
}

// Stem cuts a word in small letters, its accents kept, to its stem by the rules
// of Snowball (snowballstem.org). A word of another language stays as it is.
func Stem(tag, word string) string {
	const longest = 64
	stem := stemmers[Base(tag)]
	if stem == nil || len(word) > longest {
		return word
	}
	env := snowballstem.NewEnv(word)
	stem(env)
	return env.Current()
}

// Stop tells whether a word, in small letters, says nothing of what a text in
// that language is about.
func Stop(tag, word string) bool { return stops()[Base(tag)][word] }

var stops = sync.OnceValue(func() map[string]map[string]bool {
	out := map[string]map[string]bool{}
	for l, list := range stopLists {
		set := map[string]bool{}
		for _, w := range strings.Fields(list) {
			set[w] = true
		}
		out[l] = set
	}
	return out
})

// Elided is a word without the article or pronoun that is written before it
// with an apostrophe: "homme" of "l'homme". It is the word itself where the
// language has no such forms.
func Elided(tag, word string) string {
	switch Base(tag) {
	case "fr", "it":
	default:
		return word
	}
	i := strings.LastIndexAny(word, "'’ʼ")
	const longest = 6 // dell', quest', lorsqu' is longer and a stop word
	if i <= 0 || i > longest {
		return word
	}
	rest := strings.TrimLeft(word[i:], "'’ʼ")
	if len(rest) < 2 {
		return word
	}
	return rest
}
