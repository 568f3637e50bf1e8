package shards_test

import (
	"context"
	"errors"
	"log/slog"
	"path/filepath"
	"sync/atomic"
	"testing"
	"time"

	"onrecord/shards"
	"onrecord/store"
)

// TestDiscordHangsWhenAsked: asking Discord again into how many shards to split
// may hang; leases are renewed meanwhile, and it is asked again.
func TestDiscordHangsWhenAsked(t *testing.T) {
	t.Parallel()
	s, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "library.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	var asked atomic.Int32
	again := make(chan struct{})
	k := shards.New(shards.Config{
		Table: s, App: "app", Process: "a", Logger: slog.New(slog.DiscardHandler),
		Split: func(ctx context.Context) (int, int, error) {
			switch asked.Add(1) {
			case 1:
				return 1, 1, nil
			case 4:
				close(again)
			}
			<-ctx.Done()
			return 0, 0, ctx.Err()
		},
		Use:   func(ctx context.Context, _ shards.Shard) error { <-ctx.Done(); return nil },
		Lease: 1500 * time.Millisecond, Every: 50 * time.Millisecond, Resize: time.Millisecond,
	})
	ctx, stop := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() { done <- k.Run(ctx) }()
	select {
	case <-again:
	case <-time.After(time.Minute):
		t.Error("the keeper waits for Discord")
	}
	stop()
	if err := <-done; err != nil {
		t.Error(err)
	}
}

// keepSplit runs a keeper whom Discord tells to split into what split returns, and
// which asks again every so often; the function stops it.
func (g *gateway) keepSplit(table shards.Table, process string, split func() int, again time.Duration) (leave func()) {
	return g.run(shards.Config{
		Table: table, Process: process, Use: g.use(process),
		Split: func(context.Context) (int, int, error) { return split(), 4, nil },
		Lease: 1500 * time.Millisecond, Every: 50 * time.Millisecond, Resize: again,
	})
}

// TestMoreAtTheStart: Discord asks for more shards while processes are replaced one
// by one, each before it would ask again; only those that start are told. What one
// of them was told holds also when only another is left.
func TestMoreAtTheStart(t *testing.T) {
	t.Parallel()
	tables(t, func(t *testing.T, open func() shards.Table) {
		g := newGateway(t, 2)
		g.keepSplit(open(), "a", func() int { return 2 }, time.Hour)
		g.settles("before", 2, map[string]int{"a": 2})
		leave := g.keepSplit(open(), "b", func() int { return 4 }, time.Hour)
		g.settles("after", 4, map[string]int{"a": 2, "b": 2})
		g.settles("the old ones are gone", 2, map[string]int{})
		leave()
		g.settles("alone again", 4, map[string]int{"a": 4})
	})
}

// refusesOnce is a table that can't be reached the first time that the gateway is
// to be split anew.
type refusesOnce struct {
	shards.Table
	refused atomic.Bool
}

func (r *refusesOnce) SplitGateway(ctx context.Context, app string, size int) error {
	if !r.refused.Swap(true) {
		return errors.New("the table is away")
	}
	return r.Table.SplitGateway(ctx, app, size)
}

// TestSplitTriedAgain: a gateway that could not be split anew is, the next time.
func TestSplitTriedAgain(t *testing.T) {
	t.Parallel()
	g := newGateway(t, 2)
	table := &refusesOnce{Table: &shards.Memory{}}
	g.keepSplit(table, "a", func() int { return int(g.size.Load()) }, 50*time.Millisecond)
	g.settles("before", 2, map[string]int{"a": 2})
	g.size.Store(3)
	g.settles("after", 3, map[string]int{"a": 3})
	if !table.refused.Load() {
		t.Error("nothing was refused")
	}
}
