// Package tongues reads articles in Spanish, French, German, Portuguese, Italian
// and Russian for who said what. It knows less of these languages than package
// quotes of English: quotation marks, a list of verbs that attribute, and names
// beside them. What it can't tell by these it leaves out; docs/languages.md says
// how much that is.
package tongues

import (
	"onrecord/language"
	"onrecord/news"
)

// Reads tells whether articles in a language are read here.
func Reads(tag string) bool { return lexicons()[language.Base(tag)] != nil }

// Read finds the statements of an article in one of these languages. It takes
// time linear in the article's length and depends on nothing but its language
// and paragraphs.
func Read(a *news.Article) *news.Reading {
	r := &reader{article: a, lex: lexicons()[language.Base(a.Language)], byID: map[string]int{}, surnames: map[string]string{}}
	if r.lex == nil {
		return &news.Reading{}
	}
	for i := range a.Paragraphs {
		if p := &a.Paragraphs[i]; p.Number > 0 {
			r.learn(p.Text)
		}
	}
	for i := range a.Paragraphs {
		if p := &a.Paragraphs[i]; p.Number > 0 {
			r.paragraph(p)
		}
	}
	return &r.reading
}

// reader goes through an article's paragraphs in order.
type reader struct {
	article  *news.Article
	lex      *lexicon
	reading  news.Reading
	byID     map[string]int    // places in reading.Speakers
	surnames map[string]string // full names by their last word, "" where two have it
	last     string            // who spoke last
	lastIn   int               // in which paragraph
	topic    mention           // whom the last sentence was about that said nothing
	topicIn  int               // in which paragraph
}

// speaker returns the ID of the speaker of that name, new or known, and keeps a
// role that is given for the first time.
func (r *reader) speaker(name, role string, kind news.SpeakerKind) string {
	id := idOf(name)
	i, known := r.byID[id]
	if !known {
		i = len(r.reading.Speakers)
		r.byID[id] = i
		r.reading.Speakers = append(r.reading.Speakers, news.Speaker{ID: id, Name: name, Kind: kind})
	}
	if s := &r.reading.Speakers[i]; s.Role == "" {
		s.Role = role
	}
	return id
}
