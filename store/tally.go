package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"

	"onrecord/news"
)

// Tally sums a library up, so that two databases can be compared.
type Tally struct {
	Library    string
	Articles   int // newest versions
	Versions   int // all of them
	Paragraphs int // citable ones of newest versions
	// Sum is a checksum over every version with its statements, what was
	// removed, the settings, and every entry of the index.
	Sum string
}

func (t Tally) String() string {
	return fmt.Sprintf("%d articles in %d versions with %d paragraphs (%s)", t.Articles, t.Versions, t.Paragraphs, t.Sum[:12])
}

// Tally reads a whole library and sums it up.
func (s *Store) Tally(ctx context.Context, name string) (Tally, error) {
	t := Tally{Library: name}
	lib, ok, err := s.library(ctx, name)
	if err != nil {
		return t, s.failed("tally library", err)
	}
	if !ok {
		return t, fmt.Errorf("library %q: %w", name, news.ErrNotFound)
	}
	t.Paragraphs = lib.docs
	// Databases list rows in different orders where keys differ, so each row is
	// hashed alone and the hashes are summed.
	sum := &sums{}
	sum.add("library", lib.docs, lib.length)
	refs := map[int64]news.Ref{}
	for after := lib.id << 32; ; {
		batch, last, err := s.rowsAfter(ctx, lib.id, after)
		if err != nil {
			return t, s.failed("tally library", err)
		}
		if len(batch) == 0 {
			break
		}
		after = last
		for _, r := range batch {
			t.Versions++
			if r.newest {
				t.Articles++
			}
			sum.add("article", r.id, r.version, r.newest, r.title, r.untitled, r.url, r.outlet, r.authors, r.language, r.published, r.hash, r.paragraphs, r.reading, r.index.lengths, r.index.terms, r.index.places)
		}
	}
	if err := s.tallyRest(ctx, lib.id, sum, refs); err != nil {
		return t, s.failed("tally library", err)
	}
	t.Sum = sum.String()
	return t, nil
}

// tallyRest adds what is kept apart from the articles, the index above all.
func (s *Store) tallyRest(ctx context.Context, library int64, sum *sums, refs map[int64]news.Ref) error {
	if err := s.read(ctx, `SELECT key, id, version FROM article WHERE library = ? AND newest = 1`, []any{library}, func(rows *sql.Rows) error {
		var key int64
		var ref news.Ref
		err := rows.Scan(&key, &ref.ID, &ref.Version)
		refs[key&0xffffffff] = ref
		return err
	}); err != nil {
		return err
	}
	if err := s.read(ctx, `SELECT term, chunk, data FROM posting WHERE library = ?`, []any{library}, func(rows *sql.Rows) error {
		var term string
		var c chunk
		if err := rows.Scan(&term, &c.number, &c.data); err != nil {
			return err
		}
		at := cursor{chunks: []chunk{c}}
		for err := at.next(); at.seq >= 0; err = at.next() {
			if err != nil {
				return err
			}
			sum.add("posting", term, refs[at.seq], at.places)
		}
		return nil
	}); err != nil {
		return err
	}
	if err := s.tallyPending(ctx, library, sum, refs); err != nil {
		return err
	}
	for name, query := range map[string]string{
		"credit":  `SELECT c.speaker, a.id || ' ' || CAST(a.version AS TEXT), c.name || ' ' || c.role || ' ' || c.kind || ' ' || c.aliases, c.direct, c.reported FROM credit c JOIN article a ON a.key = c.key WHERE c.library = ?`,
		"removed": `SELECT id, '', '', version, 0 FROM removed WHERE library = ?`,
		"setting": `SELECT name, value, '', 0, 0 FROM setting WHERE library = ? AND name <> '` + bookmarkSetting + `'`,
	} {
		if err := s.read(ctx, query, []any{library}, func(rows *sql.Rows) error {
			var a, b, c string
			var m, n int
			err := rows.Scan(&a, &b, &c, &m, &n)
			sum.add(name, a, b, c, m, n)
			return err
		}); err != nil {
			return err
		}
	}
	return nil
}

// tallyPending adds what waits to be indexed as if it were: when it is depends
// on what was added together.
func (s *Store) tallyPending(ctx context.Context, library int64, sum *sums, refs map[int64]news.Ref) error {
	return s.read(ctx, selectPending, []any{library << 32, (library + 1) << 32}, func(rows *sql.Rows) error {
		var key int64
		var terms []byte
		if err := rows.Scan(&key, &terms); err != nil {
			return err
		}
		var bad error
		err := eachTerm(terms, func(term, at []byte) bool {
			var found []place
			found, _, bad = places(at, nil)
			sum.add("posting", string(term), refs[key&0xffffffff], found)
			return bad == nil
		})
		return errors.Join(err, bad)
	})
}

// sums adds hashes up, so that their order does not matter.
type sums [sha256.Size]byte

func (s *sums) add(values ...any) {
	h := sha256.New()
	for _, v := range values {
		fmt.Fprintf(h, "%q\x00", fmt.Sprint(v))
	}
	carry := 0
	for i, b := range h.Sum(nil) {
		carry += int(s[i]) + int(b)
		s[i] = byte(carry)
		carry >>= 8
	}
}

func (s *sums) String() string { return hex.EncodeToString(s[:]) }
