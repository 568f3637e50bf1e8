package main

import (
	"context"
	"runtime"

	"golang.org/x/sync/errgroup"

	"onrecord/retrieval"
)

// peer is an engine that keeps the index alone.
type peer interface {
	// add indexes an article's documents; finish ends adding and makes them
	// searchable. One goroutine calls them.
	add(ctx context.Context, p page) error
	finish(ctx context.Context) error
}

// page is an article as peers get it.
type page struct {
	server, article string
	docs            []retrieval.Doc // without that of the title
}

// addAll adds the whole corpus to a peer.
func addAll(ctx context.Context, c corpus, e peer) error {
	items, pages := make(chan item), make(chan page, 48)
	stoppable, stop := context.WithCancel(ctx)
	defer stop()
	analysing, begun := errgroup.WithContext(stoppable)
	analysing.Go(func() error {
		defer close(items)
		for it := range c.items() {
			select {
			case items <- it:
			case <-begun.Done():
				return begun.Err()
			}
		}
		return nil
	})
	for range runtime.GOMAXPROCS(0) {
		analysing.Go(func() error {
			for it := range items {
				a := it.write()
				select {
				case pages <- page{it.server, a.ID, retrieval.Docs(a, nil)[1:]}:
				case <-begun.Done():
					return begun.Err()
				}
			}
			return nil
		})
	}
	all := make(chan error, 1)
	go func() {
		all <- analysing.Wait()
		close(pages)
	}()
	for p := range pages {
		if err := e.add(ctx, p); err != nil {
			return err
		}
	}
	if err := <-all; err != nil {
		return err
	}
	return e.finish(ctx)
}
