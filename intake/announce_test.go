package intake_test

import (
	"context"
	"errors"
	"sync/atomic"
	"testing"
	"time"

	"onrecord/ingest"
	"onrecord/intake"
	"onrecord/news"
	"onrecord/store"
)

const tramStory = "Title: The tram is late\n\nThe tram was late on Monday, said Lee Moss, the harbour master of Kelmar."

// killed is a store that a process lost hold of at some moment: nothing that it
// does afterwards arrives.
type killed struct {
	*store.Store
	dead *atomic.Bool
}

var errKilled = errors.New("the process was killed")

func (k killed) Shelve(ctx context.Context, library string, b news.Shelved) error {
	if k.dead.Load() {
		return errKilled
	}
	return k.Store.Shelve(ctx, library, b)
}

func (k killed) EndJob(ctx context.Context, j *news.Job, owner string, state news.JobState, o news.Outcome, now time.Time) (bool, error) {
	if k.dead.Load() {
		return false, errKilled
	}
	return k.Store.EndJob(ctx, j, owner, state, o, now)
}

func (k killed) PutBackJob(ctx context.Context, j *news.Job, owner string, due time.Time, counts bool) error {
	if k.dead.Load() {
		return errKilled
	}
	return k.Store.PutBackJob(ctx, j, owner, due, counts)
}

// An article is told at least once, whenever the process is killed, and once
// where none is.
func TestToldAtLeastOnce(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name   string
		stored func(told *atomic.Int32, dead *atomic.Bool, stop context.CancelFunc) error // by the first process
		told   int32
	}{
		{"nothing goes wrong", func(told *atomic.Int32, _ *atomic.Bool, _ context.CancelFunc) error {
			told.Add(1)
			return nil
		}, 1},
		{"killed after storing, before telling", func(_ *atomic.Int32, dead *atomic.Bool, _ context.CancelFunc) error {
			dead.Store(true)
			return errKilled
		}, 1},
		{"killed after telling", func(told *atomic.Int32, dead *atomic.Bool, _ context.CancelFunc) error {
			told.Add(1)
			dead.Store(true)
			return errKilled
		}, 2},
		{"told to stop before telling", func(_ *atomic.Int32, _ *atomic.Bool, stop context.CancelFunc) error {
			stop()
			return context.Canceled
		}, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			s := openStore(t)
			var told atomic.Int32
			var dead atomic.Bool
			ctx, stop := context.WithCancel(t.Context())
			defer stop()
			began := make(chan struct{}, 1)
			read := ingest.Getter{Read: ingest.Here{}}
			first := intake.New(intake.Config{Store: killed{s, &dead}, Getter: read, Lease: 200 * time.Millisecond, Look: 10 * time.Millisecond,
				Stored: func(context.Context, *news.Job, news.Outcome) error {
					err := c.stored(&told, &dead, stop)
					began <- struct{}{}
					return err
				}})
			j := intake.File("home", "tram.txt", []byte(tramStory))
			if err := first.Put(t.Context(), j); err != nil {
				t.Fatal(err)
			}
			done := make(chan struct{})
			go func() { defer close(done); first.Run(ctx) }()
			<-began
			if !dead.Load() && ctx.Err() == nil {
				follow(t, first, j, nil)
			}
			stop()
			<-done
			second, _ := start(t, intake.Config{Store: s, Getter: read, Stored: func(context.Context, *news.Job, news.Outcome) error {
				told.Add(1)
				return nil
			}})
			for range 2 { // asked for again it is not new
				if got := follow(t, second, j, nil); got.State != news.Done {
					t.Fatalf("the job ended as %+v", got)
				}
				if err := second.Put(t.Context(), j); err != nil {
					t.Fatal(err)
				}
			}
			follow(t, second, j, nil)
			if told.Load() != c.told {
				t.Errorf("told %d times, want %d", told.Load(), c.told)
			}
		})
	}
}

// What can't be told is tried again, and given up in the end: the article stays.
func TestToldInTheEnd(t *testing.T) {
	t.Parallel()
	s := openStore(t)
	var told atomic.Int32
	var ahead atomic.Int64 // minutes that the clock is put forward
	d, _ := start(t, intake.Config{Store: s, Getter: ingest.Getter{Read: ingest.Here{}}, Lease: 1000 * time.Hour,
		Now: func() time.Time { return time.Now().Add(time.Duration(ahead.Load()) * time.Minute) },
		Stored: func(context.Context, *news.Job, news.Outcome) error {
			told.Add(1)
			return errors.New("Discord is away")
		}})
	j := intake.File("home", "tram.txt", []byte(tramStory))
	if err := d.Put(t.Context(), j); err != nil {
		t.Fatal(err)
	}
	passing := time.NewTicker(20 * time.Millisecond)
	defer passing.Stop()
	go func() {
		for range 200 {
			select {
			case <-passing.C:
				ahead.Add(1)
			case <-t.Context().Done():
				return
			}
		}
	}()
	got := follow(t, d, j, nil)
	if got.State != news.Done || told.Load() != 4 {
		t.Errorf("told %d times, the job is %s", told.Load(), got.State)
	}
	if _, ok, err := s.Shelved(t.Context(), "home", got.Outcome.Article.ID); !ok || err != nil {
		t.Errorf("shelved: %v, %v", ok, err)
	}
}
