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
	one := b.takeSession(ctx, s)
	p.servers.Store(int64(one.known.Servers))
	b.sessions.add(one)
	defer b.sessions.remove(one)
	log := b.log.With("shard", s.Number)
	var l *gatewayLink
	defer func() { b.letGo(l, one) }()
	failures, reached := 0, time.Now()
	for {
		had := one.now(b.hand.has)
		if had.ID == "" && (l == nil || !l.greeted()) {
			err := b.awaitStart(ctx, s)
			if ctx.Err() != nil {
				return nil
			}
			if stop := fatal(err); stop != nil {
				return stop
			}
		}
		if l == nil {
			var err error
			if l, err = b.discord.newLink(s.Number, s.Size, b.config.ReadTimeout, b.takeFrom(s, one, p), p.beat); err != nil {
				return err
			}
			l.takeUp(had)
			p.link.Store(l)
		}
		if !s.Held() { // stopped for a while: another may have taken the session up
			return nil
		}
		err := l.open(ctx, b.config.OpenTimeout)
		if stop := fatal(err); stop != nil {
			return stop
		}
		if errors.Is(err, errStuck) {
			l = nil
		}
		if ctx.Err() != nil {
			return nil
		}
		if errors.Is(err, errSessionGone) {
			log.Info("the session that the shard had can't be taken up any more: it is begun anew")
			one.lose()
			l = nil
			continue
		}
		if err == nil {
			since := time.Now()
			p.connect(since)
			b.saveSessions(ctx, one)
			if err := s.Ready(ctx); err != nil {
				log.Warn("the other processes could not be told that a shard is ready", "error", err)
			}
			select {
			case <-ctx.Done():
				return nil
			case <-l.lost:
			}
			p.connected.Store(false)
			reached = time.Now()
			if time.Since(since) > time.Minute {
				failures = 0
			}
			log.Warn("lost the connection to Discord; reconnecting")
		} else {
			log.Warn("cannot connect to Discord; trying again", "error", err, "failures", failures+1)
			if s.Shared() && time.Since(reached) > outOfReach {
				return shards.ErrOutOfReach
			}
		}
		failures++
		if sleep(ctx, backoff(b.config.Backoff, failures)) != nil {
			return nil
		}
	}
}

// awaitStart waits until Discord lets the bot start a session, and until it is
// the shard's turn. That Discord can't be asked is no reason to wait: opening
// the gateway will tell.
func (b *Bot) awaitStart(ctx context.Context, s shards.Shard) error {
	asking, cancel := context.WithTimeout(ctx, b.config.SendTime)
	defer cancel()
	starts, err := b.discord.starts(asking)
	if err != nil {
		return err
	}
	if starts.remaining == 0 {
		b.log.Warn("Discord allows no more sessions for now; waiting", "for", starts.more)
		if err := sleep(ctx, starts.more); err != nil {
			return err
		}
	}
	return s.AwaitStart(ctx)
}

// outOfReach is how long a process that shares the shards with others tries to
// reach Discord before it leaves a shard to them.
const outOfReach = 4 * time.Second

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
