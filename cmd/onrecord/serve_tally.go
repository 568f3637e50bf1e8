package main

import (
	"context"
	"errors"
	"log/slog"
	"sync"
	"time"

	"onrecord/bot"
	"onrecord/store"
)

// tally counts questions in memory and adds them to the store's counts every few
// seconds, so that no question waits for that.
type tally struct {
	store *store.Store
	log   *slog.Logger
	now   func() time.Time

	mu   sync.Mutex
	days map[string]store.Asked // not added yet
}

// How often counts are added and a process tells of itself: a file's disk is
// spared, and a store that is away doesn't hold more than so many servers' counts.
const (
	tallyEvery     = 5 * time.Second
	tallyEveryFile = 15 * time.Second
	tallyWithin    = 5 * time.Second
	tallyServers   = 20_000
)

func newTally(s *store.Store, log *slog.Logger) *tally {
	return &tally{store: s, log: log, now: time.Now, days: map[string]store.Asked{}}
}

// asked is a bot's Asked.
func (t *tally) asked(server, outcome string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.add(t.now().UTC().Format(time.DateOnly), store.Asked{Outcomes: map[string]int{outcome: 1}, Servers: map[string]int{server: 1}})
}

// add adds counts to those that wait. Callers hold the lock.
func (t *tally) add(day string, a store.Asked) {
	has, ok := t.days[day]
	if !ok {
		has = store.Asked{Outcomes: map[string]int{}, Servers: map[string]int{}}
		t.days[day] = has
	}
	for outcome, n := range a.Outcomes {
		has.Outcomes[outcome] += n
	}
	for server, n := range a.Servers {
		if _, known := has.Servers[server]; known || len(has.Servers) < tallyServers {
			has.Servers[server] += n
		}
	}
}

// flush adds what waits to the store's counts; what can't be added goes on
// waiting.
func (t *tally) flush(ctx context.Context) error {
	t.mu.Lock()
	days := t.days
	t.days = map[string]store.Asked{}
	t.mu.Unlock()
	var failed error
	for day, a := range days {
		if err := t.store.AddAsked(ctx, day, a); err != nil {
			failed = err
			t.mu.Lock()
			t.add(day, a)
			t.mu.Unlock()
		}
	}
	return failed
}

// keep keeps the store's counts up to date, and what this process tells of itself
// where several share the database, until the function it returns is called.
func (t *tally) keep(ctx context.Context, status func() bot.Status) (end func()) {
	if t.store.ReadOnly() {
		return func() {}
	}
	ctx, stop := context.WithCancel(context.WithoutCancel(ctx)) // the last questions end after the signal
	every := tallyEveryFile
	if t.store.Shared() {
		every = tallyEvery
	}
	started := t.now()
	done := begin(func() {
		tick := time.NewTicker(every)
		defer tick.Stop()
		well := true
		for {
			well = t.report(ctx, status, started, well)
			select {
			case <-ctx.Done():
				return
			case <-tick.C:
			}
		}
	})
	return func() {
		stop()
		<-done
		last, cancel := context.WithTimeout(context.WithoutCancel(ctx), tallyWithin)
		defer cancel()
		err := t.flush(last)
		if t.store.Shared() {
			err = errors.Join(err, t.store.Depart(last, status().Process))
		}
		if err != nil {
			t.log.Warn("the last counts for the admin page could not be kept", "error", err)
		}
	}
}

// report writes counts and the sign of life once. well tells whether that worked
// the last time: a store that is away is complained about once.
func (t *tally) report(ctx context.Context, status func() bot.Status, started time.Time, well bool) bool {
	ctx, cancel := context.WithTimeout(ctx, tallyWithin)
	defer cancel()
	err := t.flush(ctx)
	if t.store.Shared() {
		err = errors.Join(err, t.store.Attend(ctx, presence(status(), started)))
	}
	if err != nil && well && !errors.Is(ctx.Err(), context.Canceled) {
		t.log.Warn("counts for the admin page could not be kept; trying again", "error", err)
	}
	return err == nil
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
