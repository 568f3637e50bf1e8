package store

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strconv"

	"onrecord/news"
	"onrecord/retrieval"
)

// Edition counts the ways in which articles were ever read and indexed: what
// packages sentences, speakers, quotes and retrieval make of the same words.
// Whoever changes that raises it; then every library is read again when a newer
// program opens it, see [Store.Reread].
const Edition = 4

// The settings that a library keeps its edition in, and how far it has come on
// the way to the next.
const (
	editionSetting  = "edition"
	bookmarkSetting = "rereading"
)

// Reader finds the statements of an article, as quotes.Read does.
type Reader func(*news.Article) *news.Reading

// Stale counts the article versions, of all libraries, that an older edition
// read. Libraries of a newer edition than the program's are left alone.
func (s *Store) Stale(ctx context.Context) (int, error) {
	names, err := s.stale(ctx)
	total := 0
	for _, name := range names {
		b, err := s.bookmark(ctx, name)
		if err != nil {
			return 0, s.failed("count articles to read again", err)
		}
		left, err := s.left(ctx, b)
		if err != nil {
			return 0, s.failed("count articles to read again", err)
		}
		total += left
	}
	return total, s.failed("find libraries to read again", err)
}

// Reread reads and indexes again what an older edition read, at most so many
// article versions; 0 is no limit. Each article is one transaction, so questions
// go on meanwhile, and what an end in the middle leaves is done by the next
// call. It returns how many versions it has read. An article that read can't
// make sense of keeps its old reading, and the first such is the error.
func (s *Store) Reread(ctx context.Context, read Reader, most int) (int, error) {
	names, err := s.stale(ctx)
	if err != nil || s.readOnly {
		return 0, s.failed("find libraries to read again", err)
	}
	done := 0
	for _, name := range names {
		if most > 0 && done == most {
			break
		}
		n, err := s.rereadLibrary(ctx, name, read, most-done)
		done += n
		if err != nil {
			return done, s.failed("read library "+name+" again", err)
		}
	}
	return done, nil
}

// stale lists the libraries of an older edition.
func (s *Store) stale(ctx context.Context) ([]string, error) {
	var names []string
	err := s.read(ctx, `SELECT l.name FROM library l LEFT JOIN setting s ON s.library = l.id AND s.name = ?
		WHERE s.value IS NULL OR CAST(s.value AS BIGINT) < ? ORDER BY l.name`, []any{editionSetting, Edition}, func(rows *sql.Rows) error {
		var name string
		err := rows.Scan(&name)
		names = append(names, name)
		return err
	})
	return names, err
}

// bookmark is how far a library has been read again: what is left are the keys
// in (after, until]. An article that reads otherwise than before gets a new key,
// so that a key goes on naming what never changes; until keeps those out.
type bookmark struct{ after, until int64 }

func (b bookmark) String() string { return fmt.Sprint(Edition, " ", b.after, " ", b.until) }

// bookmark returns where reading a library again goes on, or begins.
func (s *Store) bookmark(ctx context.Context, name string) (bookmark, error) {
	lib, _, err := s.library(ctx, name)
	if err != nil {
		return bookmark{}, err
	}
	text, err := s.Setting(ctx, name, bookmarkSetting)
	if err != nil {
		return bookmark{}, err
	}
	var edition int
	var b bookmark
	if n, _ := fmt.Sscan(text, &edition, &b.after, &b.until); n == 3 && edition == Edition {
		return b, nil
	}
	return bookmark{lib.id << 32, lib.id<<32 | (lib.next - 1)}, nil
}

func (s *Store) left(ctx context.Context, b bookmark) (n int, err error) {
	err = s.read(ctx, `SELECT COUNT(*) FROM article WHERE key > ? AND key <= ?`, []any{b.after, b.until}, func(rows *sql.Rows) error {
		return rows.Scan(&n)
	})
	return n, err
}

// saveEvery is after how many articles that read as before the bookmark is kept.
const saveEvery = 100

// rereadLibrary reads at most so many versions again, all when most is not
// positive, and notes the edition when none is left.
func (s *Store) rereadLibrary(ctx context.Context, name string, read Reader, most int) (int, error) {
	b, err := s.bookmark(ctx, name)
	if err != nil {
		return 0, err
	}
	keep := func() error {
		return s.change(ctx, name, func(c *change) error { return c.set(bookmarkSetting, b.String()) })
	}
	var bad error
	for done := 0; ; done++ {
		key, old, err := s.rowAfter(ctx, b)
		if err != nil {
			return done, err
		}
		if old == nil {
			return done, errors.Join(bad, s.change(ctx, name, func(c *change) error {
				if err := c.set(bookmarkSetting, ""); err != nil {
					return err
				}
				return c.set(editionSetting, strconv.Itoa(Edition))
			}))
		}
		if most > 0 && done == most {
			return done, errors.Join(bad, keep())
		}
		again, err := old.reread(read)
		if err != nil && bad == nil {
			bad = fmt.Errorf("article %s version %d: %w", old.id, old.version, err)
		}
		b.after = key
		switch {
		case again != nil:
			err = s.change(ctx, name, func(c *change) error { return c.replace(key, again, b) })
		case done%saveEvery == saveEvery-1:
			err = keep()
		default:
			err = ctx.Err()
		}
		if err != nil {
			return done, err
		}
	}
}

// rowAfter reads the next row of what is left, nil at the end.
func (s *Store) rowAfter(ctx context.Context, b bookmark) (key int64, r *row, err error) {
	err = s.read(ctx, `SELECT `+rowColumns+` FROM article a JOIN body b ON b.key = a.key WHERE a.key > ? AND a.key <= ? ORDER BY a.key LIMIT 1`,
		[]any{b.after, b.until}, func(rows *sql.Rows) (err error) {
			key, r, err = scanRow(rows)
			return err
		})
	return key, r, err
}

// reread reads a row's article again; it returns nil when nothing has changed.
func (r *row) reread(read Reader) (*row, error) {
	old, err := r.article()
	if err != nil {
		return nil, err
	}
	reading := read(old.article)
	if err := checkArticle(old.article, reading); err != nil {
		return nil, err
	}
	again := *r
	again.credits = credits(reading)
	if again.reading, err = encodeReading(reading); err != nil {
		return nil, err
	}
	if again.index, err = indexDocs(retrieval.Docs(old.article, reading)); err != nil {
		return nil, err
	}
	again.terms = again.index.encode()
	if again.reading == r.reading && bytes.Equal(again.terms, r.terms) &&
		bytes.Equal(encodeLengths(again.index.lengths), encodeLengths(r.index.lengths)) {
		return nil, nil
	}
	return &again, nil
}

// replace puts a row in the place of the one with that key, unless that was
// removed meanwhile, and moves the bookmark.
func (c *change) replace(key int64, r *row, b bookmark) error {
	newest := -1
	if err := c.query(`SELECT newest FROM article WHERE key = ?`, []any{key}, func(rows *sql.Rows) error {
		return rows.Scan(&newest)
	}); err != nil {
		return err
	}
	if newest < 0 {
		return c.set(bookmarkSetting, b.String())
	}
	if newest == 1 {
		if err := c.retire(&old{key: key}); err != nil {
			return err
		}
	}
	for _, query := range []string{`DELETE FROM body WHERE key = ?`, `DELETE FROM article WHERE key = ?`} {
		if err := c.exec(query, key); err != nil {
			return err
		}
	}
	r.newest = newest == 1
	if err := c.put(r); err != nil {
		return err
	}
	return c.set(bookmarkSetting, b.String())
}
