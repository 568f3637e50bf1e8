package bot

import (
	"context"
	"log/slog"
	"testing"
	"time"

	"onrecord/news"
)

// hangs is claims that hang when they are to note what has been dealt with.
type hangs struct{ prolonged chan []string }

func (hangs) Claim(context.Context, string, string, time.Duration, time.Time) (news.Claim, error) {
	return news.Claim{Mine: true}, nil
}

func (h hangs) RenewClaims(ctx context.Context, _ string, events []string, _ time.Duration) ([]string, error) {
	select {
	case h.prolonged <- events:
		return events, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

func (hangs) FinishClaims(ctx context.Context, _ string, _ []string, _ time.Time) error {
	<-ctx.Done()
	return ctx.Err()
}

// TestClaimsAreProlongedMeanwhile: a store that hangs over what has been dealt with
// keeps no claim from being prolonged.
func TestClaimsAreProlongedMeanwhile(t *testing.T) {
	t.Parallel()
	h := hangs{make(chan []string)}
	b, err := New(Config{Token: "x", Engine: struct{ Engine }{}, Pages: struct{ Pages }{}, Logger: slog.New(slog.DiscardHandler), Claims: h, ClaimLease: 200 * time.Millisecond})
	if err != nil {
		t.Fatal(err)
	}
	for _, event := range []string{"done", "in hand"} {
		b.hand.take(event)
		b.hand.ours(event, time.Now())
	}
	b.hand.finish("done")
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan struct{})
	go func() { b.keepClaims(ctx); close(ended) }()
	for n := range 3 {
		select {
		case events := <-h.prolonged:
			if len(events) != 1 || events[0] != "in hand" {
				t.Errorf("prolonged: %q", events)
			}
		case <-time.After(time.Minute):
			t.Fatalf("the claim was prolonged %d times, and not again", n)
		}
	}
	stop()
	<-ended
	if done := b.hand.finished(); len(done) != 1 || done[0] != "done" {
		t.Errorf("left to note: %q", done)
	}
}

// TestNotedInParts: however much has been dealt with while the store was away, all
// of it is noted, a part at a time.
func TestNotedInParts(t *testing.T) {
	t.Parallel()
	h := newHand()
	for n := range notedAtOnce + 1 {
		event := string(rune('a' + n))
		h.take(event)
		h.finish(event)
	}
	first := h.finished()
	h.unnoted(first)
	again, rest := h.finished(), h.finished()
	if len(again) != notedAtOnce || again[0] != "a" || len(rest) != 1 || len(h.finished()) != 0 {
		t.Errorf("noted %d, then %d", len(again), len(rest))
	}
}
