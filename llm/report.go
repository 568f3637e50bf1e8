package llm

import (
	"context"
	"log/slog"
	"sync"
)

// reporter logs how the model is, once for each change: an endpoint that is
// down for a night fills one line.
type reporter struct {
	log *slog.Logger

	mu   sync.Mutex
	last Kind
}

func (r *reporter) ill(ctx context.Context, f *Failure) {
	if f.Kind == Stopped || f.Kind == Resting {
		return
	}
	r.mu.Lock()
	again := r.last == f.Kind
	r.last = f.Kind
	r.mu.Unlock()
	if !again {
		r.log.WarnContext(ctx, "no prose from the model; answers go on without it", "kind", string(f.Kind), "reason", f.Text)
	}
}

func (r *reporter) well(ctx context.Context) {
	r.mu.Lock()
	was := r.last
	r.last = ""
	r.mu.Unlock()
	if was != "" {
		r.log.InfoContext(ctx, "the model replies again", "after", string(was))
	}
}
