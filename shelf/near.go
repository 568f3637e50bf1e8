package shelf

import (
	"context"
	"slices"

	"onrecord/news"
)

// Nearest implements answer.Vectors: of two libraries, the nearest of both.
func (s *Shelf) Nearest(ctx context.Context, library, article, model string, v []float32, limit int) ([]news.Near, error) {
	own, shared, ok := split(library)
	if !ok {
		return s.store.Nearest(ctx, library, article, model, v, limit)
	}
	p, err := s.both(ctx, library, own, shared)
	if err != nil {
		return nil, err
	}
	a, err := s.store.Nearest(ctx, own, article, model, v, limit)
	if err != nil {
		return nil, err
	}
	b, err := s.store.Nearest(ctx, shared, article, model, v, limit)
	if err != nil {
		return nil, err
	}
	out := slices.Clone(a)
	for _, n := range b {
		if p.own.byID[n.Article.ID] == nil {
			out = append(out, n)
		}
	}
	slices.SortFunc(out, news.Nearer)
	return out[:min(len(out), max(limit, 0))], nil
}
