package storetest

import (
	"fmt"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"onrecord/news"
	"onrecord/store"
)

// testClaims: of many who claim one event at one time, over two stores, one gets
// it; and a store opened later knows.
func testClaims(t *testing.T, fresh Fresh) {
	address := fresh(t)
	a, b := open(t, address), open(t, address)
	const events, each = 50, 8
	var mine [events]atomic.Int32
	var busy sync.WaitGroup
	for i := range events * each {
		busy.Go(func() {
			s := a
			if i%2 == 1 {
				s = b
			}
			c, err := s.Claim(t.Context(), fmt.Sprint("e", i%events), fmt.Sprint("process ", i), time.Minute, noon)
			if err != nil {
				t.Error(err)
			}
			if c.Mine {
				mine[i%events].Add(1)
			}
		})
	}
	busy.Wait()
	for i := range mine {
		if n := mine[i].Load(); n != 1 {
			t.Errorf("event %d is the event of %d", i, n)
		}
	}
	if c, err := open(t, address).Claim(t.Context(), "e7", "later", time.Minute, noon); err != nil || c.Mine || c.Done {
		t.Errorf("a later store claims it too: %+v, %v", c, err)
	}
	if _, err := a.Claim(t.Context(), "", "a", time.Minute, noon); err == nil {
		t.Error("an event without an ID was claimed")
	}
}

// testClaimedAtOnce: who asks for the same event twice at one time gets it twice.
func testClaimedAtOnce(t *testing.T, fresh Fresh) {
	s := open(t, fresh(t))
	var busy sync.WaitGroup
	for i := range 64 {
		busy.Go(func() {
			if c, err := s.Claim(t.Context(), fmt.Sprint("e", i%4), "a", time.Minute, noon); err != nil || !c.Mine {
				t.Errorf("its own event: %+v, %v", c, err)
			}
		})
	}
	busy.Wait()
}

// testClaimsTakenOver: what a process that is no more had in hand is the next
// one's; what it has dealt with is nobody's.
func testClaimsTakenOver(t *testing.T, fresh Fresh) {
	address := fresh(t)
	a, b := open(t, address), open(t, address)
	claim := func(s *store.Store, who, event string, lease time.Duration, want news.Claim) {
		t.Helper()
		got, err := s.Claim(t.Context(), event, who, lease, noon)
		if err != nil || got != want {
			t.Errorf("%s claims %s: %+v, %v; want %+v", who, event, got, err, want)
		}
	}
	const long, short = time.Minute, 300 * time.Millisecond
	claim(a, "a", "kept", short, news.Claim{Mine: true})
	claim(a, "a", "left", short, news.Claim{Mine: true})
	claim(a, "a", "done", short, news.Claim{Mine: true})
	claim(a, "a", "left", short, news.Claim{Mine: true}) // again: it is its own
	claim(b, "b", "left", long, news.Claim{})
	if kept, err := a.RenewClaims(t.Context(), "a", []string{"kept", "unheard of"}, long); err != nil || !slices.Equal(kept, []string{"kept"}) {
		t.Errorf("renewed are %v, %v", kept, err)
	}
	if err := a.FinishClaims(t.Context(), "a", []string{"done", "never claimed", "done"}, noon); err != nil {
		t.Fatal(err)
	}
	time.Sleep(short + 100*time.Millisecond)
	claim(b, "b", "kept", long, news.Claim{})
	claim(b, "b", "done", long, news.Claim{Done: true})
	claim(b, "b", "never claimed", long, news.Claim{Done: true})
	claim(b, "b", "left", short, news.Claim{Mine: true, Before: 1})
	claim(a, "a", "left", long, news.Claim{}) // it was away too long
	if kept, err := a.RenewClaims(t.Context(), "a", []string{"kept", "left"}, long); err != nil || !slices.Equal(kept, []string{"kept"}) {
		t.Errorf("renewed are %v, %v: the one that another has taken is not to be", kept, err)
	}
	time.Sleep(short + 100*time.Millisecond)
	claim(a, "a", "left", long, news.Claim{Mine: true, Before: 2})
}

// testSessions: a shard's session goes from process to process; who no longer
// has it can't change it.
func testSessions(t *testing.T, fresh Fresh) {
	s := open(t, fresh(t))
	ctx := t.Context()
	take := func(who string, shard int, within time.Duration) news.Session {
		t.Helper()
		one, err := s.TakeSession(ctx, "app", 4, shard, who, within)
		if err != nil {
			t.Fatal(err)
		}
		return one
	}
	save := func(who string, all ...news.Session) {
		t.Helper()
		if err := s.SaveSessions(ctx, "app", who, all); err != nil {
			t.Fatal(err)
		}
	}
	none := news.Session{Size: 4, Shard: 1}
	if got := take("a", 1, time.Hour); got != none {
		t.Errorf("a shard that nobody had has the session %+v", got)
	}
	first := news.Session{Size: 4, Shard: 1, ID: "one", Address: "wss://eu.discord.gg", Sequence: 7, Servers: 5, Intents: 512}
	save("a", first, news.Session{Size: 4, Shard: 2, ID: "two", Sequence: 3})
	if got := take("b", 1, time.Hour); got != first {
		t.Errorf("taken up is %+v", got)
	}
	save("a", news.Session{Size: 4, Shard: 1, ID: "stale", Sequence: 2}, news.Session{Size: 4, Shard: 2, ID: "two", Sequence: 9})
	first.Sequence = 8
	save("b", first)
	if got := take("c", 1, time.Hour); got != first {
		t.Errorf("taken up is %+v, not what the last process kept", got)
	}
	if got := take("c", 2, time.Hour); got.Sequence != 9 {
		t.Errorf("taken up is %+v", got)
	}
	time.Sleep(20 * time.Millisecond)
	if got := take("d", 1, time.Millisecond); got != none {
		t.Errorf("one that is too old is taken up: %+v", got)
	}
}
