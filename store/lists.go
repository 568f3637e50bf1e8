package store

import (
	"context"
	"database/sql"
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
	found, version, err := s.readLists(ctx, l.id, missing)
	if err == nil && version != l.version && len(missing) < len(terms) {
		// The library has moved on since: take everything from one moment.
		found, _, err = s.readLists(ctx, l.id, terms)
		clear(lists)
	}
	if err != nil {
		return nil, err
	}
	for i, term := range terms {
		if lists[i] == nil {
			lists[i] = found[term]
		}
	}
	return lists, nil
}

// readLists reads lists in one statement, so that they are of one moment, and
// tells at which version of the library that was.
func (s *Store) readLists(ctx context.Context, library int64, terms []string) (map[string]*list, int64, error) {
	found := make(map[string]*list, len(terms))
	args := make([]any, 0, len(terms)+8)
	for _, term := range terms {
		found[term] = &list{}
		if clean(term) {
			args = append(args, term)
		}
	}
	for len(args) == 0 || len(args)&(len(args)-1) != 0 { // few lengths make few statements
		args = append(args, "") // no term is empty
	}
	query := `SELECT l.version, p.term, p.chunk, p.data FROM library l LEFT JOIN posting p ON p.library = l.id
		AND p.term IN (` + strings.TrimSuffix(strings.Repeat("?, ", len(args)), ", ") + `) WHERE l.id = ? ORDER BY p.term, p.chunk`
	var version int64
	err := s.read(ctx, query, append(args, library), func(rows *sql.Rows) error {
		var term sql.NullString
		var number sql.NullInt64
		var data []byte
		if err := rows.Scan(&version, &term, &number, &data); err != nil || !term.Valid {
			return err
		}
		found[term.String].chunks = append(found[term.String].chunks, chunk{number.Int64, data})
		return nil
	})
	if err != nil {
		return nil, 0, err
	}
	for term, l := range found {
		l.version = version
		if l.docs, err = documents(l.chunks); err != nil {
			return nil, 0, err
		}
		s.lists.put(listKey{library, term}, l, l.cost()+len(term))
	}
	return found, version, nil
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
