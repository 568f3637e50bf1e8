package bot

import (
	"context"
	"errors"
	"time"

	"onrecord/answer"
	"onrecord/news"
	"onrecord/phrases"
)

// Teller has a language model retell an answer that is there without it. An
// engine may be one.
type Teller interface {
	// Tell fails with answer.ErrNothingToTell when the answer stays as it is, and
	// with answer.ErrBudget when there is nothing left to spend.
	Tell(ctx context.Context, q news.Question, p answer.Payer) (answer.Answer, error)
}

// Tell has the engine that the place has chosen tell the answer, if it can.
func (c choosy) Tell(ctx context.Context, q news.Question, p answer.Payer) (answer.Answer, error) {
	t, ok := c.engine(ctx).(Teller)
	if !ok {
		return answer.Answer{}, answer.ErrNothingToTell
	}
	if only := chosenIn(ctx).only.ID; only != "" {
		q.Article = only
	}
	return t.Tell(ctx, q, p)
}

// tells tells whether there is a model behind an engine.
func tells(a Asker) bool {
	if c, ok := a.(choosy); ok {
		a = c.Engine
	}
	_, ok := a.(Teller)
	return ok
}

// payerKey is the key under which a question's context says who pays for a model.
type payerKey struct{}

// payer is on whose account the request is. What people do where the bot is
// theirs alone is not the server's.
func (r *Request) payer() answer.Payer {
	if r.place().personal() {
		return answer.Payer{User: r.User}
	}
	return answer.Payer{Server: r.Server, User: r.User}
}

// retold is the message that takes the place of an answer's once a model has
// retold it, nil where none will. A model's prose is English, as the quotations
// are: in other languages answers come without.
func retold(ctx context.Context, a Asker, t phrases.Tongue, q news.Question, show func(answer.Answer) Message) func(context.Context) (Message, error) {
	teller, ok := a.(Teller)
	if !ok || !tells(a) || t != (phrases.Tongue{}) {
		return nil
	}
	asked := context.WithoutCancel(ctx)
	payer, _ := ctx.Value(payerKey{}).(answer.Payer)
	return func(ctx context.Context) (Message, error) {
		both, cancel := context.WithCancel(asked)
		defer cancel()
		defer context.AfterFunc(ctx, cancel)()
		told, err := teller.Tell(both, q, payer)
		if err != nil {
			return Message{}, err
		}
		return show(told), nil
	}
}

// retell replaces a message that is shown by one with a model's prose, if that
// comes in time; edit changes what is shown. Nobody is told when it does not.
func (b *Bot) retell(ctx context.Context, r Request, m Message, edit func(context.Context, Message) error) {
	if m.Later == nil {
		return
	}
	began := b.begin(b.retellings, func() {
		telling, cancel := context.WithTimeout(ctx, b.config.RetellTime)
		defer cancel()
		defer context.AfterFunc(b.running, cancel)()
		later, err := m.Later(telling)
		switch {
		case errors.Is(err, answer.ErrBudget):
			b.broke(ctx, r, err)
			return
		case err != nil:
			b.log.DebugContext(ctx, "an answer stays without a model's prose", "reason", err)
			return
		}
		sending, cancel := b.sending(ctx)
		defer cancel()
		if err := edit(sending, later); err != nil {
			b.log.WarnContext(ctx, "a model's prose could not be shown", "error", err)
		}
	})
	if !began {
		b.log.DebugContext(ctx, "a model is not asked: too many answers wait for it, or the bot is stopping")
	}
}

// retellShown is retell for what an interaction was answered with.
func (b *Bot) retellShown(ctx context.Context, e interactionEvent, r Request, m Message) {
	b.retell(ctx, r, m, func(ctx context.Context, m Message) error { return b.discord.edit(ctx, *b.app.Load(), e, m) })
}

// retellTime is longer than any model is waited for.
const retellTime = 2 * time.Minute
