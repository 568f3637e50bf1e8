package store

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"slices"
	"sync"
	"time"

	"onrecord/news"
)

// claims notes, over a connection of its own (quick.go), which events have been taken on.
// Claims made at the same time share a transaction, which does not wait for the
// disk: a claim outlives the process, and may be lost with the machine.
type claims struct {
	open func() (*sql.DB, error)

	stmts   *statements // of that connection
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
	var rows [][]any
	for _, c := range batch {
		if byID[c.id] == nil {
			byID[c.id] = c
			rows = append(rows, []any{c.id, c.at, c.owner, c.lease})
		}
	}
	if err := s.askQuickly(ctx, db, s.d.claimEvents(), []any{listed(rows)}, func(id string, tries int) {
		if c := byID[id]; c != nil {
			c.got = news.Claim{Mine: true, Before: tries}
		}
	}); err != nil {
		return err
	}
	var left []string
	for id, c := range byID {
		if !c.got.Mine {
			left = append(left, id)
		}
	}
	if len(left) == 0 {
		return nil
	}
	return s.askQuickly(ctx, db, `SELECT id, tries FROM claim WHERE until = 0 AND id `+s.d.among, []any{listed(left)}, func(id string, _ int) {
		if c := byID[id]; c != nil {
			c.got.Done = true
		}
	})
}

// claimEvents is the statement that claims events: one for any number of them, so
// that it is read once.
func (d dialect) claimEvents() string {
	return `INSERT INTO claim (id, at, owner, until)
		SELECT value->>0, CAST(value->>1 AS BIGINT), value->>2, ` + d.clock + ` + CAST(value->>3 AS BIGINT) FROM ` + d.listed + ` WHERE true
		ON CONFLICT (id) DO UPDATE SET owner = excluded.owner, until = excluded.until, tries = claim.tries + CASE WHEN claim.owner = excluded.owner THEN 0 ELSE 1 END
		WHERE claim.until > 0 AND (claim.until < ` + d.clock + ` OR claim.owner = excluded.owner) RETURNING id, tries`
}

// close waits for what is being written.
func (q *claims) close() error {
	q.writers.Wait()
	q.stmts.close()
	q.mu.Lock()
	defer q.mu.Unlock()
	if q.db == nil {
		return nil
	}
	return q.db.Close()
}
