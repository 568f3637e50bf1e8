package store_test

import (
	"fmt"
	"path/filepath"
	"testing"

	"onrecord/retrieval"
	"onrecord/store"
	"onrecord/store/storetest"
)

func BenchmarkAdd(b *testing.B) {
	s, err := store.Open(b.Context(), filepath.Join(b.TempDir(), "library.db"))
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	room := storetest.Newsroom{Seed: 1, Paragraphs: 30}
	n := 0
	for b.Loop() {
		a, r := room.Article(n)
		if _, _, err := s.Add(b.Context(), "home", a, r); err != nil {
			b.Fatal(err)
		}
		n++
	}
	b.ReportMetric(float64(30*n)/b.Elapsed().Seconds(), "paragraphs/s")
}

// BenchmarkDocs is the part of adding that is the analyser's.
func BenchmarkDocs(b *testing.B) {
	room := storetest.Newsroom{Seed: 1, Paragraphs: 30}
	a, r := room.Article(1)
	for b.Loop() {
		retrieval.Docs(a, r)
	}
}

// BenchmarkCandidates asks a library of 200 articles for six words: again and
// again, and with everything forgotten in between.
func BenchmarkCandidates(b *testing.B) {
	path := filepath.Join(b.TempDir(), "library.db")
	s, err := store.Open(b.Context(), path)
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	room := storetest.Newsroom{Seed: 1, Paragraphs: 30}
	var one string
	for n := range 200 {
		a, r := room.Article(n)
		if _, _, err := s.Add(b.Context(), "home", a, r); err != nil {
			b.Fatal(err)
		}
		one = a.ID
	}
	var terms []string
	for _, t := range retrieval.Terms("lighthouse audit pipeline forest railway Saltmere") {
		terms = append(terms, t.Text)
	}
	ask := func(b *testing.B, s *store.Store, in retrieval.Scope) {
		if _, err := s.Counts(b.Context(), in, terms); err != nil {
			b.Fatal(err)
		}
		if c, err := retrieval.Collect(b.Context(), s, in, retrieval.Match{Terms: terms}); err != nil || len(c) == 0 {
			b.Fatal(len(c), err)
		}
	}
	for _, in := range []retrieval.Scope{{Library: "home"}, {Library: "home", Article: one}} {
		b.Run(fmt.Sprintf("warm/article=%v", in.Article != ""), func(b *testing.B) {
			for b.Loop() {
				ask(b, s, in)
			}
		})
		b.Run(fmt.Sprintf("cold/article=%v", in.Article != ""), func(b *testing.B) {
			for b.Loop() {
				cold, err := store.Open(b.Context(), path)
				if err != nil {
					b.Fatal(err)
				}
				ask(b, cold, in)
				cold.Close()
			}
		})
	}
}
