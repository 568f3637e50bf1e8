package answer

import (
	"fmt"
	"testing"

	"onrecord/news"
	"onrecord/quotes"
)

// BenchmarkCheckLong checks words that stand in every paragraph of one article,
// each credited to somebody: the time must grow with the article and no faster.
func BenchmarkCheckLong(b *testing.B) {
	for _, n := range []int{1500, 3000, 6000, 12_000} {
		a := &news.Article{Version: 1, Title: "Minutes", URL: "https://news.example/minutes"}
		for i := range n {
			a.Paragraphs = append(a.Paragraphs, news.Paragraph{Kind: news.Body, Text: fmt.Sprintf("“I would do it again,” Ana Brandt said in meeting %d.", i)})
		}
		news.NumberParagraphs(a.Paragraphs)
		a.ID = news.ArticleID(a)
		s := &shelf{}
		s.add(a, quotes.Read(a))
		e := New(s)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				if _, err := e.Check(b.Context(), Claim{Words: "I would do it again"}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
