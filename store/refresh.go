package store

import (
	"context"
	"database/sql"
	"fmt"

	"onrecord/news"
)

// Refresh reads the newest version of every article of a library again, after
// the program has learned to read better: its words stay, its statements and
// its index are made anew. It returns how many articles it went through. Each
// is refreshed whole or not at all, and questions go on meanwhile.
func (s *Store) Refresh(ctx context.Context, library string, read func(*news.Article) *news.Reading) (int, error) {
	infos, err := s.Articles(ctx, library)
	if err != nil {
		return 0, err
	}
	for n, info := range infos {
		err := s.change(ctx, library, func(c *change) error { return c.refresh(info.ID, read) })
		if err != nil {
			return n, s.failed("refresh article "+info.ID, err)
		}
	}
	return len(infos), nil
}

// refresh puts an article in again, under the same version but as a row of its
// own: rows never change, which is what memories of them rely on.
func (c *change) refresh(id string, read func(*news.Article) *news.Reading) error {
	old, err := c.newest(id)
	if err != nil || old == nil { // removed meanwhile
		return err
	}
	var was *row
	if err := c.query(`SELECT `+rowColumns+` FROM article a JOIN body b ON b.key = a.key WHERE a.key = ?`, []any{old.key}, func(rows *sql.Rows) (err error) {
		_, was, err = scanRow(rows)
		return err
	}); err != nil {
		return err
	}
	stored, err := was.article()
	if err != nil {
		return err
	}
	a := stored.article
	reading := read(a)
	if err := checkArticle(a, reading); err != nil {
		return fmt.Errorf("read article %s again: %w", id, err)
	}
	now, err := makeRow(a, reading)
	if err != nil {
		return err
	}
	now.version, now.hash = was.version, was.hash
	if err := c.retire(old); err != nil {
		return err
	}
	for _, query := range []string{`DELETE FROM body WHERE key = ?`, `DELETE FROM article WHERE key = ?`} {
		if err := c.exec(query, old.key); err != nil {
			return err
		}
	}
	return c.put(now)
}
