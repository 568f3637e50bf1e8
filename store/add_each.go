package store

import (
	"context"
	"iter"
	"sync"
)

// AddEach adds many articles: it runs each function of source, which makes an
// entry, on one of as many goroutines as there are processors, while those made
// before are being stored, as many in one transaction as are ready. Entries are
// stored, and done is told of each, in the order of source; done runs in the
// caller's goroutine, and only once the article outlives a crash. An entry that
// can't be made or stored stops none of the others; done has its error. AddEach
// ends with the last one, or with the error of ctx.
func (s *Store) AddEach(ctx context.Context, source iter.Seq[func() (*Entry, error)], done func(Added, error)) error {
	ctx, stop := context.WithCancel(ctx)
	var working sync.WaitGroup
	defer working.Wait()
	defer stop()
	line := startLine(ctx, &working, source)
	for {
		batch := line.next(ctx)
		if len(batch) == 0 {
			return ctx.Err()
		}
		s.addBatch(ctx, batch, done)
	}
}

// addBatch stores what could be made of a batch.
func (s *Store) addBatch(ctx context.Context, batch []*making, done func(Added, error)) {
	var entries []*Entry
	for _, m := range batch {
		if m.err == nil {
			entries = append(entries, m.entry)
		}
	}
	added, err := s.AddAll(ctx, entries)
	for _, m := range batch {
		switch {
		case m.err != nil:
			done(Added{}, m.err)
		case err == nil:
			done(added[0], nil)
			added = added[1:]
		case len(entries) == 1:
			done(Added{}, err)
		default: // one of them, perhaps: each for itself
			one, err := s.AddAll(ctx, []*Entry{m.entry})
			if err != nil {
				one = []Added{{}}
			}
			done(one[0], err)
		}
	}
}
