package store

import (
	"context"
	"database/sql"
	"fmt"
	"strconv"
)

// library is a library's row: its number, the counts that ranking needs, and
// where the next article goes.
type library struct {
	id      int64
	version int64
	next    int64
	docs    int
	length  int64
	retired int64
}

// library finds a library by name; ok is false when nothing was ever put in it.
func (s *Store) library(ctx context.Context, name string) (l library, ok bool, err error) {
	if !named(name) {
		return l, false, nil
	}
	s.asked.Store(true)
	m := s.moment(ctx)
	if l, ok := m.library(name); ok {
		return l, true, nil
	}
	err = s.read(ctx, `SELECT id, version, next, docs, length, retired FROM library WHERE name = ?`, []any{name}, func(rows *sql.Rows) error {
		ok = true
		return rows.Scan(&l.id, &l.version, &l.next, &l.docs, &l.length, &l.retired)
	})
	if ok && err == nil {
		m.keepLibrary(name, l)
	}
	return l, ok, err
}

// Version grows with every change of a library, by whichever process, and when
// one that was deleted is made anew; it is 0 before the first. What was computed
// from a library holds while it stays.
func (s *Store) Version(ctx context.Context, library string) (int64, error) {
	l, _, err := s.library(ctx, library)
	return l.id<<32 | l.version, s.failed("read library version", err)
}

// change runs f in a transaction that holds the library for itself, then keeps
// the counts that f left in l. An error of f undoes everything.
func (s *Store) change(ctx context.Context, name string, f func(tx *change) error) error {
	if err := checkLibrary(name); err != nil {
		return err
	}
	tx, end, err := s.begin(ctx)
	if err != nil {
		return err
	}
	defer end()
	c := &change{ctx: ctx, tx: tx, d: s.d}
	if err := c.in(name, func() error { return f(c) }); err != nil {
		return err
	}
	defer s.wrote(name)
	return tx.Commit()
}

// in holds a library for the rest of the transaction, runs f, and writes down
// the counts that f left in c.lib.
func (c *change) in(name string, f func() error) error {
	c.lib, c.waiting = library{}, nil
	if err := c.hold(name); err != nil {
		return err
	}
	if err := f(); err != nil {
		return err
	}
	return c.execHot(updateLibrary, c.lib.next, c.lib.docs, c.lib.length, c.lib.retired, c.lib.id)
}

// hold makes the library's next version, and the library itself when it is new.
// Writing the row first makes later writers of the same library wait.
func (c *change) hold(name string) error {
	for range 2 {
		if err := c.queryHot(holdLibrary, []any{name}, func(rows *sql.Rows) error {
			return rows.Scan(&c.lib.id, &c.lib.version, &c.lib.next, &c.lib.docs, &c.lib.length, &c.lib.retired)
		}); err != nil {
			return err
		}
		if c.lib.version == 1 { // new: all that it will hold is of this edition
			return c.set(editionSetting, strconv.Itoa(Edition))
		}
		if c.lib.id > 0 {
			return nil
		}
		if err := c.exec(`INSERT INTO library (name, version, next, docs, length) VALUES (?, 0, 1, 0, 0) ON CONFLICT (name) DO NOTHING`, name); err != nil {
			return err
		}
	}
	return fmt.Errorf("library %q could not be made", name)
}

const (
	holdLibrary   = `UPDATE library SET version = version + 1 WHERE name = ? RETURNING id, version, next, docs, length, retired`
	updateLibrary = `UPDATE library SET next = ?, docs = ?, length = ?, retired = ? WHERE id = ?`
)

// change is a transaction on one library, or on several in turn.
type change struct {
	ctx context.Context
	tx  *sql.Tx
	d   dialect
	lib library

	waiting   *waitingSize         // of the library, nil until counted
	hot, inTx map[string]*sql.Stmt // prepared statements, see hot.go
}

func (c *change) exec(query string, args ...any) error {
	_, err := c.tx.ExecContext(c.ctx, c.d.rebind(query), args...)
	return err
}

func (c *change) query(query string, args []any, f func(*sql.Rows) error) error {
	rows, err := c.tx.QueryContext(c.ctx, c.d.rebind(query), args...)
	if err != nil {
		return err
	}
	return each(rows, func() error { return f(rows) })
}
