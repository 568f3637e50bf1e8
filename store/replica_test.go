package store_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"onrecord/answer"
	"onrecord/news"
	"onrecord/store"
	"onrecord/store/storetest"
)

// pair is a store on a primary, and a real streaming replica of it.
type pair struct {
	*store.Store
	primary, standby *storetest.Cluster
	address          string
	room             storetest.Newsroom
	within           time.Duration
	questions        []news.Question

	mu   sync.Mutex
	said []string
}

func newPair(t *testing.T, within time.Duration) *pair {
	t.Helper()
	p := &pair{primary: storetest.Own(t, "-c", "fsync=off"), room: storetest.Newsroom{Seed: 9}, within: within}
	p.address = p.primary.Address("postgres")
	p.standby = p.primary.Standby(t)
	p.Store = openAt(t, p.address)
	for n := range 30 {
		a, r := p.add(t, p.Store, n)
		for _, st := range r.Statements[:min(1, len(r.Statements))] {
			words, err := a.Text(st.Content[0])
			if err != nil {
				t.Fatal(err)
			}
			p.questions = append(p.questions, news.Question{Text: "Who said " + words + "?", Library: news.HomeLibrary})
		}
	}
	end, err := p.Replicate(t.Context(), []string{p.standby.Address("postgres")}, within, func(name, problem string) {
		p.mu.Lock()
		defer p.mu.Unlock()
		p.said = append(p.said, problem)
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(end)
	p.until(t, "the replica is used", func() bool { return p.Replicas()[0].Problem == "" })
	return p
}

func (p *pair) add(t *testing.T, s *store.Store, n int) (*news.Article, *news.Reading) {
	t.Helper()
	a, r := p.room.Article(n)
	if _, _, err := s.Add(t.Context(), news.HomeLibrary, a, r); err != nil {
		t.Fatal(err)
	}
	return a, r
}

func (p *pair) until(t *testing.T, what string, done func() bool) {
	t.Helper()
	for end := time.Now().Add(2 * time.Minute); !done(); time.Sleep(10 * time.Millisecond) { // so long only where it never comes
		if time.Now().After(end) {
			t.Fatalf("not within two minutes: %s; %+v, %+v", what, p.Replicas(), p.ReplicaCounts())
		}
	}
}

// ask asks as the program does, and writes down the answer.
func (p *pair) ask(ctx context.Context, q news.Question) (text string, err error) {
	e := answer.New(p.Store)
	err = p.Ask(ctx, []string{q.Library}, func(ctx context.Context) error {
		a, err := e.Ask(ctx, q)
		text = a.Prose()
		for _, quote := range append(a.Quotes(), a.Nearest()...) {
			text += fmt.Sprintf("\n%v %v %q", quote.Span(), quote.Kind(), quote.Text())
		}
		return err
	})
	return text, err
}

// all asks every question.
func (p *pair) all(t *testing.T) []string {
	t.Helper()
	var out []string
	for _, q := range p.questions {
		text, err := p.ask(t.Context(), q)
		if err != nil {
			t.Fatalf("%s: %v", q.Text, err)
		}
		out = append(out, text)
	}
	return out
}

// finds tells whether a question about an article's first paragraph finds it.
func (p *pair) finds(t *testing.T, a *news.Article) bool {
	t.Helper()
	found := false
	if err := p.Ask(t.Context(), []string{news.HomeLibrary}, func(ctx context.Context) error {
		v, err := answer.New(p.Store).Check(ctx, answer.Claim{Library: news.HomeLibrary, Words: a.Citable()[0].Text})
		found = len(v.Quotes()) > 0
		return err
	}); err != nil {
		t.Fatal(err)
	}
	return found
}

// TestReplica has questions answered by a real streaming replica while it works,
// stands still, dies, and while its primary dies.
func TestReplica(t *testing.T) {
	p := newPair(t, time.Second)
	plain := openAt(t, p.address) // another process, without replicas
	alone := &pair{Store: plain, questions: p.questions}
	want := alone.all(t)

	t.Run("the same answers", func(t *testing.T) {
		before := p.ReplicaCounts()
		if got := p.all(t); !slices.Equal(got, want) {
			t.Errorf("the replica answers\n%s\nthe primary\n%s", got, want)
		}
		if n := p.ReplicaCounts().Replica - before.Replica; n != len(p.questions) {
			t.Errorf("%d of %d questions were asked of the replica: %+v", n, len(p.questions), p.ReplicaCounts())
		}
	})
	t.Run("nothing is written", func(t *testing.T) {
		time.Sleep(3 * p.within) // no transaction to replay, and nothing missing
		if r := p.Replicas()[0]; r.Problem != "" || r.Behind > p.within {
			t.Errorf("while nothing is written: %+v", r)
		}
	})
	t.Run("one's own writing is there at once", func(t *testing.T) {
		p.standby.Exec(t, `SELECT pg_wal_replay_pause()`)
		mine, _ := p.add(t, p.Store, 100)
		if !p.finds(t, mine) {
			t.Error("an article that this process has added is not found")
		}
		theirs, _ := p.add(t, plain, 101)
		p.until(t, "what another process has added is found", func() bool { return p.finds(t, theirs) })
		if r := p.Replicas()[0]; r.Problem == "" && r.Behind > p.within {
			t.Errorf("a replica that stands still is used: %+v", r)
		}
		p.until(t, "the replica is passed over", func() bool { return strings.Contains(p.Replicas()[0].Problem, "further behind") })
		before := p.ReplicaCounts()
		p.all(t)
		if after := p.ReplicaCounts(); after.Replica != before.Replica || after.Primary-before.Primary != len(p.questions) {
			t.Errorf("questions went to a replica that is behind: %+v, then %+v", before, after)
		}
		p.standby.Exec(t, `SELECT pg_wal_replay_resume()`)
		p.until(t, "it is used again", func() bool { return p.Replicas()[0].Problem == "" })
		if !p.finds(t, mine) || !p.finds(t, theirs) {
			t.Error("the replica has not all of it")
		}
	})
	want = alone.all(t) // two more articles
	t.Run("the replica is killed", func(t *testing.T) {
		asking, stop := context.WithCancel(t.Context())
		var people sync.WaitGroup
		for range 4 {
			people.Go(func() {
				for asking.Err() == nil {
					for i, q := range p.questions {
						if text, err := p.ask(t.Context(), q); err != nil || text != want[i] {
							t.Errorf("while the replica dies: %v %q, want %q", err, text, want[i])
							return
						}
					}
				}
			})
		}
		time.Sleep(50 * time.Millisecond)
		if err := p.standby.Crash(); err != nil {
			t.Fatal(err)
		}
		p.until(t, "its end is noticed", func() bool { return strings.Contains(p.Replicas()[0].Problem, "reached") })
		stop()
		people.Wait()
		if err := p.standby.Start(); err != nil {
			t.Fatal(err)
		}
		p.until(t, "it is used again", func() bool { return p.Replicas()[0].Problem == "" })
		if got := p.all(t); !slices.Equal(got, want) {
			t.Errorf("after its restart it answers %s, want %s", got, want)
		}
	})
	t.Run("the primary is killed", func(t *testing.T) {
		if err := p.primary.Crash(); err != nil {
			t.Fatal(err)
		}
		if got := p.all(t); !slices.Equal(got, want) {
			t.Errorf("without the primary: %s, want %s", got, want)
		}
		time.Sleep(2 * p.within)
		before := p.ReplicaCounts()
		if got := p.all(t); !slices.Equal(got, want) {
			t.Errorf("without the primary for longer: %s, want %s", got, want)
		}
		if n := p.ReplicaCounts().Stale - before.Stale; n != len(p.questions) {
			t.Errorf("%d questions are counted as stale, want %d", n, len(p.questions))
		}
		if err := p.AskPrimary(t.Context(), nil, func(ctx context.Context) error {
			_, err := p.Setting(ctx, news.HomeLibrary, "ready")
			return err
		}); err != nil {
			t.Errorf("what is usually asked of the primary: %v", err)
		}
		if err := p.primary.Start(); err != nil {
			t.Fatal(err)
		}
		p.until(t, "the primary is asked again", func() bool {
			before := p.ReplicaCounts().Stale
			p.all(t)
			return p.ReplicaCounts().Stale == before
		})
		a, _ := p.add(t, p.Store, 102)
		if !p.finds(t, a) {
			t.Error("what was added afterwards is not found")
		}
	})
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.said) < 5 || len(p.said) > 14 {
		t.Errorf("said of the replica: %q", p.said)
	}
}

func TestReplicaRefused(t *testing.T) {
	address := storetest.Postgres(t)(t)
	s := openAt(t, address)
	said := make(chan string, 1)
	end, err := s.Replicate(t.Context(), []string{address}, time.Second, func(name, problem string) {
		select {
		case said <- problem:
		default:
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	if problem := <-said; !strings.Contains(problem, "is no replica") {
		t.Errorf("a primary as its own replica: %q", problem)
	}
	if err := s.Ask(t.Context(), []string{"home"}, func(ctx context.Context) error {
		_, err := s.Version(ctx, "home")
		return err
	}); err != nil || s.ReplicaCounts().Primary != 1 {
		t.Errorf("asked: %v, %+v", err, s.ReplicaCounts())
	}
	end()
	if s.Replicas() != nil {
		t.Error("there are replicas after the end")
	}
	file := openAt(t, t.TempDir()+"/library.db")
	if _, err := file.Replicate(t.Context(), []string{address}, time.Second, nil); !errors.Is(err, news.ErrBadInput) {
		t.Errorf("a replica of a file: %v", err)
	}
	if _, err := s.Replicate(t.Context(), []string{"postgres://["}, time.Second, nil); !errors.Is(err, news.ErrBadInput) {
		t.Errorf("an address that can't be read: %v", err)
	}
}
