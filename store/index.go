package store

import (
	"context"

	"onrecord/retrieval"
)

// Counts implements retrieval.Index. Like Docs, With leaves out what stands
// only in an article's title and headings (paragraph 0).
func (s *Store) Counts(ctx context.Context, in retrieval.Scope, terms []string) (retrieval.Counts, error) {
	c := retrieval.Counts{With: make([]int, len(terms))}
	l, ok, err := s.library(ctx, in.Library)
	if err != nil || !ok {
		return c, s.failed("count terms", err)
	}
	if in.Article != "" {
		_, x, err := s.articleIndex(ctx, l, in.Article)
		if err != nil || x == nil {
			return c, s.failed("count terms", err)
		}
		c.Docs, c.Length = size(x.lengths)
		for i, term := range terms {
			at, err := x.find(term)
			if err != nil {
				return c, s.failed("count terms", err)
			}
			for _, p := range at {
				if p.paragraph > 0 {
					c.With[i]++
				}
			}
		}
		return c, nil
	}
	c.Docs, c.Length = l.docs, l.length
	lists, err := s.termLists(ctx, l, terms)
	if err != nil {
		return c, s.failed("count terms", err)
	}
	for i := range terms {
		c.With[i] = lists[i].docs
	}
	return c, nil
}

// Candidates implements retrieval.Index.
func (s *Store) Candidates(ctx context.Context, in retrieval.Scope, m retrieval.Match, visit func(*retrieval.Candidate)) error {
	l, ok, err := s.library(ctx, in.Library)
	if err != nil || !ok || len(m.Terms) == 0 {
		return s.failed("find candidates", err)
	}
	if in.Article != "" {
		err = s.inArticle(ctx, l, in.Article, m, visit)
	} else {
		err = s.inLibrary(ctx, l, m, visit)
	}
	return s.failed("find candidates", err)
}
