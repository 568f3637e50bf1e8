package bot

import (
	"context"
	"time"
)

// tellEvery is how often a deferred reply shows progress at most: each time is a
// request that counts against a rate limit.
const tellEvery = 1500 * time.Millisecond

// teller returns what shows in a deferred reply how far its request has come.
func (b *Bot) teller(ctx context.Context, e interactionEvent) func(Message) {
	last := time.Now()
	return func(m Message) {
		if time.Since(last) < tellEvery {
			return
		}
		last = time.Now()
		if err := b.show(ctx, e, m); err != nil {
			b.log.WarnContext(ctx, "progress could not be shown", "error", err)
		}
	}
}
