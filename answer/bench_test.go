package answer

import (
	"context"
	"fmt"
	"path/filepath"
	"sort"
	"strings"
	"testing"
	"time"

	"onrecord/news"
	"onrecord/quotes"
	"onrecord/store"
)

// library stores n articles in SQLite: those of the newsroom and the built-in
// one, again and again, each copy with words of its own.
func library(b *testing.B, n int) *store.Store {
	b.Helper()
	shelf := builtIn(b)
	paths, err := filepath.Glob("../testdata/news/*.questions.jsonl")
	if err != nil {
		b.Fatal(err)
	}
	for _, path := range paths {
		shelf.addFile(b, strings.TrimSuffix(path, ".questions.jsonl"))
	}
	ctx := context.Background()
	s, err := store.Open(ctx, filepath.Join(b.TempDir(), "bench.db"))
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { s.Close() })
	for i := range n {
		from := shelf.articles[i%len(shelf.articles)]
		a := *from
		a.Paragraphs = append([]news.Paragraph(nil), from.Paragraphs...)
		a.Paragraphs = append(a.Paragraphs, news.Paragraph{Kind: news.Body, Text: fmt.Sprintf("This is report number %d of the series.", i)})
		a.Published = from.Published.AddDate(0, 0, i)
		a.URL = fmt.Sprintf("https://news.example/%d", i)
		news.NumberParagraphs(a.Paragraphs)
		a.ID = news.ArticleID(&a)
		if _, _, err := s.Add(ctx, news.HomeLibrary, &a, quotes.Read(&a)); err != nil {
			b.Fatal(err)
		}
	}
	return s
}

// BenchmarkAsk asks every question of the built-in set and of the newsroom of
// 200 articles on SQLite, and reports the slowest.
func BenchmarkAsk(b *testing.B) {
	s := library(b, 200)
	var all []string
	paths, err := filepath.Glob("../testdata/news/*.questions.jsonl")
	if err != nil {
		b.Fatal(err)
	}
	for _, path := range append(paths, "testdata/aleppo.questions.jsonl") {
		for _, w := range readQuestions(b, path) {
			all = append(all, w.Question)
		}
	}
	e, ctx := New(s), context.Background()
	for _, q := range all { // warm
		if _, err := e.Ask(ctx, news.Question{Text: q, Library: news.HomeLibrary}); err != nil {
			b.Fatal(err)
		}
	}
	var took []time.Duration
	i := 0
	for b.Loop() {
		began := time.Now()
		if _, err := e.Ask(ctx, news.Question{Text: all[i%len(all)], Library: news.HomeLibrary}); err != nil {
			b.Fatal(err)
		}
		took = append(took, time.Since(began))
		i++
	}
	sort.Slice(took, func(i, j int) bool { return took[i] < took[j] })
	b.ReportMetric(float64(took[len(took)/2].Microseconds()), "µs/p50")
	b.ReportMetric(float64(took[len(took)*99/100].Microseconds()), "µs/p99")
}
