package bot

import (
	"context"
	"errors"
	"time"

	"onrecord/answer"
)

// answerMessage answers a mention or a direct message with a reply.
func (b *Bot) answerMessage(ctx context.Context, e messageEvent, r Request) {
	if !b.ours(ctx, e.ID) {
		return
	}
	if before(ctx) > mostTries {
		b.replyTo(ctx, e, r, errInternal)
		return
	}
	if err, first := b.tooFast(r); err != nil {
		if first { // a second time would let people make the bot flood a channel
			b.replyTo(ctx, e, r, err)
		}
		return
	}
	m, err := b.work(ctx, r, b.talk.answer)
	if err != nil {
		b.replyTo(ctx, e, r, err)
		return
	}
	if r.Unasked && m.Outcome == string(answer.NoQuestion) {
		return // people talk to one another
	}
	if id := b.sendReply(ctx, e, m); id != "" {
		b.retell(ctx, r, m, func(ctx context.Context, m Message) error { return b.discord.editReply(ctx, e.Channel, id, m) })
	}
}

// replyTo tells a person why there is no answer.
func (b *Bot) replyTo(ctx context.Context, e messageEvent, r Request, why error) {
	b.sendReply(ctx, e, b.apology(ctx, r, why))
}

// sendReply sends a reply and returns its ID, "" when it could not be sent.
func (b *Bot) sendReply(ctx context.Context, e messageEvent, m Message) string {
	for try := 1; b.still(ctx, e.ID); try++ {
		sending, cancel := b.sending(ctx)
		id, err := b.discord.reply(sending, e, m)
		cancel()
		if err == nil {
			return id
		}
		if tookBack(err) {
			b.log.InfoContext(ctx, "a question was deleted before it was answered")
			break
		}
		if isRefusal(err) || try == sendTries || b.running.Err() != nil {
			b.log.ErrorContext(ctx, "a reply could not be sent", "error", err)
			b.unheard(ctx, e, err)
			break
		}
		b.log.WarnContext(ctx, "a reply could not be sent; trying again", "error", err)
	}
	return ""
}

// sendTries is how often sending a reply is tried, each time for as long as an
// answer may take to reach Discord: a message does not grow too old for one.
const sendTries = 3

// answerInteraction acknowledges at once, works, then shows the answer or why
// there is none.
func (b *Bot) answerInteraction(ctx context.Context, e interactionEvent, r Request, private bool, run func(context.Context, Request) (Message, error)) {
	if err, _ := b.tooFast(r); err != nil {
		b.refuse(ctx, e, r, err)
		return
	}
	if b.acknowledge(ctx, e, private) && (e.over != nil || b.ours(ctx, e.ID)) { // over HTTP it comes to nobody else
		b.answerAcknowledged(ctx, e, r, private, run)
	}
}

// answerAcknowledged works, then shows the answer or why there is none.
func (b *Bot) answerAcknowledged(ctx context.Context, e interactionEvent, r Request, private bool, run func(context.Context, Request) (Message, error)) {
	r.Tell = b.teller(ctx, e)
	m, err := b.work(ctx, r, run)
	if err == nil {
		err = b.show(ctx, e, m)
	} else {
		err = b.sayWhy(ctx, e, private, b.apology(ctx, r, err))
	}
	if err == nil {
		b.retellShown(ctx, e, r, m)
		b.tellManager(ctx, e, r)
		return
	}
	b.log.ErrorContext(ctx, "an answer could not be shown", "error", err)
	if err := b.show(ctx, e, b.apology(ctx, r, errInternal)); err != nil { // with time of its own
		b.log.ErrorContext(ctx, "nor could the apology for it", "error", err)
	}
}

// show makes the deferred reply say something.
func (b *Bot) show(ctx context.Context, e interactionEvent, m Message) error {
	if !b.still(ctx, e.ID) {
		return nil
	}
	ctx, cancel := b.sending(ctx)
	defer cancel()
	return b.discord.edit(ctx, *b.app.Load(), e, m)
}

// sayWhy tells the asker alone why there is no answer. A public reply can't turn
// private: it is withdrawn and a private one sent instead.
func (b *Bot) sayWhy(ctx context.Context, e interactionEvent, private bool, sorry Message) error {
	if private {
		return b.show(ctx, e, sorry)
	}
	if !b.still(ctx, e.ID) {
		return nil
	}
	sending, cancel := b.sending(ctx)
	defer cancel()
	app := *b.app.Load()
	err := b.discord.withdraw(sending, app, e)
	if err == nil || refused(err, codeUnknownMessage) { // gone, if by an attempt whose reply was lost
		return b.discord.followUp(sending, app, e, sorry, true)
	}
	return b.show(ctx, e, sorry)
}

// acknowledge defers the reply, which Discord wants within three seconds.
func (b *Bot) acknowledge(ctx context.Context, e interactionEvent, private bool) bool {
	ctx, cancel := context.WithTimeout(ctx, b.config.FirstReply)
	defer cancel()
	var data any
	if private {
		data = map[string]any{"flags": flagEphemeral}
	}
	err := b.discord.firstReply(ctx, e, replyDeferred, data)
	var refusal *apiError
	switch {
	case err == nil:
		return true
	case refused(err, codeAcknowledged):
		// Our own earlier attempt arrived although its reply was lost, or
		// another process has the interaction; Discord does not tell which.
		return true
	case errors.As(err, &refusal):
		b.log.WarnContext(ctx, "an interaction could not be acknowledged", "error", err)
		return false
	}
	// Nobody knows whether it arrived. If it did, somebody looks at a reply that
	// says "thinking" and would go on saying so: the answer finds out.
	b.log.WarnContext(ctx, "whether an interaction is acknowledged is not known; answering it", "error", err)
	return true
}

// refuse gives a private first reply that says why there is no answer.
func (b *Bot) refuse(ctx context.Context, e interactionEvent, r Request, why error) {
	ctx, cancel := context.WithTimeout(ctx, b.config.FirstReply)
	defer cancel()
	data := b.apology(ctx, r, why).wire()
	data["flags"] = flagEphemeral
	if err := b.discord.firstReply(ctx, e, replyMessage, data); err != nil {
		b.log.WarnContext(ctx, "an interaction could not be refused", "error", err)
	}
}

// complete offers completions; none when they can't be had in time.
func (b *Bot) complete(ctx context.Context, e interactionEvent, r Request, c Command) {
	ctx, cancel := context.WithTimeout(ctx, b.config.FirstReply)
	defer cancel()
	choices, err := protect(func() ([]Choice, error) {
		ctx, cancel := context.WithTimeout(ctx, b.config.FirstReply-time.Second)
		defer cancel()
		ctx, r, err := b.settle(ctx, r)
		if err != nil {
			return nil, err
		}
		return c.Complete(ctx, r)
	})
	if err != nil {
		b.log.WarnContext(ctx, "no completions", "command", c.Name, "error", err)
	}
	if err := b.discord.firstReply(ctx, e, replyChoices, map[string]any{"choices": append([]Choice{}, choices...)}); err != nil {
		b.log.WarnContext(ctx, "completions could not be sent", "error", err)
	}
}
