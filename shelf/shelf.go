// Package shelf lets a place ask two libraries as if they were one: its own and
// the one that all share. Whoever asks names both in one name, and need not know.
//
// An article that is in both counts once, as the place's own has it.
package shelf

import (
	"context"
	"strings"

	lru "github.com/hashicorp/golang-lru/v2"

	"onrecord/news"
	"onrecord/retrieval"
)

// Library is what answer.Library is, whose comments say in which order.
type Library interface {
	retrieval.Index
	Articles(ctx context.Context, library string) ([]news.ArticleInfo, error)
	Article(ctx context.Context, library string, ref news.Ref) (*news.Article, *news.Reading, error)
	Cards(ctx context.Context, library, article string) ([]news.Card, error)
	Credited(ctx context.Context, library, speaker string) ([]news.Ref, error)
}

// Store is what a shelf stands on; store.Store in the program.
type Store interface {
	Library
	// Version is another one whenever a library has changed.
	Version(ctx context.Context, library string) (int64, error)
	// Holds tells whether a library has an article.
	Holds(ctx context.Context, library string) (bool, error)
	// Nearest lists what lies nearest a vector, in the order of [news.Nearer].
	Nearest(ctx context.Context, library, article, model string, v []float32, limit int) ([]news.Near, error)
}

// Shelf is an answer.Library in which a name may stand for two libraries, see
// [Both]. Any other name is the store's own, asked at no further cost. It is
// safe for concurrent use.
type Shelf struct {
	store Store
	lists *lru.Cache[string, *list]  // by library
	pairs *lru.Cache[string, *pair]  // by the name of both
	cards *lru.Cache[string, *cards] // by the name of both
}

// How much is kept ready: lists of articles, about 200 bytes each, and of
// speakers.
const (
	keptLists = 64
	keptCards = 64
)

// New returns a shelf over a store.
func New(s Store) *Shelf {
	return &Shelf{store: s, lists: kept[*list](keptLists), pairs: kept[*pair](keptLists), cards: kept[*cards](keptCards)}
}

func kept[V any](n int) *lru.Cache[string, V] {
	c, err := lru.New[string, V](n)
	if err != nil {
		panic(err) // only for a size below one
	}
	return c
}

// joint stands between the names of two libraries. No server's or user's library
// has it in its name: those end in a number.
const joint = "+"

// Both names two libraries that are asked together, own before shared.
func Both(own, shared string) string { return own + joint + shared }

// split is the reverse of Both; ok is false for the name of one library.
func split(name string) (own, shared string, ok bool) { return strings.Cut(name, joint) }

// Library names what a place asks whose own library that is: with
// [news.HomeLibrary] unless the place hides that, and without its own while that
// is empty, so that all such places share what is kept ready.
func (s *Shelf) Library(ctx context.Context, own string, hidden bool) (string, error) {
	if hidden {
		return own, nil
	}
	holds, err := s.store.Holds(ctx, own)
	if err != nil || !holds {
		return news.HomeLibrary, err
	}
	return Both(own, news.HomeLibrary), nil
}
