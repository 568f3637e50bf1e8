package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"onrecord/answer"
	"onrecord/llm"
	"onrecord/store"
)

// embed has the library's engine look also for what lies near a question, where
// an embedding model is named.
func (p *program) embed(l *library) error {
	if p.settings.getenv(embeddingSetting) == "" {
		return nil
	}
	c, err := p.settings.model()
	if err != nil {
		return err
	}
	client, err := c.openEmbedding(slog.New(slog.DiscardHandler))
	if err != nil {
		return err
	}
	l.embeddings = answer.NewEmbeddings(answer.EmbeddingConfig{Embedder: client, Vectors: l.shelf, Ledger: l.Store, Day: c.budget.Day, Logger: slog.New(slog.DiscardHandler)})
	l.engine = l.engine.WithEmbeddings(l.embeddings)
	return nil
}

// openEmbedding returns a client of the embedding model. It rests apart from the
// one that writes.
func (c modelConfig) openEmbedding(log *slog.Logger) (*llm.Client, error) {
	c.client.Model = c.embedding
	return c.open(log)
}

// Of giving paragraphs their vectors.
const (
	fillPause  = 200 * time.Millisecond // between two articles
	fillRest   = time.Minute            // after one that failed, and when all is done
	mostFilled = 400                    // paragraphs of an article
)

// embedBeside gives the articles vectors, one after another, until the function
// that it returns is called.
func (l *library) embedBeside(ctx context.Context, log *slog.Logger) (stop func()) {
	if l.embeddings == nil || l.ReadOnly() {
		return func() {}
	}
	ctx, cancel := context.WithCancel(ctx)
	done := begin(func() { l.fillOn(ctx, log) })
	return func() { cancel(); <-done }
}

func (l *library) fillOn(ctx context.Context, log *slog.Logger) {
	var key int64
	ill := false // told once for each change
	for ctx.Err() == nil {
		next, err := l.fillNext(ctx, key)
		if ctx.Err() != nil {
			return
		}
		if err != nil && !ill {
			log.Warn("articles get no vectors for now", "error", err)
		}
		ill = err != nil
		wait := fillPause
		if err != nil || next == 0 {
			wait = fillRest
		}
		key = next // one that fails does not keep the others from theirs
		select {
		case <-ctx.Done():
		case <-time.After(wait):
		}
	}
}

// fillNew gives vectors to the articles added last, so many.
func (l *library) fillNew(ctx context.Context, most int) error {
	if l.embeddings == nil {
		return nil
	}
	var key int64
	for range most {
		next, err := l.fillNext(ctx, key)
		if err != nil {
			return fmt.Errorf("articles were added without vectors, which serve makes up for: %w", err)
		}
		if next == 0 {
			return nil
		}
		key = next
	}
	return nil
}

// fillNext gives the paragraphs of one article their vectors: of the last added
// that has none, of those with a lower key than before. It returns the article's
// key, 0 when there was none.
func (l *library) fillNext(ctx context.Context, before int64) (int64, error) {
	m := l.embeddings
	list, err := l.Vectorless(ctx, m.Model(), before, 1)
	if err != nil || len(list) == 0 {
		return 0, err
	}
	vectors, err := vectorsOf(ctx, m, list[0])
	if err != nil {
		return list[0].Key, err
	}
	return list[0].Key, l.KeepVectors(ctx, m.Model(), list[0].Key, vectors)
}

// vectorsOf makes the vectors of an article's paragraphs, by their numbers.
func vectorsOf(ctx context.Context, m *answer.Embeddings, v store.Vectorless) (map[int][]float32, error) {
	paragraphs := v.Article.Citable()
	paragraphs = paragraphs[:min(len(paragraphs), mostFilled)]
	out := map[int][]float32{}
	for len(paragraphs) > 0 {
		n := min(len(paragraphs), llm.MaxEmbedded)
		var texts []string
		for _, p := range paragraphs[:n] {
			texts = append(texts, p.Text)
		}
		vectors, err := m.Embed(ctx, texts)
		if err != nil {
			return nil, err
		}
		if len(vectors) != n {
			return nil, errors.New("the embedding model replied with too few vectors")
		}
		for i, p := range paragraphs[:n] {
			out[p.Number] = vectors[i]
		}
		paragraphs = paragraphs[n:]
	}
	return out, nil
}
