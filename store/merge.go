package store

import (
	"context"
	"slices"
	"strings"

	"onrecord/retrieval"
)

// inArticle reads the article's own index: for one article that beats asking
// the library's.
func (s *Store) inArticle(ctx context.Context, l library, id string, terms []string) ([]retrieval.Candidate, error) {
	h, x, err := s.articleIndex(ctx, l, id)
	if err != nil || x == nil {
		return nil, err
	}
	var hits []hit
	for i, term := range terms {
		at, err := x.find(term)
		if err != nil {
			return nil, err
		}
		hits = appendHits(hits, i, at)
	}
	b := newBuilder(len(terms), []group{{to: len(hits)}}, hits)
	b.add(h, hits)
	return b.out, nil
}

// inLibrary merges the terms' lists.
func (s *Store) inLibrary(ctx context.Context, l library, terms []string) ([]retrieval.Candidate, error) {
	lists, err := s.termLists(ctx, l, terms)
	if err != nil {
		return nil, err
	}
	groups, hits, err := merge(lists)
	if err != nil {
		return nil, err
	}
	if err := s.putHeads(ctx, l, groups); err != nil {
		return nil, err
	}
	groups = slices.DeleteFunc(groups, func(g group) bool { return g.head == nil }) // removed a moment ago
	slices.SortFunc(groups, func(a, b group) int { return strings.Compare(a.head.ref.ID, b.head.ref.ID) })
	b := newBuilder(len(terms), groups, hits)
	for _, g := range groups {
		b.add(g.head, hits[g.from:g.to])
	}
	return b.out, nil
}

// hit is a term in a document.
type hit struct{ paragraph, term, count int32 }

// group is an article with its stretch of the hits.
type group struct {
	seq      int64
	from, to int
	head     *head
}

// merge brings the lists of all terms together by article.
func merge(lists []*list) ([]group, []hit, error) {
	cursors := make([]cursor, 0, len(lists))
	for i, l := range lists {
		c := cursor{term: i, chunks: l.chunks}
		if err := c.next(); err != nil {
			return nil, nil, err
		}
		if c.seq >= 0 {
			cursors = append(cursors, c)
		}
	}
	room := 0
	for _, l := range lists {
		room += l.docs
	}
	var groups []group
	hits := make([]hit, 0, room+room/16) // titles are not among the docs
	for len(cursors) > 0 {
		seq := cursors[0].seq
		for i := range cursors {
			seq = min(seq, cursors[i].seq)
		}
		from, ended := len(hits), false
		for i := range cursors {
			c := &cursors[i]
			if c.seq != seq {
				continue
			}
			hits = appendHits(hits, c.term, c.places)
			if err := c.next(); err != nil {
				return nil, nil, err
			}
			ended = ended || c.seq < 0
		}
		groups = append(groups, group{seq: seq, from: from, to: len(hits)})
		if ended {
			cursors = slices.DeleteFunc(cursors, func(c cursor) bool { return c.seq < 0 })
		}
	}
	return groups, hits, nil
}

func appendHits(hits []hit, term int, at []place) []hit {
	for _, p := range at {
		hits = append(hits, hit{int32(p.paragraph), int32(term), int32(p.count)})
	}
	return hits
}

// builder makes candidates of hits.
type builder struct {
	out    []retrieval.Candidate
	terms  int
	counts []int // room for the candidates' Counts, shared out one by one
	at     []int // by paragraph: 1 + the place of its candidate, 0 for none
}

// newBuilder makes room for all candidates at once: there may be many, and
// growing costs more than counting them.
func newBuilder(terms int, groups []group, hits []hit) *builder {
	b := &builder{terms: terms}
	n := 0
	for _, g := range groups {
		b.mark(hits[g.from:g.to])
		for _, has := range b.at {
			n += has
		}
	}
	b.out = make([]retrieval.Candidate, 0, n)
	b.counts = make([]int, n*terms)
	return b
}

// mark sets at to 1 for each paragraph that has a hit.
func (b *builder) mark(hits []hit) {
	b.at = b.at[:0]
	for _, hit := range hits {
		for len(b.at) <= int(hit.paragraph) {
			b.at = append(b.at, 0)
		}
		b.at[hit.paragraph] = 1
	}
}

// add appends an article's documents in the order of their paragraphs.
func (b *builder) add(h *head, hits []hit) {
	b.mark(hits)
	for paragraph, has := range b.at {
		if has == 0 {
			continue
		}
		b.out = append(b.out, retrieval.Candidate{
			Article: h.ref, Published: h.published, Paragraph: paragraph,
			Length: h.length(paragraph), Counts: b.counts[:b.terms:b.terms],
		})
		b.at[paragraph] = len(b.out)
		b.counts = b.counts[b.terms:]
	}
	for _, hit := range hits {
		b.out[b.at[hit.paragraph]-1].Counts[hit.term] = int(hit.count)
	}
}
