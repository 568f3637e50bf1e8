package retrieval

import (
	"strings"
	"testing"

	"github.com/kljensen/snowball/english"
)

// endings make words that meet every rule out of the table's stems.
var endings = []string{"", "s", "ed", "ing", "ly", "ness", "ization", "ational", "fulness", "ities", "able", "ement", "ies", "ional", "edly", "ied", "er"}

func TestStemIsSnowballs(t *testing.T) {
	for line := range strings.Lines(wordNet) {
		word, _, _ := strings.Cut(line, " ")
		if strings.Trim(word, "abcdefghijklmnopqrstuvwxyz") != "" {
			continue
		}
		for _, e := range endings {
			if w := word + e; len(w) <= maxPiece && stem(w) != english.Stem(w, true) {
				t.Errorf("stem(%q) = %q, Snowball has %q", w, stem(w), english.Stem(w, true))
			}
		}
	}
}
