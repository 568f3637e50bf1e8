package main

import (
	"context"
	"sync"
	"time"

	"onrecord/store"
)

// tally counts questions in memory and adds them to the store's counts now and
// then, so that no question waits for that.
type tally struct {
	store *store.Store
	now   func() time.Time

	mu   sync.Mutex
	days map[string]store.Asked // not added yet
}

// tallyServers bounds the servers of a day whose counts wait for a store that is
// away.
const tallyServers = 20_000

func newTally(s *store.Store) *tally {
	return &tally{store: s, now: time.Now, days: map[string]store.Asked{}}
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
