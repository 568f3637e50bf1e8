package store

import (
	"context"
	"database/sql"
	"fmt"

	"onrecord/news"
)

// Remove takes an article out of a library with all its versions. It fails
// with news.ErrNotFound.
func (s *Store) Remove(ctx context.Context, library, id string) error {
	gone := fmt.Errorf("article %q: %w", id, news.ErrNotFound)
	if !named(id, library) {
		return gone
	}
	if _, ok, err := s.library(ctx, library); err != nil || !ok {
		if err == nil {
			err = gone
		}
		return s.failed("remove article "+id, err)
	}
	err := s.change(ctx, library, func(c *change) error {
		old, err := c.newest(id)
		if err != nil {
			return err
		}
		if old == nil {
			return gone
		}
		if err := c.retire(old); err != nil {
			return err
		}
		for _, query := range []string{
			`DELETE FROM body WHERE key IN (SELECT key FROM article WHERE library = ? AND id = ?)`,
			`DELETE FROM article WHERE library = ? AND id = ?`,
			`DELETE FROM removed WHERE library = ? AND id = ?`,
		} {
			if err := c.exec(query, c.lib.id, id); err != nil {
				return err
			}
		}
		return c.exec(`INSERT INTO removed (library, id, version) VALUES (?, ?, ?)`, c.lib.id, id, old.version)
	})
	return s.failed("remove article "+id, err)
}

// retire takes a version out of everything that searches: the index, the
// counts, the credits and the vectors. Its words stay.
func (c *change) retire(o *old) error {
	var lengths, terms []byte
	if err := c.query(`SELECT a.lengths, b.terms FROM article a JOIN body b ON b.key = a.key WHERE a.key = ?`, []any{o.key}, func(rows *sql.Rows) error {
		return rows.Scan(&lengths, &terms)
	}); err != nil {
		return err
	}
	index, err := decodeTerms(terms)
	if err != nil {
		return err
	}
	if index.lengths, err = decodeLengths(lengths); err != nil {
		return err
	}
	dropped, err := c.dropPending(o.key)
	if err == nil && !dropped {
		err = c.removePostings(o.key&0xffffffff, index)
	}
	if err != nil {
		return err
	}
	if err := c.exec(`DELETE FROM credit WHERE key = ?`, o.key); err != nil {
		return err
	}
	if err := c.exec(`DELETE FROM vector WHERE library = ? AND key = ?`, c.lib.id, o.key); err != nil {
		return err
	}
	docs, length := size(index.lengths)
	c.lib.docs -= docs
	c.lib.length -= length
	c.lib.retired++
	return c.exec(`UPDATE article SET newest = 0 WHERE key = ?`, o.key)
}
