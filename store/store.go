// Package store keeps libraries of articles, with what was read from them and
// the index over them, in one SQLite file or a PostgreSQL database.
//
// It finds and never ranks: the index gives counts and candidates by term, and
// package retrieval computes every score from them.
package store

import (
	"context"
	"database/sql"
	"errors"
	"strings"
	"sync/atomic"
)

// Store is a database of libraries. It is safe for concurrent use, also by
// several processes. It satisfies answer.Library. Errors that people can mend
// are whole sentences and wrap news.ErrBadInput.
type Store struct {
	db       *sql.DB
	d        dialect
	name     string // for messages
	readOnly bool
	stmts    *statements
	writing  chan struct{} // holds a token for each who is writing

	// What was read lately. Keys name rows that never change, or the library's
	// version, so another process's writing can't make them wrong.
	articles *recent[readKey, *shown]
	heads    *recent[int64, *head]
	indexes  *recent[int64, *termIndex]
	lists    *recent[listKey, *list]
	waiting  *recent[int64, *waiting]
	cards    *recent[string, *cardsAt]
	asked    atomic.Bool // since Rest was last called

	disconnect func() // closes connections that nobody uses, nil where that saves nothing

	claims claims

	look     func() *sql.DB // opens a connection to look at a primary with, nil for a file
	replicas atomic.Pointer[replicas]
}

// Open opens, creating and migrating as needed, the database at address: the
// path of a SQLite file, ":memory:" for a private one that is forgotten, or the
// address of a PostgreSQL database ("postgres://…"). A file that can only be
// read is opened for questions alone. Errors say what is wrong in a sentence.
func Open(ctx context.Context, address string) (*Store, error) {
	if strings.HasPrefix(address, "postgres://") || strings.HasPrefix(address, "postgresql://") {
		return openPostgres(ctx, address)
	}
	return openSQLite(ctx, address, busyTimeout)
}

// connections is how many a store opens at most.
const connections = 8

func newStore(d dialect, name string) *Store {
	s := &Store{
		d: d, name: name, writing: make(chan struct{}, d.writers),
		stmts:    &statements{byText: map[string]*sql.Stmt{}},
		claims:   claims{stmts: &statements{byText: map[string]*sql.Stmt{}}},
		articles: newRecent[readKey, *shown](4 << 20),
		heads:    newRecent[int64, *head](6 << 20),
		indexes:  newRecent[int64, *termIndex](3 << 20),
		lists:    newRecent[listKey, *list](10 << 20),
		waiting:  newRecent[int64, *waiting](3 << 20),
		cards:    newRecent[string, *cardsAt](14 << 20),
	}
	s.cards.holds = true
	return s
}

// ReadOnly tells whether the store can answer but not be written.
func (s *Store) ReadOnly() bool { return s.readOnly }

// Close ends the store's use; it is an error to use it afterwards.
func (s *Store) Close() error {
	s.stmts.close()
	return errors.Join(s.claims.close(), s.db.Close())
}

// begin waits for its turn to write; the caller ends it with the function.
func (s *Store) begin(ctx context.Context) (*sql.Tx, func(), error) {
	ctx, stage := s.d.stage(ctx, "transaction")
	tx, end, err := s.turn(ctx)
	if err != nil {
		stage.End(err)
		return nil, nil, err
	}
	return tx, func() { end(); stage.End(nil) }, nil
}

// turn waits for the turn to write.
func (s *Store) turn(ctx context.Context) (*sql.Tx, func(), error) {
	if s.readOnly {
		return nil, nil, sentence("The database "+s.name+" can only be read; nothing was changed. Make the file and its folder writable, or name another database.", nil)
	}
	select {
	case s.writing <- struct{}{}:
	case <-ctx.Done():
		return nil, nil, ctx.Err()
	}
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		<-s.writing
		return nil, nil, err
	}
	return tx, func() { tx.Rollback(); <-s.writing }, nil
}

// checkLibrary tells whether a library can have such a name.
func checkLibrary(name string) error {
	if name == "" || len(name) > maxLibrary || !clean(name) {
		return sentence("A library needs a name of at most 200 bytes of valid UTF-8 text.", nil)
	}
	return nil
}

// named tells whether something by that name can be in the database at all.
func named(names ...string) bool {
	for _, n := range names {
		if !clean(n) {
			return false
		}
	}
	return true
}
