package store

import (
	"bytes"
	"context"
	"database/sql"

	"onrecord/news"
)

// Add stores an article with its reading in a library, whole or not at all. An
// article that is there with the same words is left alone (added is false); one
// with other words becomes the next version. It returns the stored version.
// When it returns without an error the article outlives a crash.
func (s *Store) Add(ctx context.Context, library string, a *news.Article, r *news.Reading) (ref news.Ref, added bool, err error) {
	e, err := Prepare(library, a, r)
	if err != nil {
		return ref, false, err
	}
	all, err := s.AddAll(ctx, []*Entry{e})
	if err != nil {
		return ref, false, err
	}
	return all[0].Ref, all[0].Added, nil
}

// add adds a row to the library unless the same words are there already.
func (c *change) add(r *row) (Added, error) {
	ref := news.Ref{ID: r.id}
	old, err := c.newest(r.id)
	switch {
	case err != nil:
		return Added{}, err
	case old != nil && bytes.Equal(old.hash, r.hash):
		ref.Version = old.version
		return Added{ref, false}, nil
	case old != nil:
		ref.Version = old.version + 1
		if err := c.retire(old); err != nil {
			return Added{}, err
		}
	default:
		last := 0
		if err := c.queryHot(selectRemoved, []any{c.lib.id, r.id}, func(rows *sql.Rows) error {
			return rows.Scan(&last)
		}); err != nil {
			return Added{}, err
		}
		ref.Version = last + 1
	}
	r.version = ref.Version
	return Added{ref, true}, c.put(r)
}

// put writes a row as the library's next, and indexes it if it is the newest
// version of its article.
func (c *change) put(r *row) error {
	seq := c.lib.next
	c.lib.next++
	if err := c.insert(c.lib.id<<32|seq, r); err != nil || !r.newest {
		return err
	}
	if err := c.addCredits(c.lib.id<<32|seq, r.credits); err != nil {
		return err
	}
	if err := c.addPending(seq, r.terms); err != nil {
		return err
	}
	docs, length := size(r.index.lengths)
	c.lib.docs += docs
	c.lib.length += length
	return nil
}

// old is the newest version stored of an article.
type old struct {
	key      int64
	version  int
	searched bool // still in the index
	hash     []byte
}

// newest finds the newest version of an article, nil when there is none.
func (c *change) newest(id string) (*old, error) {
	var found *old
	err := c.queryHot(selectNewest, []any{c.lib.id, id}, func(rows *sql.Rows) error {
		found = &old{}
		var newest int
		err := rows.Scan(&found.key, &found.version, &newest, &found.hash)
		found.searched = newest == 1
		return err
	})
	return found, err
}

const (
	selectNewest  = `SELECT key, version, newest, hash FROM article WHERE library = ? AND id = ? ORDER BY version DESC LIMIT 1`
	selectRemoved = `SELECT version FROM removed WHERE library = ? AND id = ?`
)
