package store

import (
	"context"
	"database/sql"
	"math"
	"sort"

	"onrecord/news"
)

// head is what a candidate tells of its article. It never changes.
type head struct {
	ref       news.Ref
	published int64
	lengths   []int32 // of paragraphs 0, 1, 2 …
}

func (h *head) length(paragraph int) int {
	if paragraph < len(h.lengths) {
		return int(h.lengths[paragraph])
	}
	return 0
}

// headReader finds the heads of a library's articles in the order of their
// sequence. Those missing are nearly always all of them or the newest few, so
// they are read many at a time.
type headReader struct {
	store   *Store
	library library
	window  map[int64]*head // by key, as last read
	until   int64           // the last key that window covers
}

// headsAtOnce is how many heads one statement reads.
const headsAtOnce = 500

// head returns an article's head, nil where the article is no longer there.
func (r *headReader) head(ctx context.Context, seq int64) (*head, error) {
	key := r.library.id<<32 | seq
	if key <= r.until {
		if h := r.window[key]; h != nil {
			return h, nil
		}
	}
	if h, ok := r.store.heads.get(key); ok {
		return h, nil
	}
	if key <= r.until {
		return nil, nil
	}
	r.window, r.until = make(map[int64]*head, headsAtOnce), 0
	err := r.store.read(ctx, `SELECT key, id, version, published, lengths FROM article WHERE key BETWEEN ? AND ? ORDER BY key LIMIT ?`,
		[]any{key, r.library.id<<32 | math.MaxUint32, headsAtOnce}, func(rows *sql.Rows) error {
			key, h, err := scanHead(rows)
			if err != nil {
				return err
			}
			r.window[key], r.until = h, key
			r.store.heads.put(key, h, 150+4*len(h.lengths))
			return nil
		})
	if len(r.window) < headsAtOnce {
		r.until = r.library.id<<32 | math.MaxUint32
	}
	return r.window[key], err
}

func scanHead(rows *sql.Rows) (int64, *head, error) {
	var key int64
	var h head
	var published sql.NullInt64
	var lengths []byte
	if err := rows.Scan(&key, &h.ref.ID, &h.ref.Version, &published, &lengths); err != nil {
		return 0, nil, err
	}
	h.published = published.Int64
	var err error
	h.lengths, err = decodeLengths(lengths)
	return key, &h, err
}

// newestHead finds an article's newest version; its head is nil when the library
// has no such article.
func (s *Store) newestHead(ctx context.Context, l library, id string) (f found, err error) {
	m, name := s.moment(ctx), articleName{l.id, id}
	if f, ok := m.article(name); ok {
		return f, nil
	}
	err = s.read(ctx, `SELECT key, id, version, published, lengths FROM article WHERE library = ? AND id = ? AND newest = 1`, []any{l.id, id}, func(rows *sql.Rows) (err error) {
		f.key, f.head, err = scanHead(rows)
		return err
	})
	if err == nil {
		m.keepArticle(name, f)
	}
	return f, err
}

// articleIndex returns the newest version's own index, nil when the library has
// no such article.
func (s *Store) articleIndex(ctx context.Context, l library, id string) (*head, *termIndex, error) {
	if !named(id) {
		return nil, nil, nil
	}
	f, err := s.newestHead(ctx, l, id)
	if err != nil || f.head == nil {
		return nil, nil, err
	}
	key, h := f.key, f.head
	if x, ok := s.indexes.get(key); ok {
		return h, x, nil
	}
	var terms []byte
	if err := s.read(ctx, `SELECT terms FROM body WHERE key = ?`, []any{key}, func(rows *sql.Rows) error {
		return rows.Scan(&terms)
	}); err != nil {
		return nil, nil, err
	}
	if terms == nil { // removed a moment ago
		return nil, nil, nil
	}
	x, err := decodeTerms(terms)
	if err != nil {
		return nil, nil, err
	}
	x.lengths = h.lengths
	s.indexes.put(key, &x, 2*len(terms)+40*len(x.terms))
	return h, &x, nil
}

// find returns where a term stands in the article.
func (x *termIndex) find(term string) ([]place, error) {
	i := sort.SearchStrings(x.terms, term)
	if i == len(x.terms) || x.terms[i] != term {
		return nil, nil
	}
	at, _, err := places(x.places[i], nil)
	return at, err
}
