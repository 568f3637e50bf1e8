package bot

import (
	"context"
	"sync"
)

// crew runs work in goroutines, each in a lane that holds so many at once, and
// can be sent home: then it takes no more and finishes what it has. A crew
// left unfinished keeps one goroutine more until it is done.
type crew struct {
	mu   sync.Mutex
	home bool
	busy sync.WaitGroup
}

// lane bounds how much of one sort of work is under way.
type lane chan struct{}

func newLane(n int) lane { return make(lane, n) }

// try starts do in a goroutine, or returns false when the lane is full or the
// crew has been sent home. It never waits.
func (c *crew) try(l lane, do func()) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.home {
		return false
	}
	select {
	case l <- struct{}{}:
	default:
		return false
	}
	c.busy.Go(func() {
		defer func() { <-l }()
		do()
	})
	return true
}

// sendHome stops the crew from taking work.
func (c *crew) sendHome() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.home = true
}

// finish waits until a crew sent home has done what it has, or ctx ends.
func (c *crew) finish(ctx context.Context) error {
	done := make(chan struct{})
	go func() {
		c.busy.Wait()
		close(done)
	}()
	select {
	case <-done:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// enter waits for a place in the lane, and takes a free one even when ctx has
// ended; leave gives it back.
func (l lane) enter(ctx context.Context) error {
	select {
	case l <- struct{}{}:
		return nil
	default:
	}
	select {
	case l <- struct{}{}:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (l lane) leave() { <-l }
