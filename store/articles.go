package store

import (
	"context"
	"database/sql"
	"fmt"

	"onrecord/news"
)

// Articles implements answer.Library.
func (s *Store) Articles(ctx context.Context, library string) ([]news.ArticleInfo, error) {
	if !named(library) {
		return nil, nil
	}
	var out []news.ArticleInfo
	err := s.read(ctx, `SELECT a.id, a.version, a.title, a.url, a.outlet, a.published FROM library l JOIN article a ON a.library = l.id
		WHERE l.name = ? AND a.newest = 1 ORDER BY a.published IS NULL, a.published DESC, a.id`, []any{library}, func(rows *sql.Rows) error {
		var i news.ArticleInfo
		var published sql.NullInt64
		if err := rows.Scan(&i.ID, &i.Version, &i.Title, &i.URL, &i.Outlet, &published); err != nil {
			return err
		}
		i.Published = timeOf(published)
		out = append(out, i)
		return nil
	})
	return out, s.failed("list articles", err)
}

// read is a stored article with its reading, decoded.
type read struct {
	article *news.Article
	reading *news.Reading
}

// Article implements answer.Library.
func (s *Store) Article(ctx context.Context, library string, ref news.Ref) (*news.Article, *news.Reading, error) {
	r, err := s.article(ctx, library, ref)
	if err != nil {
		return nil, nil, s.failed("read article "+ref.ID, err)
	}
	return r.article, r.reading, nil
}

func (s *Store) article(ctx context.Context, library string, ref news.Ref) (*read, error) {
	gone := fmt.Errorf("article %q version %d: %w", ref.ID, ref.Version, news.ErrNotFound)
	if !named(library, ref.ID) || ref.Version < 0 {
		return nil, gone
	}
	// Removal must show at once, so a look at the row comes before the memory.
	query, args := `SELECT a.key FROM library l JOIN article a ON a.library = l.id WHERE l.name = ? AND a.id = ? AND a.newest = 1`, []any{library, ref.ID}
	if ref.Version > 0 {
		query, args = `SELECT a.key FROM library l JOIN article a ON a.library = l.id WHERE l.name = ? AND a.id = ? AND a.version = ?`, []any{library, ref.ID, ref.Version}
	}
	for range 2 { // a second time when the row was replaced in between
		var key int64
		if err := s.read(ctx, query, args, func(rows *sql.Rows) error { return rows.Scan(&key) }); err != nil {
			return nil, err
		}
		if key == 0 {
			return nil, gone
		}
		if r, ok := s.articles.get(key); ok {
			return r, nil
		}
		r, cost, err := s.load(ctx, key)
		if err != nil {
			return nil, err
		}
		if r != nil {
			s.articles.put(key, r, cost)
			return r, nil
		}
	}
	return nil, gone
}

// load reads and decodes one version, and tells about how many bytes it takes.
func (s *Store) load(ctx context.Context, key int64) (*read, int, error) {
	var r *row
	err := s.read(ctx, `SELECT a.id, a.version, a.title, a.untitled, a.url, a.outlet, a.authors, a.language, a.published, b.paragraphs, b.reading
		FROM article a JOIN body b ON b.key = a.key WHERE a.key = ?`, []any{key}, func(rows *sql.Rows) error {
		r = &row{}
		var untitled int
		err := rows.Scan(&r.id, &r.version, &r.title, &untitled, &r.url, &r.outlet, &r.authors, &r.language, &r.published, &r.paragraphs, &r.reading)
		r.untitled = untitled == 1
		return err
	})
	if err != nil || r == nil {
		return nil, 0, err
	}
	decoded, err := r.article()
	return decoded, 1000 + 2*len(r.paragraphs) + 5*len(r.reading), err
}
