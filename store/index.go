package store

import (
	"context"
	"sort"
	"strings"

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
func (s *Store) Candidates(ctx context.Context, in retrieval.Scope, terms []string) ([]retrieval.Candidate, error) {
	l, ok, err := s.library(ctx, in.Library)
	if err != nil || !ok || len(terms) == 0 {
		return nil, s.failed("find candidates", err)
	}
	var found []retrieval.Candidate
	if in.Article != "" {
		found, err = s.inArticle(ctx, l, in.Article, terms)
	} else {
		found, err = s.inLibrary(ctx, l, terms)
	}
	return found, s.failed("find candidates", err)
}

// inArticle reads the article's own index: for one article that beats asking
// the library's.
func (s *Store) inArticle(ctx context.Context, l library, id string, terms []string) ([]retrieval.Candidate, error) {
	h, x, err := s.articleIndex(ctx, l, id)
	if err != nil || x == nil {
		return nil, err
	}
	m := merger{terms: len(terms)}
	for i, term := range terms {
		at, err := x.find(term)
		if err != nil {
			return nil, err
		}
		m.add(i, at)
	}
	return m.candidates(nil, h), nil
}

// inLibrary merges the terms' lists.
func (s *Store) inLibrary(ctx context.Context, l library, terms []string) ([]retrieval.Candidate, error) {
	lists, err := s.termLists(ctx, l, terms)
	if err != nil {
		return nil, err
	}
	cursors := make([]cursor, 0, len(terms))
	for i, list := range lists {
		c := cursor{term: i, chunks: list.chunks}
		if err := c.next(); err != nil {
			return nil, err
		}
		if c.seq >= 0 {
			cursors = append(cursors, c)
		}
	}
	heads, err := s.headsOf(ctx, l, lists)
	if err != nil {
		return nil, err
	}
	var found []retrieval.Candidate
	m := merger{terms: len(terms)}
	for len(cursors) > 0 {
		seq := cursors[0].seq
		for _, c := range cursors[1:] {
			seq = min(seq, c.seq)
		}
		m.reset()
		live := cursors[:0]
		for i := range cursors {
			c := cursors[i]
			if c.seq == seq {
				m.add(c.term, c.places)
				if err := c.next(); err != nil {
					return nil, err
				}
			}
			if c.seq >= 0 {
				live = append(live, c)
			}
		}
		cursors = live
		if h := heads[seq]; h != nil { // nil when it was removed a moment ago
			found = m.candidates(found, h)
		}
	}
	sort.SliceStable(found, func(i, j int) bool {
		return strings.Compare(found[i].Article.ID, found[j].Article.ID) < 0
	})
	return found, nil
}

// merger puts the places of several terms in one article together.
type merger struct {
	terms  int
	hits   []hit
	counts []int // room for the candidates' Counts, shared out as needed
}

type hit struct{ paragraph, term, count int }

func (m *merger) reset() { m.hits = m.hits[:0] }

func (m *merger) add(term int, at []place) {
	for _, p := range at {
		m.hits = append(m.hits, hit{p.paragraph, term, p.count})
	}
}

// candidates appends the documents of the article in paragraph order.
func (m *merger) candidates(to []retrieval.Candidate, h *head) []retrieval.Candidate {
	// Each term's hits are in order already and there are few of them.
	sort.Slice(m.hits, func(i, j int) bool { return m.hits[i].paragraph < m.hits[j].paragraph })
	for i, hit := range m.hits {
		if i == 0 || hit.paragraph != m.hits[i-1].paragraph {
			if len(m.counts) < m.terms {
				m.counts = make([]int, 256*m.terms)
			}
			to = append(to, retrieval.Candidate{
				Article: h.ref, Published: h.published, Paragraph: hit.paragraph,
				Length: h.length(hit.paragraph), Counts: m.counts[:m.terms:m.terms],
			})
			m.counts = m.counts[m.terms:]
		}
		to[len(to)-1].Counts[hit.term] = hit.count
	}
	return to
}
