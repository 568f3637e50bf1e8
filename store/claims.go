package store

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"onrecord/news"
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
	id, owner string
	at        int64
	lease     int64 // ms
	got       news.Claim
	err       error
	done      chan struct{} // closed when got and err are settled
}

// most that are written at a time, and how long that may take.
const (
	claimsAtOnce = 64
	claimsWithin = 2 * time.Second
)

// Claim takes an event on for a process, unless it has been dealt with or is in
// the hand of a process that is there: of several that claim one, one gets it. It
// stays in that process's hand for the lease, by the database's clock, and for
// as long as [Store.RenewClaims] prolongs it; then it is the next one's. Whoever
// has it may claim it again. Claims are kept until [Store.Purge], which goes by
// the time given here.
func (s *Store) Claim(ctx context.Context, id, owner string, lease time.Duration, now time.Time) (news.Claim, error) {
	if id == "" || len(id) > maxLibrary || !clean(id) || !clean(owner) {
		return news.Claim{}, sentence("An event needs an ID of valid UTF-8 text.", nil)
	}
	if s.readOnly {
		return news.Claim{Mine: true}, nil
	}
	c := &claim{id: id, owner: owner, at: now.Unix(), lease: lease.Milliseconds(), done: make(chan struct{})}
	if s.claims.add(c) {
		ctx := context.WithoutCancel(ctx) // whoever waits beside may have more time
		s.claims.writers.Go(func() { s.writeClaims(ctx) })
	}
	select {
	case <-c.done:
		return c.got, s.failed("claim an event", c.err)
	case <-ctx.Done():
		return news.Claim{}, fmt.Errorf("claim an event: %w", ctx.Err())
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
		err := s.quickly(ctx, func(ctx context.Context, db *sql.DB) error { return s.putClaims(ctx, db, batch) })
		for _, c := range batch {
			c.err = err
			close(c.done)
		}
	}
}

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

// putClaims writes claims in one statement, and settles whose they are. They are
// written in order, so that processes which claim the same ones wait for each
// other in the same order.
func (s *Store) putClaims(ctx context.Context, db *sql.DB, batch []*claim) error {
	batch = slices.Clone(batch)
	slices.SortStableFunc(batch, func(a, b *claim) int { return cmp.Compare(a.id, b.id) })
	byID := make(map[string]*claim, len(batch)) // one that comes twice is claimed once
	defer func() {
		for _, c := range batch {
			if first := byID[c.id]; c.owner == first.owner {
				c.got = first.got
			}
		}
	}()
	args := make([]any, 0, 4*len(batch))
	for _, c := range batch {
		if byID[c.id] == nil {
			byID[c.id] = c
			args = append(args, c.id, c.at, c.owner, c.lease)
		}
	}
	query := `INSERT INTO claim (id, at, owner, until) VALUES ` + repeated("(?, ?, ?, "+s.d.clock+" + ?)", len(byID)) + `
		ON CONFLICT (id) DO UPDATE SET owner = excluded.owner, until = excluded.until, tries = claim.tries + CASE WHEN claim.owner = excluded.owner THEN 0 ELSE 1 END
		WHERE claim.until > 0 AND (claim.until < ` + s.d.clock + ` OR claim.owner = excluded.owner) RETURNING id, tries`
	rows, err := db.QueryContext(ctx, s.d.rebind(query), args...)
	if err != nil {
		return err
	}
	if err := each(rows, func() error {
		var id string
		var tries int
		if err := rows.Scan(&id, &tries); err != nil {
			return err
		}
		if c := byID[id]; c != nil {
			c.got = news.Claim{Mine: true, Before: tries}
		}
		return nil
	}); err != nil {
		return err
	}
	var left []any
	for id, c := range byID {
		if !c.got.Mine {
			left = append(left, id)
		}
	}
	if len(left) == 0 {
		return nil
	}
	rows, err = db.QueryContext(ctx, s.d.rebind(`SELECT id FROM claim WHERE until = 0 AND id IN (`+repeated("?", len(left))+`)`), left...)
	if err != nil {
		return err
	}
	return each(rows, func() error {
		var id string
		if err := rows.Scan(&id); err != nil {
			return err
		}
		if c := byID[id]; c != nil {
			c.got.Done = true
		}
		return nil
	})
}

// repeated repeats an item, with commas between.
func repeated(item string, n int) string {
	return strings.TrimSuffix(strings.Repeat(item+", ", n), ", ")
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
