package bot

import (
	"context"
	"errors"
	"math/rand/v2"
	"time"

	"onrecord/shards"
)

// stayConnected keeps a shard of the gateway open until ctx ends, which is no
// error, or until Discord says that trying again is no use.
func (b *Bot) stayConnected(ctx context.Context, s shards.Shard) error {
	p, gone := b.pulses.add(s.Number, s.Size)
	defer gone()
	c := &connection{bot: b, shard: s, pulse: p, session: b.takeSession(ctx, s), reached: time.Now()}
	p.servers.Store(int64(c.session.known.Servers))
	b.sessions.add(c.session)
	defer b.sessions.remove(c.session)
	defer func() { b.letGo(c.link, c.session) }()
	log := b.log.With("shard", s.Number)
	for failures := 0; ctx.Err() == nil; {
		err := c.open(ctx)
		if stop := fatal(err); stop != nil {
			return stop
		}
		switch {
		case ctx.Err() != nil, errors.Is(err, errNotHeld):
			return nil
		case errors.Is(err, errSessionGone):
			log.Info("the session that the shard had can't be taken up any more: it is begun anew")
			continue
		case err == nil:
			open := c.stay(ctx)
			if ctx.Err() != nil {
				return nil
			}
			if open > time.Minute {
				failures = 0
			}
			log.Warn("lost the connection to Discord; reconnecting")
		default:
			log.Warn("cannot connect to Discord; trying again", "error", err, "failures", failures+1)
		}
		failures++
		if err := c.pause(ctx, backoff(b.config.Backoff, failures)); err != nil {
			return err
		}
	}
	return nil
}

// longestWait keeps a bot that is turned away all day below the thousand
// sessions that Discord allows it.
const longestWait = 3 * time.Minute

// backoff is how long to wait before that attempt: doubling from first to
// longestWait, each time somewhere in its upper half so that not all bots come back
// at once.
func backoff(first time.Duration, failures int) time.Duration {
	d := min(first<<min(failures-1, 16), longestWait)
	return d/2 + rand.N(d/2+1)
}
