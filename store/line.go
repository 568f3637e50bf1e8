package store

import (
	"context"
	"iter"
	"runtime"
	"sync"
)

// How many articles a line holds in memory at a time, and gives out at once.
const (
	maxReady = 48
	maxBatch = 32
)

// making is an entry on its way.
type making struct {
	make  func() (*Entry, error)
	ready chan struct{} // closed when entry and err are set
	entry *Entry
	err   error
}

// line is what is being made, in order.
type line struct {
	queue chan *making
	held  *making // taken from the queue and not given out yet
}

// startLine begins to make entries. Its goroutines end with ctx, or when all is
// made.
func startLine(ctx context.Context, working *sync.WaitGroup, source iter.Seq[func() (*Entry, error)]) *line {
	l := &line{queue: make(chan *making, maxReady)}
	todo := make(chan *making)
	working.Go(func() {
		defer close(l.queue)
		defer close(todo)
		for f := range source {
			m := &making{make: f, ready: make(chan struct{})}
			for _, to := range []chan *making{l.queue, todo} {
				select {
				case to <- m:
				case <-ctx.Done():
					return
				}
			}
		}
	})
	for range runtime.GOMAXPROCS(0) {
		working.Go(func() {
			for m := range todo {
				m.entry, m.err = m.make()
				close(m.ready)
			}
		})
	}
	return l
}

// next waits for the next entry and returns it with those behind it that are
// ready too; none at the end.
func (l *line) next(ctx context.Context) []*making {
	var batch []*making
	for len(batch) < maxBatch {
		m := l.held
		l.held = nil
		if m == nil && len(batch) == 0 {
			select {
			case m = <-l.queue:
			case <-ctx.Done():
				return nil
			}
		} else if m == nil {
			select {
			case m = <-l.queue:
			default:
			}
		}
		if m == nil {
			return batch
		}
		if len(batch) == 0 {
			select {
			case <-m.ready:
			case <-ctx.Done():
				return nil
			}
		} else {
			select {
			case <-m.ready:
			default:
				l.held = m
				return batch
			}
		}
		batch = append(batch, m)
	}
	return batch
}
