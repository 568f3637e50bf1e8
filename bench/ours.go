package main

import (
	"cmp"
	"context"
	"math"

	"onrecord/answer"
	"onrecord/news"
	"onrecord/quotes"
	"onrecord/retrieval"
	"onrecord/store"
)

// ours is onrecord's own store: counts and candidates from the database, BM25
// in Go.
type ours struct {
	db     *store.Store
	engine *answer.Engine
}

func openStore(ctx context.Context, place string, _ bool) (engine, error) {
	db, err := store.Open(ctx, place)
	if err != nil {
		return nil, err
	}
	return &ours{db, answer.New(db)}, nil
}

// addAll adds the whole corpus, read for statements, as "article add" adds many
// files.
func (o *ours) addAll(ctx context.Context, c corpus) error {
	var bad error
	err := o.db.AddEach(ctx, func(yield func(func() (*store.Entry, error)) bool) {
		for it := range c.items() {
			if !yield(func() (*store.Entry, error) {
				a := it.write()
				return store.Prepare(it.server, a, quotes.Read(a))
			}) {
				return
			}
		}
	}, func(_ store.Added, err error) { bad = cmp.Or(bad, err) })
	return cmp.Or(bad, err)
}

func (o *ours) find(ctx context.Context, q query) (int, error) {
	ctx = o.db.Moment(ctx) // as the engine asks for a question
	in := retrieval.Scope{Library: q.server, Article: q.article}
	counts, err := o.db.Counts(ctx, in, q.terms)
	if err != nil {
		return 0, err
	}
	idf := make([]float64, len(q.terms))
	for i, with := range counts.With {
		idf[i] = weight(counts.Docs, with)
	}
	mean := float64(counts.Length) / float64(max(1, counts.Docs))
	var best top
	doc := 0
	err = o.db.Candidates(ctx, in, retrieval.Match{Terms: q.terms}, func(c *retrieval.Candidate) {
		if c.Paragraph == 0 {
			return
		}
		h := hit{doc: doc}
		doc++
		for t, n := range c.Counts {
			if n > 0 {
				h.score += idf[t] * saturate(n, c.Length, mean)
			}
		}
		best.offer(h)
	})
	return len(best), err
}

// answer asks a whole question: analysis, retrieval, choice, verification.
func (o *ours) answer(ctx context.Context, q query, text string) error {
	_, err := o.engine.Ask(ctx, news.Question{Text: text, Library: q.server, Article: q.article})
	return err
}

func (o *ours) close() error { return o.db.Close() }

// weight and saturate are BM25 with the usual constants.
func weight(docs, with int) float64 {
	return math.Log(1 + (float64(docs-with)+0.5)/(float64(with)+0.5))
}

func saturate(n, length int, mean float64) float64 {
	const k, b = 1.2, 0.75
	f := float64(n)
	return f * (k + 1) / (f + k*(1-b+b*float64(length)/max(1, mean)))
}
