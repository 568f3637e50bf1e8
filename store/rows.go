package store

import (
	"context"
	"database/sql"
	"sync"
)

// each calls f for every row and closes rows.
func each(rows *sql.Rows, f func() error) error {
	defer rows.Close()
	for rows.Next() {
		if err := f(); err != nil {
			return err
		}
	}
	return rows.Err()
}

// statements keeps prepared statements by their text: SQLite spends more on
// reading a short statement than on running it. The texts are few and fixed.
type statements struct {
	mu     sync.Mutex
	byText map[string]*sql.Stmt
}

func (s *statements) get(ctx context.Context, db *sql.DB, query string) (*sql.Stmt, error) {
	s.mu.Lock()
	st := s.byText[query]
	s.mu.Unlock()
	if st != nil {
		return st, nil
	}
	st, err := db.PrepareContext(ctx, query) // may wait for a connection: not under the lock
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if first := s.byText[query]; first != nil {
		st.Close()
		return first, nil
	}
	s.byText[query] = st
	return st, nil
}

func (s *statements) close() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, st := range s.byText {
		st.Close()
	}
	s.byText = nil
}

// read runs a query outside any transaction and calls f for every row. f must
// not use the store: there may be only one connection.
func (s *Store) read(ctx context.Context, query string, args []any, f func(*sql.Rows) error) error {
	st, err := s.stmts.get(ctx, s.db, s.d.rebind(query))
	if err != nil {
		return err
	}
	rows, err := st.QueryContext(ctx, args...)
	if err != nil {
		return err
	}
	return each(rows, func() error { return f(rows) })
}
