package main

import (
	"path/filepath"
	"testing"

	"onrecord/news"
	"onrecord/quotes"
	"onrecord/retrieval"
	"onrecord/speakers"
	"onrecord/store"
)

// BenchmarkIngest tells what each part of adding an article costs.
func BenchmarkIngest(b *testing.B) {
	c := corpus{paragraphs: 30_000, seed: seed}
	type story struct {
		server  string
		article *news.Article
	}
	var items []story
	for it := range c.items() {
		if items = append(items, story{it.server, it.write()}); len(items) == 400 {
			break
		}
	}
	part := func(name string, f func(story)) {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			n := 0
			for b.Loop() {
				f(items[n%len(items)])
				n++
			}
			b.ReportMetric(float64(n*perArticle)/b.Elapsed().Seconds(), "paragraphs/s")
		})
	}
	part("invent", func(it story) { c.article(1, 1) })
	part("speakers", func(it story) { speakers.Read(it.article) })
	part("quotes", func(it story) { quotes.Read(it.article) })
	part("docs", func(it story) { retrieval.Docs(it.article, nil) })
	readings := map[*news.Article]*news.Reading{}
	for _, it := range items {
		readings[it.article] = quotes.Read(it.article)
	}
	db, err := store.Open(b.Context(), filepath.Join(b.TempDir(), "library"))
	if err != nil {
		b.Fatal(err)
	}
	defer db.Close()
	round := 0
	part("store", func(it story) {
		a := *it.article
		round++
		a.ID, a.URL = "", it.article.URL+string(rune('a'+round%26))+string(rune('a'+round/26%26))+string(rune('a'+round/676%26))
		a.ID = news.ArticleID(&a)
		r := *readings[it.article]
		if _, _, err := db.Add(b.Context(), it.server, &a, &news.Reading{Speakers: r.Speakers}); err != nil {
			b.Fatal(err)
		}
	})
}
