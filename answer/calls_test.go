package answer

import (
	"context"
	"strings"
	"testing"

	"onrecord/news"
	"onrecord/quotes"
)

func TestCallsAndDenies(t *testing.T) {
	a := &news.Article{Title: "Orsk bridge", Version: 1, Paragraphs: []news.Paragraph{
		{Kind: news.Body, Text: "Norwegian Transport Minister Ada Renn said on Monday that the bridge had cost too much and was not pretty."},
		{Kind: news.Body, Text: "Harbour master Tom Dahl dismissed her remarks as hasty and unfair. Renn had made her comments in Oslo."},
		{Kind: news.Body, Text: "Dahl said that the toll would not rise before June."},
	}}
	news.NumberParagraphs(a.Paragraphs)
	a.ID = news.ArticleID(a)
	m := &oneArticle{}
	m.Add(a, quotes.Read(a))
	e := New(voiced{listed{m, a}})
	tests := []struct {
		question, speaker, prose string
		answered                 bool
	}{
		{"who called renns remarks hasty?", "Tom Dahl", "", true},
		{"who called renns remarks brilliant?", "", "", false},
		{"did renn say the bridge cost too much?", "Ada Renn", "Yes.", true},
		{"did renn say the bridge was pretty?", "Ada Renn", "contrary", true},
		{"did dahl say the toll would rise before june", "Tom Dahl", "contrary", true},
		{"did norway say the bridge cost too much?", "Ada Renn", "Ada Renn", true},
		{"what does oslo say about the toll", "", "", false},
	}
	for _, tt := range tests {
		t.Run(tt.question, func(t *testing.T) {
			got, err := e.Ask(context.Background(), news.Question{Text: tt.question, Library: news.HomeLibrary})
			if err != nil {
				t.Fatal(err)
			}
			speaker := ""
			if got.Answered() {
				speaker = got.Quotes()[0].Speaker().Name
			}
			if got.Answered() != tt.answered || speaker != tt.speaker || !strings.Contains(got.Prose(), tt.prose) {
				t.Errorf("answered %v by %q: %s", got.Answered(), speaker, got.Prose())
			}
		})
	}
}

// voiced is a library that also knows who speaks in its one article.
type voiced struct{ listed }

func (v voiced) Cards(context.Context, string, string) ([]news.Card, error) {
	var out []news.Card
	for _, s := range quotes.Read(v.article).Speakers {
		out = append(out, news.Card{Speaker: s, Reported: 1, Articles: 1})
	}
	return out, nil
}

func (v voiced) Credited(context.Context, string, string) ([]news.Ref, error) {
	return []news.Ref{v.article.Ref()}, nil
}
