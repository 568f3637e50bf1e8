package main

import (
	"context"
	"fmt"
	"log/slog"
	"time"

	"onrecord/quotes"
	"onrecord/store"
	"onrecord/terminal"
)

// rereadAtOnce is how many articles a command reads again before its own work:
// about a second's worth.
const rereadAtOnce = 200

// catchUp reads again, after an upgrade, what an older program read: all of a
// small library, of a large one a part with each command. That it can't is said
// and stops nothing, because the old readings still answer.
func (p *program) catchUp(ctx context.Context, s *store.Store) error {
	left, err := s.Stale(ctx)
	if err != nil || left == 0 || s.ReadOnly() {
		return err
	}
	line := fmt.Sprintf("onrecord: reading %s again after an upgrade", plural(left, "article", "articles"))
	if left > rereadAtOnce {
		line = fmt.Sprintf("onrecord: reading %d of %d articles again after an upgrade; the next commands do the rest, as onrecord serve does", rereadAtOnce, left)
	}
	fmt.Fprintln(p.err, line)
	if _, err := s.Reread(ctx, quotes.Read, rereadAtOnce); err != nil && ctx.Err() == nil {
		fmt.Fprintln(p.err, "onrecord: that was not finished: "+terminal.Clean(err.Error()))
	}
	return ctx.Err()
}

// rereadPause is how long serve waits after a failure to read articles again.
const rereadPause = time.Minute

// catchUpBeside does what catchUp does while the program serves, all of it. The
// function that it returns ends it and waits for that.
func (l *library) catchUpBeside(ctx context.Context, log *slog.Logger) (end func()) {
	ctx, stop := context.WithCancel(ctx)
	done := make(chan struct{})
	go func() {
		defer close(done)
		for !l.caughtUp(ctx, log) {
			select {
			case <-ctx.Done():
				return
			case <-time.After(rereadPause):
			}
		}
	}()
	return func() { stop(); <-done }
}

// caughtUp reads all again that is left, and tells whether nothing is.
func (l *library) caughtUp(ctx context.Context, log *slog.Logger) bool {
	left, err := l.Stale(ctx)
	if err == nil && (left == 0 || l.ReadOnly()) {
		return true
	}
	n := 0
	if err == nil {
		log.Info("reading articles again after an upgrade", "articles", left)
		n, err = l.Reread(ctx, quotes.Read, 0)
		l.engine.Forget()
	}
	switch {
	case err == nil:
		log.Info("articles were read again after an upgrade", "articles", n)
	case ctx.Err() == nil:
		log.Warn("articles could not be read again after an upgrade", "read", n, "error", err)
	}
	return err == nil
}
