package bot

import (
	"context"
	"log/slog"
	"time"
)

// claimWithin is how long a claim may take before the event is answered without:
// twice is better than never.
const claimWithin = 500 * time.Millisecond

// once returns do for an event that no other process answers.
func (b *Bot) once(event string, do func()) func() {
	if b.config.Claim == nil {
		return do
	}
	return func() {
		ctx, cancel := context.WithTimeout(b.working, claimWithin)
		defer cancel()
		first, err := b.config.Claim(ctx, event)
		if err != nil {
			b.about(event).Warn("an event could not be claimed; answering it", "error", err)
		}
		if first || err != nil {
			do()
		}
	}
}

// about logs what is about an event, so that all lines about a question can be
// found by its ID.
func (b *Bot) about(event string) *slog.Logger { return b.log.With("question", event) }
