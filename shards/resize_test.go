package shards_test

import (
	"context"
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
