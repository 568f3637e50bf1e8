package main

import (
	"context"
	"log/slog"
	"time"

	"onrecord/answer"
	"onrecord/bot"
	"onrecord/shelf"
	"onrecord/store"
)

// servers are what a bot keeps of servers and people.
type servers struct {
	*store.Store
	shelf *shelf.Shelf
}

// forServers gives a bot the libraries of servers and people; engine is one of
// that boldness as the bot is to ask it. What it starts ends with the function
// that it returns.
func (p *program) forServers(ctx context.Context, lib *library, c *bot.Config, engine func(*answer.Engine) bot.Engine) (end func(), err error) {
	s := servers{lib.Store, lib.shelf}
	c.Engine, c.Pages, c.Servers, c.Claims = engine(lib.engine), nearPages{lib.shelf, lib.Store}, s, lib.Store
	c.Bold = func(b answer.Boldness) bot.Engine { return engine(lib.engine.WithBoldness(b)) }
	if lib.ReadOnly() {
		return func() {}, nil
	}
	c.Sessions = lib.Store
	g, err := p.settings.newGetter()
	if err != nil {
		return nil, err
	}
	f := follow(lib.Store, g, c.Logger, p.tick)
	c.Intake, c.Feeds, c.Started = counter{f.desk}, f, f.speak
	ctx, stop := context.WithCancel(ctx)
	worked := begin(func() { f.desk.Run(ctx) })
	followed := begin(func() { f.follower.Run(ctx) })
	tidied := begin(func() { tidy(ctx, lib.Store, c.Logger) })
	return func() {
		stop()
		<-worked
		<-followed
		<-tidied
		g.Close()
	}, nil
}

// begin runs f beside; the channel is closed when it has ended.
func begin(f func()) <-chan struct{} {
	done := make(chan struct{})
	go func() {
		defer close(done)
		f()
	}()
	return done
}

// tidyEvery is how often what has been kept long enough is deleted.
const tidyEvery = 5 * time.Minute

// tidy deletes it until ctx ends.
func tidy(ctx context.Context, s *store.Store, log *slog.Logger) {
	for {
		now := time.Now()
		if err := s.Purge(ctx, now.Add(-bot.QuestionsKept), now.Add(-bot.ClaimsKept)); err != nil && ctx.Err() == nil {
			log.Warn("what has been kept long enough could not be deleted", "error", err)
		}
		select {
		case <-ctx.Done():
			return
		case <-time.After(tidyEvery):
		}
	}
}
