package retrieval

import (
	_ "embed"
	"strings"
)

// wordNet is the table that the command in the folder wordnet makes out of
// WordNet 3.0, one line a stem, sorted; that command says what stands in a line.
//
//go:embed words.txt
var wordNet string

// entry is what the table knows of a stem.
type entry struct {
	// use grows by one with each doubling of how often general English uses the
	// stem; 0 for a stem never seen.
	use int
	// related are the stems that may stand for it, each behind its digit.
	related []string
}

// lookUp finds a stem's line by halving the text; the zero entry if it has none.
func lookUp(stem string) entry {
	low, high := 0, len(wordNet)
	for low < high {
		mid := (low + high) / 2
		start := strings.LastIndexByte(wordNet[:mid], '\n') + 1
		end := start + strings.IndexByte(wordNet[start:], '\n')
		word, rest, _ := strings.Cut(wordNet[start:end], " ")
		switch {
		case word == stem:
			return entry{int(rest[0] - 'a'), strings.Fields(rest[1:])}
		case word < stem:
			low = end + 1
		default:
			high = start
		}
	}
	return entry{}
}

// expand adds the terms that may stand for the topic's words.
func (t *Topic) expand() {
	for i, w := range t.Words {
		if w.Kind == Figure || w.Kind == Date {
			continue
		}
		e := lookUp(w.Text)
		if w.Kind == Plain {
			t.Words[i].use = e.use
		}
		for _, r := range e.related {
			if r[0] != '-' && (w.Kind == Plain || r[0] >= '7') {
				t.count(r[1:], i, shares[r[0]-'0'])
			}
		}
	}
}

// shares are what a term counts that stands for a word, by the digit of their
// relation in the table.
var shares = [10]float64{1: 0.2, 2: 0.2, 3: 0.3, 4: 0.4, 5: 0.5, 6: 0.6, 7: 0.6, 9: 0.8}
