package store

import (
	"cmp"
	"context"
	"database/sql"
	"slices"
	"strings"
)

// listKey names a term's list in a library.
type listKey struct {
	library int64
	term    string
}

// list is a term's places in a library at one version of it.
type list struct {
	version int64
	docs    int // documents that have the term, paragraph 0 not counted
	chunks  []chunk
}

type chunk struct {
	number int64
	data   []byte
}

func (l *list) cost() int {
	n := 150
	for _, c := range l.chunks {
		n += 32 + len(c.data)
	}
	return n
}

// termLists returns the lists of terms, parallel to them, all at one version of
// the library. l is what the library was when the caller looked.
func (s *Store) termLists(ctx context.Context, l library, terms []string) ([]*list, error) {
	lists := make([]*list, len(terms))
	var missing []string
	for i, term := range terms {
		if kept, ok := s.lists.get(listKey{l.id, term}); ok && kept.version == l.version {
			lists[i] = kept
		} else {
			missing = append(missing, term)
		}
	}
	if len(missing) == 0 {
		return lists, nil
	}
	w, ok := s.waiting.get(l.id)
	if ok && w.version != l.version {
		w = nil
	}
	m, err := s.readLists(ctx, l.id, missing, w)
	if err == nil && m.version != l.version && (w != nil || len(missing) < len(terms)) {
		// The library has moved on since: take everything from one moment.
		m, err = s.readLists(ctx, l.id, terms, nil)
		clear(lists)
	}
	if err != nil {
		return nil, err
	}
	found, err := s.keepLists(l.id, m)
	for i, term := range terms {
		if lists[i] == nil {
			lists[i] = found[term]
		}
	}
	return lists, err
}

// fetched is what was read of a library's index in one statement: the lists of
// some terms and what waits to be added to them.
type fetched struct {
	version int64
	lists   map[string]*list
	waiting *waiting
}

// readLists reads lists and what waits, in one statement so that they are of
// one moment. What waits is only read when w is nil.
func (s *Store) readLists(ctx context.Context, library int64, terms []string, w *waiting) (*fetched, error) {
	m := &fetched{lists: make(map[string]*list, len(terms)), waiting: w}
	args := make([]any, 0, len(terms)+12)
	for _, term := range terms {
		m.lists[term] = &list{}
		if clean(term) {
			args = append(args, term)
		}
	}
	for len(args) == 0 || len(args)&(len(args)-1) != 0 { // few lengths make few statements
		args = append(args, "") // no term is empty
	}
	query := `SELECT l.version, p.term, p.chunk, p.data FROM library l LEFT JOIN posting p ON p.library = l.id
		AND p.term IN (` + strings.TrimSuffix(strings.Repeat("?, ", len(args)), ", ") + `) WHERE l.id = ?`
	args = append(args, library)
	if w == nil {
		m.waiting = &waiting{}
		query += ` UNION ALL SELECT l.version, '', n.key, n.terms FROM library l JOIN pending n ON n.key > ? AND n.key < ? WHERE l.id = ?`
		args = append(args, library<<32, (library+1)<<32, library)
	}
	err := s.read(ctx, query, args, func(rows *sql.Rows) error {
		var term sql.NullString
		var number sql.NullInt64
		var data []byte
		if err := rows.Scan(&m.version, &term, &number, &data); err != nil || !term.Valid {
			return err
		}
		if l := m.lists[term.String]; l != nil && term.String != "" {
			l.chunks = append(l.chunks, chunk{number.Int64, data})
		} else {
			m.waiting.rows = append(m.waiting.rows, waitingRow{number.Int64 & 0xffffffff, data})
		}
		return nil
	})
	if w == nil {
		m.waiting.version = m.version
		slices.SortFunc(m.waiting.rows, func(a, b waitingRow) int { return cmp.Compare(a.seq, b.seq) })
		if err == nil {
			s.waiting.put(library, m.waiting, m.waiting.cost())
		}
	}
	return m, err
}

// keepLists completes the lists with what waits and keeps them.
func (s *Store) keepLists(library int64, m *fetched) (map[string]*list, error) {
	for _, l := range m.lists {
		slices.SortFunc(l.chunks, func(a, b chunk) int { return cmp.Compare(a.number, b.number) })
	}
	if err := m.waiting.addTo(m.lists); err != nil {
		return nil, err
	}
	for term, l := range m.lists {
		l.version = m.version
		var err error
		if l.docs, err = documents(l.chunks); err != nil {
			return nil, err
		}
		s.lists.put(listKey{library, term}, l, l.cost()+len(term))
	}
	return m.lists, nil
}

// documents counts those that have a term, paragraph 0 left out.
func documents(chunks []chunk) (int, error) {
	n := 0
	var room []place
	for _, c := range chunks {
		for data := c.data; len(data) > 0; {
			found, rest, err := places(data[1:], room[:0])
			if err != nil {
				return 0, err
			}
			n += len(found)
			if len(found) > 0 && found[0].paragraph == 0 {
				n--
			}
			room, data = found, rest
		}
	}
	return n, nil
}

// cursor walks a term's list in the order of article and paragraph.
type cursor struct {
	term   int // its place among the terms asked
	chunks []chunk
	data   []byte
	seq    int64 // the article, -1 at the end
	places []place
}

// next moves to the following article.
func (c *cursor) next() error {
	for len(c.data) == 0 {
		if len(c.chunks) == 0 {
			c.seq = -1
			return nil
		}
		c.seq, c.data, c.chunks = c.chunks[0].number, c.chunks[0].data, c.chunks[1:]
		c.seq <<= chunkBits
	}
	c.seq = c.seq&^(1<<chunkBits-1) | int64(c.data[0])
	var err error
	c.places, c.data, err = places(c.data[1:], c.places[:0])
	return err
}
