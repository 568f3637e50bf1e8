package answer

import (
	"context"

	"onrecord/news"
	"onrecord/retrieval"
)

// Library is what answering needs of a store. What it returns is shared and
// must not be changed.
type Library interface {
	retrieval.Index
	// Articles lists the newest versions: newest publication first, then by ID.
	Articles(ctx context.Context, library string) ([]news.ArticleInfo, error)
	// Article returns a stored version with its reading; version 0 is the
	// newest. It fails with news.ErrNotFound.
	Article(ctx context.Context, library string, ref news.Ref) (*news.Article, *news.Reading, error)
	// Cards lists the speakers credited with something in the newest versions
	// (of one article when article is not ""), most statements first, then by ID.
	Cards(ctx context.Context, library, article string) ([]news.Card, error)
	// Credited lists the newest versions that credit a speaker with
	// something, newest publication first, then by ID.
	Credited(ctx context.Context, library, speaker string) ([]news.Ref, error)
}
