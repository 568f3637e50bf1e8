// Package retrieval goes from the words of a question to ranked evidence. It
// alone decides what a word is ([Terms]), when an article is stored and when a
// question is asked, and it alone computes scores: stores find, retrieval ranks.
package retrieval

// Term is a word as the index knows it, and the bytes of the text it stands for.
type Term struct {
	Text       string
	Start, End int
}

// Terms cuts text into terms: folded, stemmed, stop words left out.
func Terms(text string) []Term { return nil }
