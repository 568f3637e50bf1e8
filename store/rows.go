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
	if s.byText == nil { // closed meanwhile
		st.Close()
		return nil, sql.ErrConnDone
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

// tries is how often reading is tried when the connection was lost: a server
// that was restarted leaves a pool full of dead ones.
const tries = 3

// read runs a query outside any transaction and calls f for every row. f must
// not use the store: there may be only one connection.
func (s *Store) read(ctx context.Context, query string, args []any, f func(*sql.Rows) error) error {
	query = s.d.rebind(query)
	ctx, stage := s.d.stage(ctx, query)
	err := s.readAgain(ctx, query, args, f)
	stage.End(err)
	return err
}

// readAgain reads, and once more where the connection was lost.
func (s *Store) readAgain(ctx context.Context, query string, args []any, f func(*sql.Rows) error) error {
	if p, ok := ctx.Value(sittingKey{s}).(*sitting); ok {
		return p.read(ctx, query, args, f)
	}
	for try := 1; ; try++ {
		begun, err := s.stmts.read(ctx, s.db, query, args, f)
		if err == nil || begun || try == tries || !s.d.again(err) || ctx.Err() != nil {
			return err
		}
	}
}

// read runs a query once, and tells also whether a row was given to f, after which
// there is no going back.
func (s *statements) read(ctx context.Context, db *sql.DB, query string, args []any, f func(*sql.Rows) error) (begun bool, err error) {
	st, err := s.get(ctx, db, query)
	if err != nil {
		return false, err
	}
	rows, err := st.QueryContext(ctx, args...)
	if err != nil {
		return false, err
	}
	err = each(rows, func() error {
		begun = true
		return f(rows)
	})
	return begun, err
}
