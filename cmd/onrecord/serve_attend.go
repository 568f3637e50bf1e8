package main

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"onrecord/bot"
	"onrecord/store"
)

// attendance is what a process tells of itself all the time: what it counted and,
// where several share the database, that it is there.
type attendance struct {
	store   *store.Store
	tally   *tally
	status  func() bot.Status
	started time.Time
	log     *slog.Logger
}

// How often a process tells of itself: a file's disk is spared. And how long that
// may take.
const (
	attendEvery     = 5 * time.Second
	attendEveryFile = 15 * time.Second
	attendWithin    = 5 * time.Second
)

// attend keeps the store's counts up to date, and what this process tells of
// itself, until the function it returns is called.
func (t *tally) attend(ctx context.Context, status func() bot.Status, log *slog.Logger) (end func()) {
	if t.store.ReadOnly() {
		return func() {}
	}
	a := &attendance{store: t.store, tally: t, status: status, started: t.now(), log: log}
	ctx, stop := context.WithCancel(context.WithoutCancel(ctx)) // the last questions end after the signal
	done := begin(func() { a.run(ctx) })
	return func() {
		stop()
		<-done
		a.leave(context.WithoutCancel(ctx))
	}
}

func (a *attendance) run(ctx context.Context) {
	every := attendEveryFile
	if a.store.Shared() {
		every = attendEvery
	}
	tick := time.NewTicker(every)
	defer tick.Stop()
	for well := true; ; {
		well = a.report(ctx, well)
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
	}
}

// report writes counts and the sign of life once. well tells whether that worked
// the last time: a store that is away is complained about once.
func (a *attendance) report(ctx context.Context, well bool) bool {
	ctx, cancel := context.WithTimeout(ctx, attendWithin)
	defer cancel()
	err := a.tally.flush(ctx)
	if a.store.Shared() {
		err = errors.Join(err, a.store.Attend(ctx, presence(a.status(), a.started)))
	}
	if err != nil && well && !errors.Is(ctx.Err(), context.Canceled) {
		a.log.Warn("counts for the admin page could not be kept; trying again", "error", err)
	}
	return err == nil
}

// leave writes the last counts, and has the process forgotten.
func (a *attendance) leave(ctx context.Context) {
	ctx, cancel := context.WithTimeout(ctx, attendWithin)
	defer cancel()
	err := a.tally.flush(ctx)
	if a.store.Shared() {
		err = errors.Join(err, a.store.Depart(ctx, a.status().Process))
	}
	if err != nil {
		a.log.Warn("the last counts for the admin page could not be kept", "error", err)
	}
}

// presence is what this process says of itself.
func presence(st bot.Status, started time.Time) store.Presence {
	build := thisBuild()
	p := store.Presence{
		Process: st.Process, App: st.App, Version: build.Version, Commit: build.Commit,
		Started: started, Seen: time.Now(), Questions: st.Questions, Working: st.Working,
	}
	for _, s := range st.Shards {
		p.Shards = append(p.Shards, store.PresenceShard{
			Number: s.Number, Size: s.Size, Connected: s.Connected, Since: s.Since, Heard: s.Heard,
			Latency: int(s.Latency.Milliseconds()), Servers: s.Servers,
		})
	}
	return p
}
