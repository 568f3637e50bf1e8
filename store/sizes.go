package store

import (
	"context"
	"database/sql"
)

// Size is how large a library is.
type Size struct {
	Library    string
	Articles   int // newest versions
	Paragraphs int // citable ones of newest versions
}

// Sizes lists the largest libraries, at most limit of them: most paragraphs
// first, then by name.
func (s *Store) Sizes(ctx context.Context, limit int) ([]Size, error) {
	var out []Size
	err := s.read(ctx, `SELECT l.name, l.docs, (SELECT COUNT(*) FROM article a WHERE a.library = l.id AND a.newest = 1) FROM library l ORDER BY l.docs DESC, l.name LIMIT ?`, []any{limit}, func(rows *sql.Rows) error {
		var one Size
		err := rows.Scan(&one.Library, &one.Paragraphs, &one.Articles)
		out = append(out, one)
		return err
	})
	return out, s.failed("list the sizes of libraries", err)
}

// Pool tells how the connections to the database are used.
func (s *Store) Pool() sql.DBStats { return s.db.Stats() }
