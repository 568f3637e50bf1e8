package store

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"onrecord/news"
	"onrecord/retrieval"
)

var errSame = errors.New("the same words are there already")

// Add stores an article with its reading in a library, whole or not at all. An
// article that is there with the same words is left alone (added is false); one
// with other words becomes the next version. It returns the stored version.
// When it returns without an error the article outlives a crash.
func (s *Store) Add(ctx context.Context, library string, a *news.Article, r *news.Reading) (ref news.Ref, added bool, err error) {
	if err := checkArticle(a, r); err != nil {
		return ref, false, err
	}
	if err := checkLibrary(library); err != nil {
		return ref, false, err
	}
	row := row{id: a.ID, article: a, hash: hash(a), credits: credits(r)}
	if row.paragraphs, err = encodeParagraphs(a.Paragraphs); err == nil {
		row.reading, err = encodeReading(r)
	}
	if err == nil {
		row.index, err = indexDocs(retrieval.Docs(a, r))
	}
	if err == nil {
		err = s.change(ctx, library, func(c *change) error {
			ref, err = c.add(&row)
			return err
		})
	}
	if errors.Is(err, errSame) {
		return ref, false, nil
	}
	if err != nil {
		return news.Ref{}, false, s.failed("add article "+a.ID, err)
	}
	return ref, true, nil
}

// row is an article in its stored form.
type row struct {
	id         string
	article    *news.Article
	hash       []byte
	paragraphs string
	reading    string
	index      termIndex
	credits    []credit
}

func (c *change) add(r *row) (news.Ref, error) {
	ref := news.Ref{ID: r.id}
	old, err := c.newest(r.id)
	switch {
	case err != nil:
		return ref, err
	case old != nil && string(old.hash) == string(r.hash):
		ref.Version = old.version
		return ref, errSame
	case old != nil:
		ref.Version = old.version + 1
		if err := c.retire(old); err != nil {
			return ref, err
		}
	default:
		last := 0
		if err := c.query(`SELECT version FROM removed WHERE library = ? AND id = ?`, []any{c.lib.id, r.id}, func(rows *sql.Rows) error {
			return rows.Scan(&last)
		}); err != nil {
			return ref, err
		}
		ref.Version = last + 1
	}
	key := c.lib.id<<32 | c.lib.next
	if err := c.insert(key, ref.Version, r); err != nil {
		return ref, err
	}
	if err := c.addCredits(key, r.credits); err != nil {
		return ref, err
	}
	if err := c.addPostings(c.lib.next, r.index); err != nil {
		return ref, err
	}
	docs, length := size(r.index.lengths)
	c.lib.next++
	c.lib.docs += docs
	c.lib.length += length
	return ref, nil
}

func (c *change) insert(key int64, version int, r *row) error {
	a := r.article
	authors, err := encodeList(a.Authors)
	if err != nil {
		return err
	}
	if err := c.exec(`INSERT INTO article (key, library, id, version, newest, title, untitled, url, outlet, authors, language, published, hash, lengths)
		VALUES (?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		key, c.lib.id, r.id, version, a.Title, flag(a.Untitled), a.URL, a.Outlet, authors, a.Language, seconds(a.Published), r.hash, encodeLengths(r.index.lengths)); err != nil {
		return err
	}
	return c.exec(`INSERT INTO body (key, paragraphs, reading, terms) VALUES (?, ?, ?, ?)`, key, r.paragraphs, r.reading, r.index.encode())
}

// old is the newest version stored of an article.
type old struct {
	key     int64
	version int
	hash    []byte
}

// newest finds the newest version of an article, nil when there is none.
func (c *change) newest(id string) (*old, error) {
	var found *old
	err := c.query(`SELECT key, version, hash FROM article WHERE library = ? AND id = ? ORDER BY version DESC LIMIT 1`, []any{c.lib.id, id}, func(rows *sql.Rows) error {
		found = &old{}
		return rows.Scan(&found.key, &found.version, &found.hash)
	})
	return found, err
}

func flag(b bool) int {
	if b {
		return 1
	}
	return 0
}

// seconds is a time as stored: NULL when unknown.
func seconds(t time.Time) any {
	if t.IsZero() {
		return nil
	}
	return t.Unix()
}

func timeOf(n sql.NullInt64) time.Time {
	if !n.Valid {
		return time.Time{}
	}
	return time.Unix(n.Int64, 0).UTC()
}
