package store

import (
	"context"
	"errors"
	"time"
)

// ReplicaCounts tell where questions were asked since the start.
type ReplicaCounts struct {
	Replica int // a replica within the bound
	Primary int // the primary: no replica was within the bound or had what this process wrote
	Again   int // first a replica, which failed, then the primary
	Stale   int // a replica, whatever the bound: the primary could not be reached
}

type sittingKey struct{ *Store }

// Ask runs f, which reads what a question about these libraries needs: with a
// context that sends all of it to one replica where one is near enough, else to
// the primary. f is run again, on the primary, when the replica fails meanwhile,
// and on a replica of any age while the primary can't be reached: an answer that
// is a little old is better than none. f returns what it found by side effect,
// the last run's.
func (s *Store) Ask(ctx context.Context, libraries []string, f func(ctx context.Context) error) error {
	r := s.replicas.Load()
	if r == nil || ctx.Value(sittingKey{s}) != nil {
		return f(ctx)
	}
	lost := r.lost()
	if b := r.choose(libraries, lost); b != nil {
		err, whole := r.sit(ctx, s, b, f)
		if whole || ctx.Err() != nil {
			r.count(func(c *ReplicaCounts) { c.add(lost) })
			return err
		}
		r.count(func(c *ReplicaCounts) { c.Again++ })
	} else {
		r.count(func(c *ReplicaCounts) { c.Primary++ })
	}
	return r.orStale(ctx, s, libraries, f)
}

// AskPrimary is [Store.Ask] for what must be of this moment: it goes to the
// primary, and to a replica only while that can't be reached.
func (s *Store) AskPrimary(ctx context.Context, libraries []string, f func(ctx context.Context) error) error {
	r := s.replicas.Load()
	if r == nil || ctx.Value(sittingKey{s}) != nil {
		return f(ctx)
	}
	return r.orStale(ctx, s, libraries, f)
}

// orStale asks the primary, and when that can't be reached any standby.
func (r *replicas) orStale(ctx context.Context, s *Store, libraries []string, f func(ctx context.Context) error) error {
	lost := r.lost()
	if !lost {
		err := f(s.anew(ctx))
		if err == nil || !unreachable(err) || ctx.Err() != nil {
			return err
		}
	}
	if b := r.choose(libraries, true); b != nil {
		if err, whole := r.sit(ctx, s, b, f); whole {
			r.count(func(c *ReplicaCounts) { c.Stale++ })
			return err
		}
	}
	return f(s.anew(ctx))
}

// anew is a context in which nothing is looked up yet: what one place told of a
// library need not be what another holds.
func (s *Store) anew(ctx context.Context) context.Context {
	return context.WithValue(ctx, momentKey{s}, &moment{libraries: map[string]library{}, newest: map[articleName]found{}})
}

// sit runs f on a standby; whole is false when that failed and f has to be run
// elsewhere.
func (r *replicas) sit(ctx context.Context, s *Store, b *standby, f func(ctx context.Context) error) (err error, whole bool) {
	p := &sitting{on: b}
	err = f(context.WithValue(s.anew(ctx), sittingKey{s}, p))
	return err, p.problem() == nil && !errors.Is(err, errStandby)
}

func (r *replicas) count(f func(*ReplicaCounts)) {
	r.mu.Lock()
	defer r.mu.Unlock()
	f(&r.counts)
}

func (c *ReplicaCounts) add(stale bool) {
	if stale {
		c.Stale++
	} else {
		c.Replica++
	}
}

// choose returns a standby for a question about libraries, nil where there is
// none; at whatever age when stale is set. Each gets its turn.
func (r *replicas) choose(libraries []string, stale bool) *standby {
	r.mu.Lock()
	var wrote time.Time
	for _, name := range libraries {
		if at := r.changed[name]; at.After(wrote) {
			wrote = at
		}
	}
	r.mu.Unlock()
	now, first := time.Now(), int(r.next.Add(1))
	for i := range r.standbys {
		b := r.standbys[(first+i)%len(r.standbys)]
		whole, problem := b.state()
		if problem == "" && whole.After(wrote) && (stale || now.Sub(whole) <= r.within) {
			return b
		}
	}
	return nil
}

// wrote notes that this process has written libraries: their questions stay on
// the primary until a standby has that too.
func (s *Store) wrote(libraries ...string) {
	r := s.replicas.Load()
	if r == nil {
		return
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, name := range libraries {
		r.changed[name] = time.Now()
	}
}

// ReplicaCounts tells where questions were asked since [Store.Replicate].
func (s *Store) ReplicaCounts() ReplicaCounts {
	r := s.replicas.Load()
	if r == nil {
		return ReplicaCounts{}
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.counts
}
