// Package quotes reads an article for who said what, and exactly where. [Read]
// is its one entry point.
//
// A paragraph is cut into units: sentences, joined where a quotation runs over
// their ends. A unit's words are tagged with a small lexicon, each quotation
// counting as one word; verbs that attribute are its cues; a cue with a subject
// and something said before or after it makes a statement. Quotations that no
// cue took are given to whoever spoke last.
package quotes

import (
	"onrecord/news"
	"onrecord/quotes/tongues"
	"onrecord/speakers"
)

// Read finds the statements of an article and who makes them. It takes time
// linear in the article's length, never fails, and depends on nothing but the
// article's language and paragraphs. It knows English; some other languages it
// leaves to package tongues.
func Read(a *news.Article) *news.Reading {
	if tongues.Reads(a.Language) {
		return tongues.Read(a)
	}
	r := &reader{article: a, words: newWordReader(), colon: -1, open: -1, quoted: -1}
	for i := range a.Paragraphs {
		if p := &a.Paragraphs[i]; p.Number > 0 {
			r.words.learnNames(p.Text)
		}
	}
	for i := range a.Paragraphs {
		if p := &a.Paragraphs[i]; p.Number > 0 {
			r.paragraph(p)
		}
	}
	return credit(a, speakers.Read(a), r.found)
}

// reader goes through an article's paragraphs in order and carries what one
// leaves for the next.
type reader struct {
	article *news.Article
	words   *wordReader
	found   []found
	colon   int // the statement whose colon still waits for its quotation, -1 if none
	// quoted is the statement of which a quotation stood in the last sentence of
	// the paragraph quotedIn: one that opens the next paragraph goes on with it.
	quoted, quotedIn int
	open             int // the statement whose quotation never closed in the last paragraph, -1 if none
}
