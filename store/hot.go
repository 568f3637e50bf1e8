package store

import (
	"context"
	"database/sql"
)

// Adding an article runs the same few statements again and again. They are
// prepared before a transaction begins, since preparing may need a connection
// that the transaction would hold.

// prepareHot prepares the statements of adding.
func (s *Store) prepareHot(ctx context.Context) (map[string]*sql.Stmt, error) {
	hot := make(map[string]*sql.Stmt, 16)
	for _, query := range []string{
		holdLibrary, updateLibrary, insertArticle, insertBody, insertCredit, selectNewest, selectRemoved,
		countPending, selectPending, insertPending, deletePending,
		s.d.insertPostings(64), s.d.insertPostings(8), s.d.insertPostings(1),
	} {
		st, err := s.stmts.get(ctx, s.db, s.d.rebind(query))
		if err != nil {
			return nil, err
		}
		hot[query] = st
	}
	return hot, nil
}

// execHot is exec with a statement of prepareHot.
func (c *change) execHot(query string, args ...any) error {
	st := c.prepared(query)
	if st == nil {
		return c.exec(query, args...)
	}
	_, err := st.ExecContext(c.ctx, args...)
	return err
}

// queryHot is query with a statement of prepareHot.
func (c *change) queryHot(query string, args []any, f func(*sql.Rows) error) error {
	st := c.prepared(query)
	if st == nil {
		return c.query(query, args, f)
	}
	rows, err := st.QueryContext(c.ctx, args...)
	if err != nil {
		return err
	}
	return each(rows, func() error { return f(rows) })
}

// prepared is the transaction's own form of a prepared statement, nil for one
// that was not prepared.
func (c *change) prepared(query string) *sql.Stmt {
	if st := c.inTx[query]; st != nil {
		return st
	}
	st := c.hot[query]
	if st == nil {
		return nil
	}
	if c.inTx == nil {
		c.inTx = make(map[string]*sql.Stmt, len(c.hot))
	}
	c.inTx[query] = c.tx.StmtContext(c.ctx, st)
	return c.inTx[query]
}
