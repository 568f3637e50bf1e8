package retrieval

import (
	"sort"

	"onrecord/sentences"
)

// Passage is a paragraph cut into sentences and terms. It is read-only once made.
type Passage struct {
	Text  string
	Terms []Term
	// Sentences are in order; each knows which of Terms are its own.
	Sentences []Sentence
}

// Sentence is one sentence of a passage.
type Sentence struct {
	Start, End int // bytes
	From, To   int // its terms are Terms[From:To]
}

// ReadPassage cuts a paragraph in English into sentences and terms.
func ReadPassage(text string) *Passage { return ReadPassageIn("", text) }

// ReadPassageIn is [ReadPassage] for a paragraph in a language, given as a BCP
// 47 tag.
func ReadPassageIn(language, text string) *Passage {
	p := &Passage{Text: text, Terms: TermsIn(language, text)}
	at := 0
	for _, s := range sentences.Split(text) {
		n := sort.Search(len(p.Terms)-at, func(i int) bool { return p.Terms[at+i].Start >= s.End })
		p.Sentences = append(p.Sentences, Sentence{s.Start, s.End, at, at + n})
		at += n
	}
	return p
}

// In returns the terms of the sentence at i.
func (p *Passage) In(i int) []Term { return p.Terms[p.Sentences[i].From:p.Sentences[i].To] }
