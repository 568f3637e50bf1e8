package store

import (
	"context"
	"database/sql"
	"slices"
	"sync"
	"sync/atomic"
	"time"
)

// replicas are the standbys that questions are asked of, see [Store.Replicate].
type replicas struct {
	within   time.Duration
	standbys []*standby
	primary  *sql.DB // one connection, to look at the primary
	next     atomic.Uint32

	mu      sync.Mutex
	who     string               // the primary's identity, "" until it was asked
	marks   []mark               // the latest, in the order of time
	misses  int                  // looks at the primary in a row that failed
	changed map[string]time.Time // when this process last wrote a library
	counts  ReplicaCounts
}

// Replica is what is known of a replica.
type Replica struct {
	Name string // host and port
	// Behind is how old at most what it holds is; 0 while that is not known.
	Behind time.Duration
	// Problem is why questions don't go there, "" when they do.
	Problem string
}

// How often the servers are looked at: a tenth of the bound, between these. And
// how many marks are kept.
const (
	soonestLook = 100 * time.Millisecond
	latestLook  = time.Second
	keptMarks   = 1024
)

// Replicate lets questions that come through [Store.Ask] be read from streaming
// replicas of a PostgreSQL database, as long as one is known to hold all that
// was committed longer ago than within. tell is told, from one goroutine at a
// time, when a replica begins to be used (problem "") and when it ends, and why.
// It ends with the function that is returned, before the store is closed.
func (s *Store) Replicate(ctx context.Context, addresses []string, within time.Duration, tell func(replica, problem string)) (end func(), err error) {
	if s.look == nil {
		return nil, sentence("Replicas need a PostgreSQL database: set DATABASE_URL too, or leave DATABASE_REPLICA_URLS out.", nil)
	}
	r := &replicas{within: within, changed: map[string]time.Time{}, primary: s.look()}
	r.primary.SetMaxOpenConns(1)
	shut := func() {
		r.primary.Close()
		for _, b := range r.standbys {
			b.close()
		}
	}
	for _, address := range addresses {
		b, err := openStandby(address)
		if err != nil {
			shut()
			return nil, err
		}
		r.standbys = append(r.standbys, b)
	}
	ctx, cancel := context.WithCancel(context.WithoutCancel(ctx))
	var looking sync.WaitGroup
	looking.Go(func() { r.watch(ctx, tell) })
	s.replicas.Store(r)
	return func() {
		s.replicas.Store(nil)
		cancel()
		looking.Wait()
		shut()
	}, nil
}

// watch looks at the servers until ctx ends.
func (r *replicas) watch(ctx context.Context, tell func(replica, problem string)) {
	every, began := min(max(r.within/10, soonestLook), latestLook), time.Now()
	for ctx.Err() == nil {
		r.look(ctx)
		if ctx.Err() != nil {
			return
		}
		now := time.Now()
		for _, b := range r.standbys {
			problem := r.problem(b, now)
			if problem == catchingUp && now.Sub(began) < r.within {
				continue // as it should at the start
			}
			if problem != b.told {
				b.told = problem
				tell(b.name, problem)
			}
		}
		select {
		case <-ctx.Done():
		case <-time.After(every):
		}
	}
}

// look asks the primary how far its log is, then the standbys how far they have
// come in it.
func (r *replicas) look(ctx context.Context) {
	r.lookAtPrimary(ctx)
	r.mu.Lock()
	marks, who := r.marks, r.who // only ever appended to
	r.mu.Unlock()
	var each sync.WaitGroup
	for _, b := range r.standbys {
		each.Go(func() { b.look(ctx, who, marks) })
	}
	each.Wait()
	r.forget()
}

// lookAtPrimary notes how far the primary's log is.
func (r *replicas) lookAtPrimary(ctx context.Context) {
	ctx, cancel := context.WithTimeout(ctx, patience) // of its own: the standbys are asked also when it hangs
	defer cancel()
	at := time.Now() // before asking: what is committed by now is in front of the answer
	var m mark
	var who string
	err := r.primary.QueryRowContext(ctx, `SELECT pg_wal_lsn_diff(pg_current_wal_flush_lsn(), '0/0')::bigint, (`+identity+`)`).Scan(&m.position, &who)
	m.at = at
	r.mu.Lock()
	defer r.mu.Unlock()
	if err != nil {
		r.misses++
		return
	}
	r.misses = 0
	if n := len(r.marks); who != r.who || n > 0 && m.position < r.marks[n-1].position {
		r.who, r.marks = who, nil // another server: nothing is known of it
	}
	r.marks = append(r.marks, m)
	if len(r.marks) > keptMarks {
		r.marks = slices.Clone(r.marks[keptMarks/2:])
	}
}

// forget lets go of writes that every standby has.
func (r *replicas) forget() {
	var oldest time.Time
	for i, b := range r.standbys {
		if whole, _ := b.state(); i == 0 || whole.Before(oldest) {
			oldest = whole
		}
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	for name, at := range r.changed {
		if at.Before(oldest) {
			delete(r.changed, name)
		}
	}
}

// catchingUp is the problem of a standby that has replayed nothing yet of what
// was looked at.
const catchingUp = "has not caught up yet"

// problem is why questions don't go to a standby, "" when they do.
func (r *replicas) problem(b *standby, now time.Time) string {
	whole, problem := b.state()
	switch {
	case problem != "":
		return problem
	case whole.IsZero():
		return catchingUp
	case now.Sub(whole) > r.within && !r.lost():
		return "is further behind than " + r.within.String()
	}
	return ""
}

// lost tells whether the primary is known not to answer: two looks in a row.
func (r *replicas) lost() bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.misses > 1
}

// Replicas tells what is known of each replica, nil where there are none.
func (s *Store) Replicas() []Replica {
	r := s.replicas.Load()
	if r == nil {
		return nil
	}
	now := time.Now()
	var out []Replica
	for _, b := range r.standbys {
		whole, _ := b.state()
		one := Replica{Name: b.name, Problem: r.problem(b, now)}
		if !whole.IsZero() {
			one.Behind = now.Sub(whole)
		}
		out = append(out, one)
	}
	return out
}
