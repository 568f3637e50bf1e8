package retrieval

import (
	"context"

	"onrecord/news"
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

// Hit is a ranked paragraph.
type Hit struct {
	Article   news.Ref
	Paragraph int
	Score     float64
	// Parts add up to Score and say where it comes from, in the order in which
	// they were computed.
	Parts []Part
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
	return nil, nil
}
