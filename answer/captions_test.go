package answer

import (
	"context"
	"testing"

	"onrecord/news"
	"onrecord/quotes"
)

func TestCaptions(t *testing.T) {
	a := &news.Article{Title: "Harbour stays shut", Version: 1, Paragraphs: []news.Paragraph{
		{Kind: news.Caption, Text: "Mayor Ada Renn opens the new quay at Orsk, 4 June 2019. | Photo: L. Holm"},
		{Kind: news.Body, Text: "“The quay will be repaired by June,” said Mayor Ada Renn. Engineer Tom Dahl said that a picture of the crack had shown its depth."},
	}}
	news.NumberParagraphs(a.Paragraphs)
	a.ID = news.ArticleID(a)
	m := &oneArticle{}
	m.Add(a, quotes.Read(a))
	e := New(listed{m, a})
	tests := []struct {
		question string
		caption  bool
	}{
		{"Where was Renn in the photo?", true},
		{"when was the picture of renn taken?", true},
		{"who is in the photo", true},
		{"Where was Dahl in the photo?", false},
		{"Who said that a picture had shown the depth of the crack?", false},
		{"When will the quay be repaired?", false},
	}
	for _, tt := range tests {
		t.Run(tt.question, func(t *testing.T) {
			got, err := e.Ask(context.Background(), news.Question{Text: tt.question, Library: news.HomeLibrary})
			if err != nil {
				t.Fatal(err)
			}
			caption := len(got.Quotes()) == 1 && got.Quotes()[0].Caption()
			if caption != tt.caption {
				t.Errorf("shows the caption: %v, want %v: %s", caption, tt.caption, got.Prose())
			}
		})
	}
}

// listed is a library that lists its one article.
type listed struct {
	*oneArticle
	article *news.Article
}

func (l listed) Articles(context.Context, string) ([]news.ArticleInfo, error) {
	return []news.ArticleInfo{l.article.Info()}, nil
}
