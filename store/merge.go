package store

import (
	"context"
	"slices"

	"onrecord/retrieval"
)

// inArticle reads the article's own index: for one article that beats asking
// the library's.
func (s *Store) inArticle(ctx context.Context, l library, id string, m retrieval.Match, visit func(*retrieval.Candidate)) error {
	h, x, err := s.articleIndex(ctx, l, id)
	if err != nil || x == nil {
		return err
	}
	b := newBuilder(m)
	for i, term := range m.Terms {
		at, err := x.find(term)
		if err != nil {
			return err
		}
		b.add(i, at)
	}
	b.show(h, visit)
	return nil
}

// inLibrary merges the terms' lists, article by article, so that memory does not
// grow with what is found.
func (s *Store) inLibrary(ctx context.Context, l library, m retrieval.Match, visit func(*retrieval.Candidate)) error {
	lists, err := s.termLists(ctx, l, m.Terms)
	if err != nil {
		return err
	}
	heads := headReader{store: s, library: l}
	b := newBuilder(m)
	return merge(lists, b, func(seq int64) error {
		if !b.led {
			return nil
		}
		h, err := heads.head(ctx, seq)
		if h != nil { // nil: removed a moment ago
			b.show(h, visit)
		}
		return err
	})
}

// merge walks the lists of all terms article by article: it puts an article's
// places into b and calls f, after which b is empty again.
func merge(lists []*list, b *builder, f func(seq int64) error) error {
	cursors := make([]cursor, 0, len(lists))
	for i, l := range lists {
		c := cursor{term: i, chunks: l.chunks}
		if err := c.next(); err != nil {
			return err
		}
		if c.seq >= 0 {
			cursors = append(cursors, c)
		}
	}
	for len(cursors) > 0 {
		seq := cursors[0].seq
		for i := range cursors {
			seq = min(seq, cursors[i].seq)
		}
		ended := false
		for i := range cursors {
			c := &cursors[i]
			if c.seq != seq {
				continue
			}
			b.add(c.term, c.places)
			if err := c.next(); err != nil {
				return err
			}
			ended = ended || c.seq < 0
		}
		if ended {
			cursors = slices.DeleteFunc(cursors, func(c cursor) bool { return c.seq < 0 })
		}
		if err := f(seq); err != nil {
			return err
		}
		b.clear()
	}
	return nil
}

// builder brings the places of all terms in one article together as candidates.
type builder struct {
	match retrieval.Match
	led   bool                // a term that leads stands somewhere in the article
	rows  []int               // by paragraph: 1 + the place of its row, 0 for none
	found []bool              // by row: whether it has a term that leads
	room  []int               // the rows: counts by term
	shown retrieval.Candidate // used again and again
}

func newBuilder(m retrieval.Match) *builder { return &builder{match: m} }

// add notes where a term stands.
func (b *builder) add(term int, at []place) {
	n, leads := len(b.match.Terms), b.match.Leads(term)
	b.led = b.led || leads && len(at) > 0
	for _, p := range at {
		for len(b.rows) <= p.paragraph {
			b.rows = append(b.rows, 0)
		}
		row := b.rows[p.paragraph]
		if row == 0 {
			b.found = append(b.found, false)
			row = len(b.found)
			b.rows[p.paragraph] = row
			if len(b.room) < row*n {
				b.room = append(b.room, make([]int, n)...)
			}
		}
		b.found[row-1] = b.found[row-1] || leads
		b.room[(row-1)*n+term] = p.count
	}
}

// show gives out the article's candidates in the order of their paragraphs.
func (b *builder) show(h *head, visit func(*retrieval.Candidate)) {
	n := len(b.match.Terms)
	for paragraph, row := range b.rows {
		if row == 0 || !b.led || !b.found[row-1] && paragraph > 0 {
			continue
		}
		b.shown = retrieval.Candidate{
			Article: h.ref, Published: h.published, Paragraph: paragraph,
			Length: h.length(paragraph), Counts: b.room[(row-1)*n : row*n : row*n],
		}
		visit(&b.shown)
	}
}

func (b *builder) clear() {
	clear(b.room[:len(b.found)*len(b.match.Terms)])
	b.rows, b.found, b.led = b.rows[:0], b.found[:0], false
}
