package answer

import (
	"context"

	"onrecord/news"
	"onrecord/quotes"
	"onrecord/retrieval"
)

// oneArticle is a library that knows no speakers.
type oneArticle struct{ retrieval.Memory }

func (*oneArticle) Articles(context.Context, string) ([]news.ArticleInfo, error) { return nil, nil }
func (*oneArticle) Cards(context.Context, string, string) ([]news.Card, error)   { return nil, nil }
func (*oneArticle) Credited(context.Context, string, string) ([]news.Ref, error) { return nil, nil }

// libraryOf is a library of one article.
func libraryOf(paragraphs []string) (Library, *news.Article) {
	a := &news.Article{Title: "Article", Version: 1}
	for _, p := range paragraphs {
		a.Paragraphs = append(a.Paragraphs, news.Paragraph{Kind: news.Body, Text: p})
	}
	news.NumberParagraphs(a.Paragraphs)
	a.ID = news.ArticleID(a)
	m := &oneArticle{}
	m.Memory.Add(a, quotes.Read(a))
	return m, a
}
