package store

import (
	"context"
	"database/sql"
	"encoding/json"
)

// quickly does something over the connection that does not wait for the disk.
func (s *Store) quickly(ctx context.Context, do func(context.Context, *sql.DB) error) error {
	ctx, cancel := context.WithTimeout(ctx, claimsWithin)
	defer cancel()
	db, err := s.claims.connect()
	if err != nil {
		return err
	}
	if db == nil {
		db = s.db
	}
	if s.d.writers == 1 { // queueing here costs less than trying again and again
		select {
		case s.writing <- struct{}{}:
			defer func() { <-s.writing }()
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return do(ctx, db)
}

// connect opens the connection when it is first needed, nil where the store's
// own will do.
func (q *claims) connect() (*sql.DB, error) {
	q.mu.Lock()
	defer q.mu.Unlock()
	if q.db != nil || q.open == nil {
		return q.db, nil
	}
	db, err := q.open()
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1)
	q.db = db
	return db, nil
}

// askQuickly runs a statement inside [Store.quickly] that returns events with how
// often each was tried, and calls f for each. The statement is prepared once.
func (s *Store) askQuickly(ctx context.Context, db *sql.DB, query string, args []any, f func(id string, tries int)) error {
	st, err := s.claims.stmts.get(ctx, db, s.d.rebind(query))
	if err != nil {
		return err
	}
	rows, err := st.QueryContext(ctx, args...)
	if err != nil {
		return err
	}
	return each(rows, func() error {
		var id string
		var tries int
		if err := rows.Scan(&id, &tries); err != nil {
			return err
		}
		f(id, tries)
		return nil
	})
}

// listed is a list as one parameter, see dialect.listed: texts and whole numbers,
// or rows of them.
func listed[T string | []any](all []T) string {
	data, err := json.Marshal(all)
	if err != nil {
		panic(err) // texts and numbers can be written
	}
	return string(data)
}
