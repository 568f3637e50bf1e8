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
	if err != nil || s.ReadOnly() {
		return err
	}
	if left > rereadAtOnce {
		fmt.Fprintf(p.err, "onrecord: reading %d of %d articles again after an upgrade; the next commands do the rest, as onrecord serve does\n", rereadAtOnce, left)
	} else if left > 0 {
		fmt.Fprintf(p.err, "onrecord: reading %s again after an upgrade\n", plural(left, "article", "articles"))
	}
	// Where nothing is left this may still have to note that.
	if _, err := s.Reread(ctx, quotes.Read, rereadAtOnce); err != nil && left > 0 && ctx.Err() == nil {
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
	done := begin(func() {
		for !l.caughtUp(ctx, log) {
			select {
			case <-ctx.Done():
				return
			case <-time.After(rereadPause):
			}
		}
	})
	return func() { stop(); <-done }
}

// caughtUp reads all again that is left, and tells whether nothing is.
func (l *library) caughtUp(ctx context.Context, log *slog.Logger) bool {
	if l.ReadOnly() {
		return true
	}
	left, err := l.Stale(ctx)
	if left > 0 {
		log.Info("reading articles again after an upgrade", "articles", left)
	}
	n := 0
	if err == nil {
		n, err = l.Reread(ctx, quotes.Read, 0)
	}
	switch {
	case err == nil && left == 0:
	case err == nil:
		l.engine.Forget()
		log.Info("articles were read again after an upgrade", "articles", n)
	case ctx.Err() == nil:
		log.Warn("articles could not be read again after an upgrade", "read", n, "error", err)
	}
	return err == nil
}
