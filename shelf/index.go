package shelf

import (
	"context"

	"onrecord/retrieval"
)

// holder is the library of two that a question about one article goes to.
func (s *Shelf) holder(ctx context.Context, name, own, shared, article string) (string, error) {
	p, err := s.both(ctx, name, own, shared)
	if err != nil || p.own.byID[article] != nil {
		return own, err
	}
	return shared, nil
}

// Counts implements retrieval.Index: the counts of both libraries together.
func (s *Shelf) Counts(ctx context.Context, in retrieval.Scope, terms []string) (retrieval.Counts, error) {
	own, shared, ok := split(in.Library)
	if !ok {
		return s.store.Counts(ctx, in, terms)
	}
	if in.Article != "" {
		library, err := s.holder(ctx, in.Library, own, shared, in.Article)
		if err != nil {
			return retrieval.Counts{}, err
		}
		return s.store.Counts(ctx, retrieval.Scope{Library: library, Article: in.Article}, terms)
	}
	p, err := s.both(ctx, in.Library, own, shared)
	if err != nil {
		return retrieval.Counts{}, err
	}
	sum := retrieval.Counts{With: make([]int, len(terms))}
	add := func(in retrieval.Scope, sign int) error {
		c, err := s.store.Counts(ctx, in, terms)
		if err != nil {
			return err
		}
		sum.Docs += sign * c.Docs
		sum.Length += int64(sign) * c.Length
		for i, n := range c.With {
			sum.With[i] += sign * n
		}
		return nil
	}
	if err := add(retrieval.Scope{Library: own}, 1); err != nil {
		return sum, err
	}
	if err := add(retrieval.Scope{Library: shared}, 1); err != nil {
		return sum, err
	}
	for _, id := range p.twice {
		if err := add(retrieval.Scope{Library: shared, Article: id}, -1); err != nil {
			return sum, err
		}
	}
	return sum, nil
}

// Candidates implements retrieval.Index.
func (s *Shelf) Candidates(ctx context.Context, in retrieval.Scope, m retrieval.Match, visit func(*retrieval.Candidate)) error {
	own, shared, ok := split(in.Library)
	if !ok {
		return s.store.Candidates(ctx, in, m, visit)
	}
	if in.Article != "" {
		library, err := s.holder(ctx, in.Library, own, shared, in.Article)
		if err != nil {
			return err
		}
		return s.store.Candidates(ctx, retrieval.Scope{Library: library, Article: in.Article}, m, visit)
	}
	p, err := s.both(ctx, in.Library, own, shared)
	if err != nil {
		return err
	}
	if err := s.store.Candidates(ctx, retrieval.Scope{Library: own}, m, visit); err != nil {
		return err
	}
	return s.store.Candidates(ctx, retrieval.Scope{Library: shared}, m, func(c *retrieval.Candidate) {
		if p.own.byID[c.Article.ID] == nil {
			visit(c)
		}
	})
}
