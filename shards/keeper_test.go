package shards_test

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"onrecord/news"
	"onrecord/shards"
	"onrecord/store"
	"onrecord/store/storetest"
)

func TestMain(m *testing.M) {
	status := m.Run()
	storetest.StopPostgres()
	os.Exit(status)
}

// gateway records who uses which shard and complains when two do.
type gateway struct {
	t     *testing.T
	size  atomic.Int64
	lease time.Duration

	mu    sync.Mutex
	using map[[2]int]string
	used  int // how often a shard was taken into use
}

func newGateway(t *testing.T, size int) *gateway {
	g := &gateway{t: t, lease: 1500 * time.Millisecond, using: map[[2]int]string{}}
	g.size.Store(int64(size))
	return g
}

// use is a shard in use by a process until its context ends; letting go takes
// a little, as closing a socket does.
func (g *gateway) use(process string) func(context.Context, shards.Shard) error {
	return func(ctx context.Context, s shards.Shard) error {
		if s.AwaitStart(ctx) != nil {
			return nil
		}
		id := [2]int{s.Size, s.Number}
		g.mu.Lock()
		if other, taken := g.using[id]; taken {
			g.t.Errorf("shard %d of %d is used by %s and %s", s.Number, s.Size, other, process)
		}
		g.using[id] = process
		g.used++
		g.mu.Unlock()
		if err := s.Ready(ctx); err != nil && ctx.Err() == nil {
			g.t.Log(err)
		}
		<-ctx.Done()
		time.Sleep(10 * time.Millisecond)
		g.mu.Lock()
		delete(g.using, id)
		g.mu.Unlock()
		return nil
	}
}

// share counts the shards of a gateway of that size by process.
func (g *gateway) share(size int) map[string]int {
	g.mu.Lock()
	defer g.mu.Unlock()
	out := map[string]int{}
	for id, process := range g.using {
		if id[0] == size {
			out[process]++
		}
	}
	return out
}

// settles waits until the shares are as wanted.
func (g *gateway) settles(what string, size int, want map[string]int) {
	g.t.Helper()
	deadline := time.Now().Add(2 * time.Minute) // so long only where it never comes
	for time.Now().Before(deadline) {
		if fmt.Sprint(g.share(size)) == fmt.Sprint(want) {
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
	g.t.Fatalf("%s: the shares are %v, want %v", what, g.share(size), want)
}

// keep runs a keeper; the function stops it and waits for its end.
func (g *gateway) keep(table shards.Table, process string) (leave func()) {
	return g.keepWith(table, process, g.use(process))
}

func (g *gateway) keepWith(table shards.Table, process string, use func(context.Context, shards.Shard) error) (leave func()) {
	return g.run(shards.Config{
		Table: table, Process: process, Use: use,
		Split: func(context.Context) (int, int, error) { return int(g.size.Load()), 4, nil },
		Lease: g.lease, Every: 100 * time.Millisecond, Resize: 200 * time.Millisecond, Rest: time.Second,
	})
}

// run runs a keeper of that configuration; the function stops it and waits for its
// end.
func (g *gateway) run(c shards.Config) (leave func()) {
	c.App, c.Logger, c.Pause = "app", slog.New(slog.DiscardHandler), time.Millisecond
	k := shards.New(c)
	ctx, stop := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- k.Run(ctx) }()
	leave = sync.OnceFunc(func() {
		stop()
		if err := <-done; err != nil {
			g.t.Errorf("%s: %v", c.Process, err)
		}
	})
	g.t.Cleanup(leave)
	return leave
}

// tables opens a table for one process after another: of one database.
func tables(t *testing.T, test func(t *testing.T, open func() shards.Table)) {
	for name, fresh := range map[string]func(testing.TB) storetest.Fresh{
		"SQLite": func(testing.TB) storetest.Fresh {
			return func(t testing.TB) string { return filepath.Join(t.TempDir(), "library.db") }
		},
		"PostgreSQL": storetest.Postgres,
	} {
		t.Run(name, func(t *testing.T) {
			address := fresh(t)(t)
			test(t, func() shards.Table {
				s, err := store.Open(t.Context(), address)
				if err != nil {
					t.Fatal(err)
				}
				t.Cleanup(func() { s.Close() })
				return s
			})
		})
	}
}

func TestShares(t *testing.T) {
	tables(t, func(t *testing.T, open func() shards.Table) {
		g := newGateway(t, 8)
		leaveA := g.keep(open(), "a")
		g.settles("alone", 8, map[string]int{"a": 8})
		leaveB := g.keep(open(), "b")
		g.settles("two", 8, map[string]int{"a": 4, "b": 4})
		g.keep(open(), "c")
		g.settles("three", 8, map[string]int{"a": 3, "b": 3, "c": 2})
		leaveA()
		g.settles("one has left", 8, map[string]int{"b": 4, "c": 4})
		leaveB()
		g.settles("two have left", 8, map[string]int{"c": 8})
	})
}

// severed is a table that can no longer be reached.
type severed struct {
	shards.Table
	cut atomic.Bool
}

var errCut = errors.New("the network is cut")

func (s *severed) JoinGateway(ctx context.Context, app, process string, size int, silence time.Duration) (news.Gateway, error) {
	if s.cut.Load() {
		return news.Gateway{}, errCut
	}
	return s.Table.JoinGateway(ctx, app, process, size, silence)
}

func (s *severed) ReleaseShard(ctx context.Context, app string, size, number int, process string) error {
	if s.cut.Load() {
		return errCut
	}
	return s.Table.ReleaseShard(ctx, app, size, number, process)
}

func (s *severed) LeaveGateway(ctx context.Context, app, process string) error {
	if s.cut.Load() {
		return errCut
	}
	return s.Table.LeaveGateway(ctx, app, process)
}

// A process that is cut off from the table lets go of its shards before the
// others take them (use complains when two have one), and takes its share
// again when it is back.
func TestCutOff(t *testing.T) {
	tables(t, func(t *testing.T, open func() shards.Table) {
		g := newGateway(t, 6)
		a := &severed{Table: open()}
		g.keep(a, "a")
		g.keep(open(), "b")
		g.settles("two", 6, map[string]int{"a": 3, "b": 3})
		a.cut.Store(true)
		g.settles("one is cut off", 6, map[string]int{"b": 6})
		a.cut.Store(false)
		g.settles("it is back", 6, map[string]int{"a": 3, "b": 3})
	})
}

// When Discord wants more shards the old ones go on until all new ones are
// ready.
func TestSplitAnew(t *testing.T) {
	tables(t, func(t *testing.T, open func() shards.Table) {
		g := newGateway(t, 2)
		g.lease = time.Minute // no lease ends here, however slow the machine
		g.keep(open(), "a")
		g.keep(open(), "b")
		g.settles("before", 2, map[string]int{"a": 1, "b": 1})
		gap := make(chan struct{})
		watching, stop := context.WithCancel(t.Context())
		go func() {
			defer close(gap)
			for watching.Err() == nil {
				old, all := g.share(2), g.share(6)
				if old["a"]+old["b"] < 2 && all["a"]+all["b"] < 6 {
					t.Error("neither all old shards nor all new ones are in use")
					return
				}
				time.Sleep(time.Millisecond)
			}
		}()
		g.size.Store(6)
		g.settles("after", 6, map[string]int{"a": 3, "b": 3})
		g.settles("the old ones are gone", 2, map[string]int{})
		stop()
		<-gap
	})
}

func TestMemory(t *testing.T) {
	g := newGateway(t, 3)
	leave := g.keep(&shards.Memory{}, "a")
	g.settles("alone", 3, map[string]int{"a": 3})
	g.size.Store(5)
	g.settles("split anew", 5, map[string]int{"a": 5})
	g.settles("the old ones are gone", 3, map[string]int{})
	leave()
	if left := g.share(5); len(left) > 0 {
		t.Errorf("after leaving, %v is in use", left)
	}
}

// Sessions of one bucket start one after the other, with a pause.
func TestPause(t *testing.T) {
	tables(t, func(t *testing.T, open func() shards.Table) {
		table, other := open(), open()
		const pause = 300 * time.Millisecond
		may := func(table shards.Table, bucket int) bool {
			t.Helper()
			ok, err := table.StartSession(t.Context(), "app", bucket, pause)
			if err != nil {
				t.Fatal(err)
			}
			return ok
		}
		if !may(table, 0) || !may(other, 1) {
			t.Error("the first sessions of two buckets must wait for nobody")
		}
		if may(table, 0) || may(other, 0) {
			t.Error("a second session started without a pause")
		}
		time.Sleep(pause + 50*time.Millisecond)
		if !may(other, 0) {
			t.Error("a session had to wait longer than the pause")
		}
	})
}

// A bot that Discord refuses ends its keeper, and its shards are free.
func TestRefused(t *testing.T) {
	table := &shards.Memory{}
	k := shards.New(shards.Config{
		Table: table, App: "app", Process: "a", Logger: slog.New(slog.DiscardHandler),
		Split: func(context.Context) (int, int, error) { return 2, 1, nil },
		Use:   func(context.Context, shards.Shard) error { return shards.ErrRefused },
		Pause: time.Millisecond, Every: 10 * time.Millisecond,
	})
	if err := k.Run(t.Context()); !errors.Is(err, shards.ErrRefused) {
		t.Errorf("the keeper ended with %v", err)
	}
}

// A process that can't reach Discord leaves its shards to those that may, and
// takes its share again later.
func TestOutOfReach(t *testing.T) {
	tables(t, func(t *testing.T, open func() shards.Table) {
		g := newGateway(t, 4)
		var cut atomic.Bool
		use := g.use("a")
		g.keepWith(open(), "a", func(ctx context.Context, s shards.Shard) error {
			if cut.Load() {
				return shards.ErrOutOfReach
			}
			ctx, stop := context.WithCancelCause(ctx)
			defer stop(nil)
			go func() {
				for ctx.Err() == nil {
					if cut.Load() {
						stop(shards.ErrOutOfReach)
					}
					time.Sleep(10 * time.Millisecond)
				}
			}()
			err := use(ctx, s)
			if errors.Is(context.Cause(ctx), shards.ErrOutOfReach) {
				return shards.ErrOutOfReach
			}
			return err
		})
		g.keep(open(), "b")
		g.settles("two", 4, map[string]int{"a": 2, "b": 2})
		cut.Store(true)
		g.settles("one can't reach Discord", 4, map[string]int{"b": 4})
		cut.Store(false)
		g.settles("it can again", 4, map[string]int{"a": 2, "b": 2})
	})
}
