package main

import (
	"context"
	"runtime"
	"runtime/debug"
	"time"
)

// restAfter is how long nobody asks, at least, before a serving process lets go
// of what it keeps ready; at most it is twice as long.
const restAfter = 30 * time.Second

// restBeside keeps a process small that nobody asks: what is kept ready of
// libraries goes, and what others know to let go of, and the memory back to the
// system, each time until somebody asks. The first question after that reads
// again what it needs. The function that is returned ends it.
func (l *library) restBeside(ctx context.Context, after time.Duration, others ...func()) (end func()) {
	ctx, stop := context.WithCancel(ctx)
	done := begin(func() {
		for {
			select {
			case <-ctx.Done():
				return
			case <-time.After(after):
			}
			if !l.Store.Rest() {
				continue
			}
			l.shelf.Rest()
			l.engine.Rest()
			for _, rest := range others {
				rest()
			}
			runtime.GC() // what lies in pools goes with the second collection
			debug.FreeOSMemory()
		}
	})
	return func() { stop(); <-done }
}
