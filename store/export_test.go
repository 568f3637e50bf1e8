package store

import (
	"context"
	"testing"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"
)

// TakeConnections takes every connection of a store's pool until the function
// it returns is called.
func TakeConnections(t *testing.T, s *Store) (free func()) {
	t.Helper()
	var frees []func() error
	for range s.db.Stats().MaxOpenConnections {
		c, err := s.db.Conn(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		frees = append(frees, c.Close)
	}
	return func() {
		for _, free := range frees {
			if err := free(); err != nil {
				t.Error(err)
			}
		}
	}
}

// InUse is how many connections are in use.
func InUse(s *Store) int { return s.db.Stats().InUse }

// PutOld puts the rows of an old SQLite file, as they are, into an empty
// database of PostgreSQL with the schema of that time.
func PutOld(ctx context.Context, address, file string, schema int) error {
	config, err := pgx.ParseConfig(address)
	if err != nil {
		return err
	}
	db := stdlib.OpenDB(*config)
	defer db.Close()
	d := postgresDialect()
	all, err := d.migrations()
	if err != nil {
		return err
	}
	from, err := connectFile(file, "ro", busyTimeout)
	if err != nil {
		return err
	}
	defer from.Close()
	tables, err := from.tables(ctx)
	if err != nil {
		return err
	}
	source, err := from.snapshot(ctx)
	if err != nil {
		return err
	}
	defer source.Rollback()
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if _, err := tx.ExecContext(ctx, `CREATE TABLE migration (program TEXT NOT NULL, number INTEGER NOT NULL, name TEXT NOT NULL, PRIMARY KEY (program, number))`); err != nil {
		return err
	}
	for _, m := range all[:schema] {
		if _, err := tx.ExecContext(ctx, m.text); err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, `INSERT INTO migration VALUES ('onrecord', $1, $2)`, m.number, m.name); err != nil {
			return err
		}
	}
	for _, t := range tables {
		if _, err := d.fill(ctx, tx, t, source, 0); err != nil {
			return err
		}
	}
	if err := goOnCounting(ctx, tx); err != nil {
		return err
	}
	return tx.Commit()
}

// Texts lists the statements that questions have run so far.
func Texts(s *Store) []string {
	s.stmts.mu.Lock()
	defer s.stmts.mu.Unlock()
	var out []string
	for text := range s.stmts.byText {
		out = append(out, text)
	}
	return out
}

// Kept is how many things a store keeps ready.
func Kept(s *Store) int {
	return len(s.articles.byKey) + len(s.heads.byKey) + len(s.indexes.byKey) + len(s.lists.byKey) + len(s.waiting.byKey) + len(s.cards.byKey)
}
