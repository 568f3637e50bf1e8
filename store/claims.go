package store

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
	"sync"
	"time"
)

// claims notes, over a connection of its own, which events have been taken on.
// Claims made at the same time share a transaction, which does not wait for the
// disk: a claim outlives the process, and may be lost with the machine.
type claims struct {
	open func() (*sql.DB, error)

	mu      sync.Mutex
	db      *sql.DB // nil until the first claim
	waiting []*claim
	busy    bool           // somebody is writing and will write what waits
	writers sync.WaitGroup // one at most
}

// claim is one that waits to be written.
type claim struct {
	id    string
	at    int64
	first bool
	err   error
	done  chan struct{} // closed when first and err are settled
}

// most that are written at a time, and how long that may take.
const (
	claimsAtOnce = 64
	claimsWithin = 2 * time.Second
)

// Claim notes that an event is taken on, and tells whether this is the first to
// do so: of several who claim one, in whichever process, one is told so. Claims
// are kept until [Store.Purge].
func (s *Store) Claim(ctx context.Context, id string, now time.Time) (first bool, err error) {
	if id == "" || len(id) > maxLibrary || !clean(id) {
		return false, sentence("An event needs an ID of valid UTF-8 text.", nil)
	}
	if s.readOnly {
		return true, nil
	}
	c := &claim{id: id, at: now.Unix(), done: make(chan struct{})}
	if s.claims.add(c) {
		ctx := context.WithoutCancel(ctx) // whoever waits beside may have more time
		s.claims.writers.Go(func() { s.writeClaims(ctx) })
	}
	select {
	case <-c.done:
		return c.first, s.failed("claim an event", c.err)
	case <-ctx.Done():
		return false, fmt.Errorf("claim an event: %w", ctx.Err())
	}
}

// add puts a claim in the queue; true when nobody is writing the queue yet.
func (q *claims) add(c *claim) bool {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.waiting = append(q.waiting, c)
	idle := !q.busy
	q.busy = true
	return idle
}

// take takes the next claims to write; none ends the writing.
func (q *claims) take() []*claim {
	q.mu.Lock()
	defer q.mu.Unlock()
	n := min(len(q.waiting), claimsAtOnce)
	batch := q.waiting[:n:n]
	q.waiting = q.waiting[n:]
	q.busy = n > 0
	return batch
}

// writeClaims writes until nothing waits.
func (s *Store) writeClaims(ctx context.Context) {
	for batch := s.claims.take(); len(batch) > 0; batch = s.claims.take() {
		err := s.putClaims(ctx, batch)
		for _, c := range batch {
			c.err = err
			close(c.done)
		}
	}
}

// putClaims writes claims in one statement, and marks those that are new.
func (s *Store) putClaims(ctx context.Context, batch []*claim) error {
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
	byID := map[string]*claim{} // one that comes twice is claimed once
	var args []any
	for _, c := range batch {
		if byID[c.id] == nil {
			byID[c.id] = c
			args = append(args, c.id, c.at)
		}
	}
	query := `INSERT INTO claim (id, at) VALUES ` + strings.TrimSuffix(strings.Repeat("(?, ?), ", len(byID)), ", ") + ` ON CONFLICT (id) DO NOTHING RETURNING id`
	rows, err := db.QueryContext(ctx, s.d.rebind(query), args...)
	if err != nil {
		return err
	}
	return each(rows, func() error {
		var id string
		if err := rows.Scan(&id); err != nil {
			return err
		}
		if c := byID[id]; c != nil {
			c.first = true
		}
		return nil
	})
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

// close waits for what is being written.
func (q *claims) close() error {
	q.writers.Wait()
	q.mu.Lock()
	defer q.mu.Unlock()
	if q.db == nil {
		return nil
	}
	return q.db.Close()
}
