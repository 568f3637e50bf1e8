package bot_test

import (
	"context"
	"errors"
	"time"

	"onrecord/bot"
	"onrecord/news"
)

// insistent is claims that are asked for again where the store took too long: a
// slow machine is to take longer, not to answer without a claim.
type insistent struct{ bot.Claims }

func (i insistent) Claim(ctx context.Context, event, process string, lease time.Duration, now time.Time) (news.Claim, error) {
	for {
		c, err := i.Claims.Claim(ctx, event, process, lease, now)
		if !errors.Is(err, context.DeadlineExceeded) || ctx.Err() != nil {
			return c, err
		}
	}
}
