package bot

import (
	"context"
	"log/slog"
	"time"

	"onrecord/news"
	"onrecord/stages"
)

// Claims is where processes, and a process and the one before it, agree on who
// deals with an event; store.Store is one.
type Claims interface {
	Claim(ctx context.Context, event, process string, lease time.Duration, now time.Time) (news.Claim, error)
	RenewClaims(ctx context.Context, process string, events []string, lease time.Duration) (kept []string, err error)
	FinishClaims(ctx context.Context, process string, events []string, now time.Time) error
}

// once returns do for an event in hand, unless another process deals with it.
func (b *Bot) once(event string, do func(context.Context)) func(context.Context) {
	if b.config.Claims == nil {
		return func(ctx context.Context) {
			defer b.putBack(event)
			do(ctx)
		}
	}
	return func(ctx context.Context) {
		c, err := b.claim(ctx, event)
		if err != nil {
			b.log.WarnContext(ctx, "an event could not be claimed; answering it", "error", err)
		}
		switch {
		case err != nil && b.othersWould():
			b.deal(context.WithValue(ctx, unclaimedKey{}, true), event, do, c)
		case c.Mine || err != nil:
			b.deal(ctx, event, do, c)
		case c.Done:
			stages.Of(ctx).Note(slog.String("outcome", "taken by another"))
			b.putBack(event)
		case !b.begin(b.awaited, func() { b.await(b.marked(event), event, do) }) && b.running.Err() == nil:
			b.putBack(event)
		}
	}
}

// putBack puts an event out of hand that is not this process's to deal with. It is
// taken on when it comes again: whoever deals with it now may be no more by then.
func (b *Bot) putBack(event string) {
	b.hand.drop(event)
	if b.config.Claims != nil {
		b.seen.forget(event)
	}
}

// deal does what an event asks for. Where time was up before that was finished,
// it is left to the next process.
func (b *Bot) deal(ctx context.Context, event string, do func(context.Context), c news.Claim) {
	defer func() {
		if b.working.Err() == nil {
			b.hand.finish(event)
		}
	}()
	do(context.WithValue(ctx, claimKey{}, c))
}

// othersWould tells whether an event that this process does not deal with comes to
// another one.
func (b *Bot) othersWould() bool { return b.config.Sessions != nil && !b.alone }

type unclaimedKey struct{}

// ours waits until an event is this process's to answer; false when it is
// another's. The store being out of reach is no reason to answer what another
// process is sent, too: without it there would be no answer but an apology.
func (b *Bot) ours(ctx context.Context, event string) bool {
	if unclaimed, _ := ctx.Value(unclaimedKey{}).(bool); !unclaimed {
		return true
	}
	for end := time.Now().Add(b.config.QuestionTime); time.Now().Before(end); {
		if sleep(b.running, claimAgain) != nil {
			b.hand.leave(event)
			return false
		}
		switch c, err := b.claim(ctx, event); {
		case err != nil:
		case c.Mine:
			return true
		default:
			b.putBack(event)
			return false
		}
	}
	return true
}

// claimAgain is how long to wait before a claim that failed is tried again.
const claimAgain = 250 * time.Millisecond

type claimKey struct{}

// before is how many processes had the event of a context in hand and are no
// more.
func before(ctx context.Context) int {
	c, _ := ctx.Value(claimKey{}).(news.Claim)
	return c.Before
}

// await waits for what becomes of an event that is in another process's hand, and
// deals with it when that process is no more. A bot that is told to stop leaves
// it in hand, so that it comes to whoever has the shard next.
func (b *Bot) await(ctx context.Context, event string, do func(context.Context)) {
	for end := time.Now().Add(longestInHand); time.Now().Before(end); {
		if sleep(b.running, b.config.ClaimLease/8) != nil {
			return
		}
		switch c, err := b.claim(ctx, event); {
		case err != nil:
		case c.Mine:
			b.question(event, byNobodyElse, Request{}, func(ctx context.Context) { b.deal(ctx, event, do, c) })()
			return
		case c.Done:
			b.putBack(event)
			return
		}
	}
	b.putBack(event)
}

// longestInHand is more than any event takes to be dealt with.
const longestInHand = 2 * time.Minute

// claim claims an event for this process.
func (b *Bot) claim(ctx context.Context, event string) (news.Claim, error) {
	ctx, stage := stages.Begin(ctx, stages.Claim)
	ctx, cancel := context.WithTimeout(ctx, b.config.ClaimTime)
	defer cancel()
	asked := time.Now()
	c, err := b.config.Claims.Claim(ctx, event, b.config.Process, b.config.ClaimLease, asked)
	stage.Note(slog.Bool("mine", c.Mine))
	stage.End(err)
	if c.Mine {
		b.hand.ours(event, asked.Add(b.config.ClaimLease*2/3))
	}
	return c, err
}

// still tells whether an event is this process's to answer at this moment: it
// may have been stopped for a while, and another have gone on without it.
func (b *Bot) still(ctx context.Context, event string) bool {
	if b.config.Claims == nil || b.hand.sure(event, time.Now()) {
		return true
	}
	if c, err := b.claim(ctx, event); err != nil || c.Mine {
		return true
	}
	b.log.WarnContext(ctx, "an answer came too late: another process has taken the question on")
	b.putBack(event)
	return false
}

// keepClaims prolongs the claims on what takes long, and notes what has been dealt
// with, until ctx ends. A store that hangs over the one keeps nothing from the
// other.
func (b *Bot) keepClaims(ctx context.Context) {
	if b.config.Claims == nil {
		return
	}
	often := b.config.ClaimLease / 20
	for wait := often; sleep(ctx, wait) == nil; {
		b.prolongClaims(ctx)
		wait = often
		noting, cancel := context.WithTimeout(ctx, b.config.ClaimLease/4) // claims are to be prolonged again
		if !b.noteFinished(noting) {                                      // a store that can't be reached is not to be asked all the time
			wait = b.config.ClaimLease / 4
		}
		cancel()
	}
}

// prolongClaims prolongs the claims that would run out soon.
func (b *Bot) prolongClaims(ctx context.Context) {
	now := time.Now()
	due := b.hand.due(now.Add(b.config.ClaimLease / 2))
	if len(due) == 0 {
		return
	}
	kept, err := b.config.Claims.RenewClaims(ctx, b.config.Process, due, b.config.ClaimLease)
	if err != nil {
		b.log.Warn("the claims on what is in hand could not be prolonged", "error", err)
	}
	for _, event := range kept {
		b.hand.ours(event, now.Add(b.config.ClaimLease*2/3))
	}
}

// noteFinished notes what has been dealt with. What can't be noted is tried again
// later, and false returned: until then nonces and first replies keep a second
// answer away.
func (b *Bot) noteFinished(ctx context.Context) bool {
	if b.config.Claims == nil {
		return true
	}
	for done := b.hand.finished(); len(done) > 0; done = b.hand.finished() {
		if err := b.config.Claims.FinishClaims(ctx, b.config.Process, done, time.Now()); err != nil {
			b.log.Warn("what has been dealt with could not be noted; trying again", "error", err)
			b.hand.unnoted(done)
			return false
		}
	}
	return true
}
