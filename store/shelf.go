package store

import (
	"context"
	"database/sql"
	"time"

	"onrecord/news"
)

// Shelve notes when a version of an article came. A version that is noted
// already keeps its time; what somebody asked for, after a feed had brought it,
// is theirs from then on and stays.
func (s *Store) Shelve(ctx context.Context, library string, b news.Shelved) error {
	_, err := s.affect(ctx, `INSERT INTO shelf (library, article, version, came, feed, etag, modified, pinned) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (library, article) DO UPDATE SET
			came = CASE WHEN excluded.version > shelf.version THEN excluded.came ELSE shelf.came END,
			version = CASE WHEN excluded.version > shelf.version THEN excluded.version ELSE shelf.version END,
			feed = CASE WHEN excluded.feed = '' THEN '' ELSE shelf.feed END,
			etag = excluded.etag, modified = excluded.modified`,
		library, b.Article.ID, b.Article.Version, b.Came.UnixMilli(), b.Feed, header(b.ETag), header(b.Modified), flag(b.Pinned))
	return s.failed("note when article "+b.Article.ID+" came", err)
}

// header is a server's word about a page, "" where it can't be kept.
func header(s string) string {
	if len(s) > maxName || !clean(s) {
		return ""
	}
	return s
}

const shelfColumns = `article, version, came, feed, etag, modified, pinned`

func (s *Store) shelf(ctx context.Context, rest string, args ...any) ([]news.Shelved, error) {
	var out []news.Shelved
	err := s.read(ctx, `SELECT `+shelfColumns+` FROM shelf WHERE `+rest, args, func(rows *sql.Rows) error {
		var b news.Shelved
		var came int64
		var pinned int
		if err := rows.Scan(&b.Article.ID, &b.Article.Version, &came, &b.Feed, &b.ETag, &b.Modified, &pinned); err != nil {
			return err
		}
		b.Came, b.Pinned = clockTime(came), pinned == 1
		out = append(out, b)
		return nil
	})
	return out, s.failed("read when articles came", err)
}

// Shelved tells when an article came; ok is false where nobody noted it.
func (s *Store) Shelved(ctx context.Context, library, article string) (b news.Shelved, ok bool, err error) {
	if !named(library, article) {
		return b, false, nil
	}
	list, err := s.shelf(ctx, `library = ? AND article = ?`, library, article)
	if len(list) == 0 {
		return b, false, err
	}
	return list[0], true, nil
}

// Came lists what came after a time, the earliest first, at most limit.
func (s *Store) Came(ctx context.Context, library string, after time.Time, limit int) ([]news.Shelved, error) {
	if !named(library) {
		return nil, nil
	}
	return s.shelf(ctx, `library = ? AND came > ? ORDER BY came, article LIMIT ?`, library, after.UnixMilli(), limit)
}

// Leaving lists the articles that feeds brought and nobody pinned, the latest
// first: those that may leave.
func (s *Store) Leaving(ctx context.Context, library string) ([]news.Shelved, error) {
	if !named(library) {
		return nil, nil
	}
	return s.shelf(ctx, `library = ? AND feed <> '' AND pinned = 0 ORDER BY came DESC, article`, library)
}

// Pin keeps an article from leaving, or lets it leave again.
func (s *Store) Pin(ctx context.Context, library, article string, pinned bool) error {
	if !named(library, article) {
		return nil
	}
	_, err := s.affect(ctx, `INSERT INTO shelf (library, article, version, came, feed, etag, modified, pinned) VALUES (?, ?, 0, 0, '', '', '', ?)
		ON CONFLICT (library, article) DO UPDATE SET pinned = excluded.pinned`, library, article, flag(pinned))
	return s.failed("pin article "+article, err)
}

// Unshelve forgets when an article came, once it has been removed.
func (s *Store) Unshelve(ctx context.Context, library, article string) error {
	_, err := s.affect(ctx, `DELETE FROM shelf WHERE library = ? AND article = ?`, library, article)
	return s.failed("forget when article "+article+" came", err)
}
