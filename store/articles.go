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

// readKey names what [Store.Article] is asked for.
type readKey struct {
	library int64
	ref     news.Ref
}

// shown is an article as it was found at one version of its library.
type shown struct {
	*read
	key     int64
	version int64
	cost    int // about how many bytes it takes
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
	// Removal must show at once, so a look at the library comes before the memory.
	l, ok, err := s.library(ctx, library)
	if err != nil {
		return nil, err
	}
	if !ok {
		return nil, gone
	}
	at := readKey{l.id, ref}
	kept, ok := s.articles.get(at)
	if ok && kept.version == l.version {
		return kept.read, nil
	}
	which, args := `a.library = ? AND a.id = ? AND a.newest = 1`, []any{l.id, ref.ID}
	if ref.Version > 0 {
		which, args = `a.library = ? AND a.id = ? AND a.version = ?`, []any{l.id, ref.ID, ref.Version}
	}
	if ok { // the library has changed since
		var key int64
		if err := s.read(ctx, `SELECT a.key FROM article a WHERE `+which, args, func(rows *sql.Rows) error { return rows.Scan(&key) }); err != nil {
			return nil, err
		}
		if key == kept.key {
			s.articles.put(at, &shown{kept.read, key, l.version, kept.cost}, kept.cost)
			return kept.read, nil
		}
	}
	found, err := s.load(ctx, which, args)
	if err != nil {
		return nil, err
	}
	if found == nil {
		return nil, gone
	}
	found.version = l.version
	s.articles.put(at, found, found.cost)
	return found.read, nil
}

// load reads and decodes one version, nil when there is none.
func (s *Store) load(ctx context.Context, which string, args []any) (*shown, error) {
	var key int64
	var r *row
	err := s.read(ctx, `SELECT a.key, a.id, a.version, a.title, a.untitled, a.url, a.outlet, a.authors, a.language, a.published, b.paragraphs, b.reading
		FROM article a JOIN body b ON b.key = a.key WHERE `+which, args, func(rows *sql.Rows) error {
		r = &row{}
		var untitled int
		err := rows.Scan(&key, &r.id, &r.version, &r.title, &untitled, &r.url, &r.outlet, &r.authors, &r.language, &r.published, &r.paragraphs, &r.reading)
		r.untitled = untitled == 1
		return err
	})
	if err != nil || r == nil {
		return nil, err
	}
	decoded, err := r.article()
	return &shown{read: decoded, key: key, cost: 1000 + 2*len(r.paragraphs) + 5*len(r.reading)}, err
}
