package bot

import (
	"context"
	"time"

	"github.com/bwmarrin/discordgo"
)

// InHand is a question that a process has taken on, with what it takes to tell
// who asked that it was not answered. Its token is a secret for a quarter of an
// hour.
type InHand struct {
	Event string    `json:"event"`
	At    time.Time `json:"at"`
	// Token is an interaction's, and Channel a message's; the other is "".
	Token   string `json:"token,omitempty"`
	Channel string `json:"channel,omitempty"`
	Locale  string `json:"locale,omitempty"`
	Again   string `json:"again,omitempty"` // the ID of a button that asks again, one without words
}

// Journal keeps what is in hand where it outlives the process, so that the next
// one can tell those whom one that was killed has left without an answer. Both
// must be quick and never fail: an entry lost is a person not told.
type Journal interface {
	Begin(q InHand)
	End(event string)
}

// hold returns do with the question in the journal while it lasts.
func (b *Bot) hold(q InHand, do func(context.Context)) func(context.Context) {
	if b.config.Journal == nil {
		return do
	}
	return func(ctx context.Context) {
		q.At = time.Now()
		b.config.Journal.Begin(q)
		defer b.config.Journal.End(q.Event)
		do(ctx)
	}
}

// tellLeft tells those whom a killed process left without an answer, when the
// gateway has had time to send again what they asked: that is answered. What
// can't be told any more, or has been dealt with, is let be.
func (b *Bot) tellLeft(ctx context.Context, app string) {
	if len(b.config.Left) == 0 {
		return
	}
	if b.config.Claims != nil {
		if b.config.Journal != nil { // this process may be killed meanwhile, too
			for _, q := range b.config.Left {
				b.config.Journal.Begin(q)
			}
		}
		if sleep(ctx, 3*b.config.ClaimLease) != nil {
			return
		}
	}
	for _, q := range b.config.Left {
		if ctx.Err() != nil {
			return
		}
		if time.Since(q.At) < tokenLife {
			if err := b.tellOne(ctx, app, q); err != nil {
				b.log.Warn("somebody whom a killed process left could not be told", "error", err)
			}
		}
		if b.config.Journal != nil {
			b.config.Journal.End(q.Event)
		}
	}
}

// tokenLife is how long an interaction can be answered.
const tokenLife = 15 * time.Minute

func (b *Bot) tellOne(ctx context.Context, app string, q InHand) error {
	ctx, cancel := context.WithTimeout(ctx, b.config.SendTime)
	defer cancel()
	if !b.hand.take(q.Event) { // it has come again, and is being dealt with
		return nil
	}
	defer b.hand.drop(q.Event)
	if b.config.Claims != nil {
		if c, err := b.claim(ctx, q.Event); err != nil || !c.Mine {
			return err
		}
		defer b.hand.finish(q.Event)
	}
	m := b.apology(ctx, Request{Locale: q.Locale, Again: q.Again}, errStopping)
	if q.Token == "" {
		// Where the answer had gone out already, its nonce keeps this from becoming
		// a second one.
		_, err := b.discord.reply(ctx, messageEvent{ID: q.Event, Channel: q.Channel}, m)
		if tookBack(err) {
			return nil
		}
		return err
	}
	e := interactionEvent{ID: q.Event, Token: q.Token}
	if thinking, err := b.discord.thinking(ctx, app, e); err != nil || !thinking {
		return err
	}
	return b.discord.edit(ctx, app, e, m)
}

// thinking tells whether an interaction's first reply still says no more than
// that the bot is thinking. One that never had a reply is not: Discord itself has
// told that the bot did not answer.
func (d *discord) thinking(ctx context.Context, app string, e interactionEvent) (bool, error) {
	m, err := get[struct {
		Flags int `json:"flags"`
	}](ctx, d, discordgo.EndpointInteractionResponseActions(app, e.Token), spread(webhookBucket, e.Token))
	if refused(err, codeUnknownMessage) || refused(err, codeUnknownWebhook) || refused(err, codeDeadToken) {
		return false, nil
	}
	return m.Flags&flagLoading != 0, err
}

const (
	flagLoading   = 1 << 7
	codeDeadToken = 50027
)
