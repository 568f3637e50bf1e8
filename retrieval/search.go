package retrieval

import (
	"context"
	"fmt"
	"log/slog"

	"onrecord/news"
	"onrecord/stages"
)

// Query is what to look for.
type Query struct {
	// Text is the question or topic as typed.
	Text string
	// Speaker is the name of whoever must be credited with something in the
	// passage for it to rank well; "" for anybody.
	Speaker string
	// Limit is the most hits to return; 0 means 20.
	Limit int
}

const defaultLimit = 20

// Hit is a ranked paragraph.
type Hit struct {
	Article   news.Ref
	Paragraph int
	Score     float64
	// Parts add up to Score and say where it comes from, in the order in which
	// they were computed.
	Parts []Part

	published int64
	length    int     // of the paragraph, in terms
	counts    []int   // parallel to the terms asked
	gain      float64 // by its article's headline, before its share
	brief     bool    // leaves the parts out
}

// Part is one addend of a score.
type Part struct {
	Name  string
	Value float64
}

// Texts gives ranking the paragraphs that it looks at more closely.
type Texts interface {
	// Article returns a stored version with its reading; version 0 is the newest.
	Article(ctx context.Context, library string, ref news.Ref) (*news.Article, *news.Reading, error)
}

// Search ranks the paragraphs of a scope for a query: best first, ties by
// publication (newest first), then article ID, then paragraph. It returns an
// empty list when nothing shares a word with the query.
func Search(ctx context.Context, idx Index, texts Texts, in Scope, q Query) ([]Hit, error) {
	_, hits, err := SearchTopic(ctx, idx, texts, in, q)
	return hits, err
}

// SearchTopic is [Search] that also returns the query's words as it weighed them.
func SearchTopic(ctx context.Context, idx Index, texts Texts, in Scope, q Query) (*Topic, []Hit, error) {
	limit := q.Limit
	if limit <= 0 {
		limit = defaultLimit
	}
	finding, find := stages.Begin(ctx, stages.Find)
	t, r, err := gather(finding, idx, texts, in, q, max(limit, closeLooks)) // a closer look takes nothing away
	find.End(err)
	if err != nil || r == nil {
		return t, nil, err
	}
	closer, rank := stages.Begin(ctx, stages.Rank)
	hits := r.best()
	err = t.lookCloser(closer, texts, in, hits[:min(len(hits), closeLooks)])
	rank.Note(slog.Int("found", len(hits)))
	rank.End(err)
	if err != nil {
		return nil, nil, err
	}
	if len(hits) > limit {
		hits = hits[:limit]
	}
	return t, hits, nil
}

// gather weighs the candidates for a query by their counts and keeps so many;
// nil where the query has no words.
func gather(ctx context.Context, idx Index, texts Texts, in Scope, q Query, most int) (*Topic, *ranking, error) {
	t, err := Ask(ctx, idx, in, q.Text)
	if err != nil {
		return nil, nil, fmt.Errorf("count the question's words: %w", err)
	}
	if len(t.terms) == 0 {
		return t, nil, nil
	}
	if more, err := t.spellOut(ctx, idx, texts, in, q.Text); err != nil {
		return nil, nil, fmt.Errorf("find what is spelled out: %w", err)
	} else if more {
		c, err := idx.Counts(ctx, in, t.terms)
		if err != nil {
			return nil, nil, fmt.Errorf("count the question's words: %w", err)
		}
		t.weigh(c)
	}
	name := speakerTerms(q.Speaker)
	r := newRanking(t, len(name), in.Article == "", most)
	if err := idx.Candidates(ctx, in, t.match(name, maxLed), r.weigh); err != nil {
		return nil, nil, fmt.Errorf("find the question's words: %w", err)
	}
	return t, r, nil
}

// add puts one more part to the score.
func (h *Hit) add(name string, value float64) {
	if value == 0 {
		return
	}
	if !h.brief {
		h.Parts = append(h.Parts, Part{name, value})
	}
	h.Score += value
}
