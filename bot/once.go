package bot

import (
	"context"
	"log/slog"
	"time"

	"onrecord/stages"
)

// claimWithin is how long a claim may take before the event is answered without:
// twice is better than never.
const claimWithin = 500 * time.Millisecond

// once returns do for an event that no other process answers.
func (b *Bot) once(event string, do func(context.Context)) func(context.Context) {
	if b.config.Claim == nil {
		return do
	}
	return func(ctx context.Context) {
		claiming, cancel := context.WithTimeout(ctx, claimWithin)
		defer cancel()
		first, err := b.config.Claim(claiming, event)
		if err != nil {
			b.log.WarnContext(ctx, "an event could not be claimed; answering it", "error", err)
		}
		if first || err != nil {
			do(ctx)
			return
		}
		stages.Of(ctx).Note(slog.String("outcome", "taken by another"))
	}
}
