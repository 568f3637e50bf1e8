// Package store keeps libraries of articles, with what was read from them and
// the index over them, in one SQLite file.
package store

import (
	"context"

	"onrecord/news"
	"onrecord/retrieval"
)

// Store is a database of libraries. It is safe for concurrent use, also by
// several processes. It satisfies answer.Library.
type Store struct{}

// Open opens, creating and migrating as needed, the database at path; ":memory:"
// is a private one. Errors say what is wrong with the path in a sentence.
func Open(ctx context.Context, path string) (*Store, error) { return &Store{}, nil }

// Close ends the store's use; it is an error to use it afterwards.
func (s *Store) Close() error { return nil }

// Add stores an article with its reading in a library, whole or not at all. An
// article that is there with the same words is left alone (added is false); one
// with other words becomes the next version. It returns the stored version.
func (s *Store) Add(ctx context.Context, library string, a *news.Article, r *news.Reading) (ref news.Ref, added bool, err error) {
	return news.Ref{}, false, nil
}

// Remove takes an article out of a library with all its versions. It fails
// with news.ErrNotFound.
func (s *Store) Remove(ctx context.Context, library, id string) error { return nil }

// Articles implements answer.Library.
func (s *Store) Articles(ctx context.Context, library string) ([]news.ArticleInfo, error) {
	return nil, nil
}

// Article implements answer.Library.
func (s *Store) Article(ctx context.Context, library string, ref news.Ref) (*news.Article, *news.Reading, error) {
	return nil, nil, news.ErrNotFound
}

// Cards implements answer.Library.
func (s *Store) Cards(ctx context.Context, library, article string) ([]news.Card, error) {
	return nil, nil
}

// Credited implements answer.Library.
func (s *Store) Credited(ctx context.Context, library, speaker string) ([]news.Ref, error) {
	return nil, nil
}

// Counts implements retrieval.Index.
func (s *Store) Counts(ctx context.Context, in retrieval.Scope, terms []string) (retrieval.Counts, error) {
	return retrieval.Counts{}, nil
}

// Candidates implements retrieval.Index.
func (s *Store) Candidates(ctx context.Context, in retrieval.Scope, terms []string) ([]retrieval.Candidate, error) {
	return nil, nil
}
