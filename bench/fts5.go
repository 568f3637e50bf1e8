package main

import (
	"context"
	"database/sql"
	"strings"

	_ "modernc.org/sqlite"
)

// fts5 is SQLite's own full text search with its own bm25(). The server and
// the article stand in a column that the match is restricted to.
type fts5 struct {
	db    *sql.DB
	tx    *sql.Tx
	count int
}

func openFTS5(ctx context.Context, place string, fresh bool) (engine, error) {
	db, err := sql.Open("sqlite", "file:"+place+"?_pragma=busy_timeout(5000)&_pragma=journal_mode(WAL)&_pragma=cache_size(-8000)")
	if err != nil {
		return nil, err
	}
	if fresh {
		_, err = db.ExecContext(ctx, `CREATE VIRTUAL TABLE docs USING fts5 (words, scope, tokenize = 'ascii')`)
	}
	return &fts5{db: db}, err
}

func (f *fts5) add(ctx context.Context, p page) (err error) {
	if f.tx == nil {
		if f.tx, err = f.db.BeginTx(ctx, nil); err != nil {
			return err
		}
	}
	for _, d := range p.docs {
		if _, err := f.tx.ExecContext(ctx, `INSERT INTO docs (words, scope) VALUES (?, ?)`, strings.Join(words(d), " "), scopeWord(p.server)+" "+scopeWord(p.article)); err != nil {
			return err
		}
		f.count++
	}
	if f.count > 1000 { // as many as it likes best
		f.count = 0
		err, f.tx = f.tx.Commit(), nil
	}
	return err
}

func scopeWord(name string) string { return "x" + strings.ReplaceAll(name, "-", "") }

func (f *fts5) finish(ctx context.Context) error {
	if f.tx != nil {
		if err := f.tx.Commit(); err != nil {
			return err
		}
	}
	_, err := f.db.ExecContext(ctx, `INSERT INTO docs (docs) VALUES ('optimize')`)
	return err
}

func (f *fts5) find(ctx context.Context, q query) (int, error) {
	in := q.server
	if q.article != "" {
		in = q.article
	}
	match := `scope : ` + scopeWord(in) + ` AND words : ("` + strings.Join(q.terms, `" OR "`) + `")`
	rows, err := f.db.QueryContext(ctx, `SELECT rowid, bm25(docs, 1.0, 0.0) FROM docs WHERE docs MATCH ? ORDER BY bm25(docs, 1.0, 0.0) LIMIT 20`, match)
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	n := 0
	for rows.Next() {
		var id int64
		var score float64
		if err := rows.Scan(&id, &score); err != nil {
			return 0, err
		}
		n++
	}
	return n, rows.Err()
}

func (f *fts5) close() error { return f.db.Close() }
