package bot

import (
	"context"
	"errors"
	"math/rand/v2"
	"time"
)

// stayConnected keeps the gateway open until ctx ends, which is no error, or
// until Discord says that trying again is no use.
func (b *Bot) stayConnected(ctx context.Context) error {
	var l *gatewayLink
	failures := 0
	for {
		if l == nil {
			var err error
			if l, err = b.discord.newLink(b.config.ReadTimeout, b.take); err != nil {
				return err
			}
		}
		err := l.open(ctx, b.config.OpenTimeout)
		if stop := fatal(err); stop != nil {
			return stop
		}
		if errors.Is(err, errStuck) {
			l = nil
		}
		if ctx.Err() != nil {
			if err == nil {
				l.close()
			}
			return nil
		}
		if err == nil {
			since := time.Now()
			select {
			case <-ctx.Done():
				l.close()
				return nil
			case <-l.lost:
			}
			if time.Since(since) > time.Minute {
				failures = 0
			}
			b.log.Warn("lost the connection to Discord; reconnecting")
		} else {
			b.log.Warn("cannot connect to Discord; trying again", "error", scrub(err.Error(), b.config.Token), "failures", failures+1)
		}
		failures++
		if sleep(ctx, backoff(b.config.Backoff, failures)) != nil {
			return nil
		}
	}
}

// backoff is how long to wait before that attempt: doubling from first to a
// minute, each time somewhere in its upper half so that not all bots come back
// at once.
func backoff(first time.Duration, failures int) time.Duration {
	d := min(first<<min(failures-1, 16), time.Minute)
	return d/2 + rand.N(d/2+1)
}
