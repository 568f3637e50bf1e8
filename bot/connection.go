package bot

import (
	"context"
	"errors"
	"fmt"
	"time"

	"onrecord/shards"
)

// connection is a shard's connection to the gateway, over one link after another.
// It belongs to the goroutine that keeps the shard.
type connection struct {
	bot     *Bot
	shard   shards.Shard
	session *session
	pulse   *pulse
	link    *gatewayLink // nil before the first, and after one that is of no more use
	reached time.Time    // when Discord was last known to be in reach
}

// outOfReach is how long a process that shares the shards with others tries to
// reach Discord before it leaves a shard to them.
const outOfReach = 4 * time.Second

// errNotHeld tells that the shard may be another's: this process was stopped for a
// while, and its session may have been taken up.
var errNotHeld = errors.New("the shard may be another process's")

// open connects the shard, taking up the session where there is one. After
// errSessionGone there is none any more.
func (c *connection) open(ctx context.Context) error {
	had := c.session.now(c.bot.hand.has)
	if had.ID == "" && (c.link == nil || !c.link.greeted()) {
		if err := c.awaitStart(ctx); err != nil {
			return err
		}
	}
	if c.link == nil {
		l, err := c.bot.discord.newLink(c.shard.Number, c.shard.Size, c.bot.config.ReadTimeout, c.bot.takeFrom(c.shard, c.session, c.pulse), c.pulse.beat)
		if err != nil {
			return fmt.Errorf("prepare a session: %w", err)
		}
		l.takeUp(had)
		c.link = l
		c.pulse.link.Store(l)
	}
	if !c.shard.Held() {
		return errNotHeld
	}
	opening, cancel := c.whileInReach(ctx)
	defer cancel()
	err := c.link.open(opening, c.bot.config.OpenTimeout)
	if heard := c.pulse.at(); heard.After(c.reached) {
		c.reached = heard
	}
	if errors.Is(err, errSessionGone) {
		c.session.lose()
	}
	if errors.Is(err, errSessionGone) || errors.Is(err, errStuck) {
		c.link = nil
	}
	return err
}

// whileInReach ends when Discord has not said a word for so long that the shard
// is to be another process's, if there are others.
func (c *connection) whileInReach(ctx context.Context) (context.Context, context.CancelFunc) {
	ctx, cancel := context.WithCancel(ctx)
	since := c.reached
	go func() { // until cancel is called, which whoever opens does
		for wait := max(outOfReach-time.Since(since), leastToOpen); sleep(ctx, wait) == nil; wait = leastToOpen {
			if c.pulse.at().After(since) {
				return
			}
			if c.shard.Shared() {
				cancel()
			}
		}
	}()
	return ctx, cancel
}

// leastToOpen is how long Discord has to say something in any case.
const leastToOpen = time.Second

// stay waits until the connection is lost or ctx ends, and returns how long it was
// open.
func (c *connection) stay(ctx context.Context) time.Duration {
	since := time.Now()
	c.pulse.connect(since)
	c.bot.saveSessions(ctx, c.session)
	if err := c.shard.Ready(ctx); err != nil {
		c.bot.log.Warn("the other processes could not be told that a shard is ready", "shard", c.shard.Number, "error", err)
	}
	select {
	case <-ctx.Done():
	case <-c.link.lost:
		c.pulse.connected.Store(false)
	}
	c.reached = time.Now()
	return c.reached.Sub(since)
}

// pause waits before the next attempt; an error tells that there is to be none by
// this process.
func (c *connection) pause(ctx context.Context, wait time.Duration) error {
	if c.shard.Shared() {
		left := outOfReach - time.Since(c.reached)
		if left <= 0 {
			return shards.ErrOutOfReach
		}
		wait = min(wait, left)
	}
	_ = sleep(ctx, wait) // whoever opens notices the end
	return nil
}

// awaitStart waits until Discord lets the bot start a session, and until it is
// the shard's turn. That Discord can't be asked is no reason to wait: opening
// the gateway will tell.
func (c *connection) awaitStart(ctx context.Context) error {
	asking, cancel := context.WithTimeout(ctx, c.bot.config.SendTime)
	starts, err := c.bot.discord.starts(asking)
	cancel()
	if fatal(err) != nil {
		return err
	}
	waiting := time.Now()
	if err == nil && starts.remaining == 0 {
		c.bot.log.Warn("Discord allows no more sessions for now; waiting", "for", starts.more)
		if err := sleep(ctx, starts.more); err != nil {
			return err
		}
	}
	err = c.shard.AwaitStart(ctx)
	c.reached = c.reached.Add(time.Since(waiting)) // nobody has tried to reach Discord meanwhile
	return err
}
