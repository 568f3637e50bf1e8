package bot

import (
	"context"
	"encoding/json"
	"fmt"
	"runtime/debug"
	"time"
)

// take receives every event of the gateway. It runs where the socket is read,
// so it only decides and hands on.
func (b *Bot) take(kind string, data json.RawMessage) {
	defer func() {
		if r := recover(); r != nil {
			b.log.Error("an event could not be read", "kind", kind, "panic", r, "stack", string(debug.Stack()))
		}
	}()
	switch kind {
	case "READY":
		b.onReady(data)
	case "RESUMED":
		b.log.Info("connection to Discord resumed")
	case "MESSAGE_CREATE":
		b.onMessage(data)
	case "INTERACTION_CREATE":
		b.onInteraction(data)
	}
}

func (b *Bot) onReady(data json.RawMessage) {
	e, err := decode[readyEvent](data)
	if err != nil {
		b.log.Error("the gateway's READY could not be read", "error", err)
		return
	}
	b.self.Store(&e.User.ID)
	b.log.Info("connected to Discord", "servers", len(e.Servers))
}

// onMessage takes a message that mentions the bot or was written to it alone.
func (b *Bot) onMessage(data json.RawMessage) {
	e, err := decode[messageEvent](data)
	if err != nil {
		b.log.Warn("a message event could not be read", "error", err)
		return
	}
	self := b.self.Load()
	if self == nil || e.Author == nil || e.Author.Bot || e.Author.ID == *self || e.Webhook != "" {
		return
	}
	if e.Type != messagePlain && e.Type != messageReply || e.Server != "" && !mentions(e, *self) || b.seen.before(e.ID) {
		return
	}
	r := Request{User: e.Author.ID, Server: e.Server, Library: b.config.Library(e.Server), Text: words(e.Content, *self)}
	b.admit(func() { b.answerMessage(e, r) }, func() { b.replyTo(e, errBusy) })
}

func mentions(e messageEvent, id string) bool {
	for _, u := range e.Mentioned {
		if u.ID == id {
			return true
		}
	}
	return false
}

// onInteraction takes the use of a command, a button or a completion.
func (b *Bot) onInteraction(data json.RawMessage) {
	e, err := decode[interactionEvent](data)
	if err != nil {
		b.log.Warn("an interaction could not be read", "error", err)
		return
	}
	if e.ID == "" || b.seen.before(e.ID) {
		return
	}
	if age := b.clock.age(e.ID, time.Now()); age > staleAfter {
		b.log.Warn("an interaction came too late to be answered", "age", age.Round(time.Millisecond))
		return
	}
	r := e.request()
	r.Library = b.config.Library(r.Server)
	command, known := find(b.commands, e.Data.Type == commandMenu, e.Data.Name)
	refuse := func(why error) func() {
		return func() { b.refuse(e, why) }
	}
	switch {
	case e.Type == interactionComplete && known && command.Complete != nil:
		b.crew.try(b.completions, func() { b.complete(e, r, command) })
	case e.Type == interactionCommand && known:
		b.admit(func() { b.answerInteraction(e, r, command.Private, command.Run) }, refuse(errBusy))
	case e.Type == interactionButton:
		verb, args := splitID(e.Data.CustomID)
		r.Args = args
		for _, p := range b.presses {
			if p.Verb == verb {
				b.admit(func() { b.answerInteraction(e, r, true, p.Run) }, refuse(errBusy))
				return
			}
		}
		b.crew.try(b.apologies, refuse(errOldButton))
	case e.Type == interactionCommand:
		b.crew.try(b.apologies, refuse(errUnknown))
	}
}

// admit starts a question, or says that there are too many.
func (b *Bot) admit(do, busy func()) {
	if !b.crew.try(b.questions, do) && !b.crew.try(b.apologies, busy) {
		b.log.Warn("a question was dropped: there are too many, or the bot is stopping")
	}
}

// answerMessage answers a mention or a direct message with a reply.
func (b *Bot) answerMessage(e messageEvent, r Request) {
	if wait := b.pace.wait(r.User, time.Now()); wait > 0 {
		b.replyTo(e, tooFast(wait))
		return
	}
	m, err := b.work(r, func(ctx context.Context, r Request) (Message, error) {
		return answerMention(ctx, b.config.Engine, b.commands, r)
	})
	if err != nil {
		b.replyTo(e, err)
		return
	}
	b.sendReply(e, m)
}

// replyTo tells a person why there is no answer.
func (b *Bot) replyTo(e messageEvent, why error) { b.sendReply(e, b.apology(why)) }

func (b *Bot) sendReply(e messageEvent, m Message) {
	ctx, cancel := b.sending()
	defer cancel()
	if err := b.discord.reply(ctx, e, m); err != nil {
		b.log.Error("a reply could not be sent", "error", err)
	}
}

// answerInteraction acknowledges at once, works, then shows the answer. A
// public reply can't turn private: for an error it is withdrawn and a private
// one sent instead.
func (b *Bot) answerInteraction(e interactionEvent, r Request, private bool, run func(context.Context, Request) (Message, error)) {
	if wait := b.pace.wait(r.User, time.Now()); wait > 0 {
		b.refuse(e, tooFast(wait))
		return
	}
	if !b.acknowledge(e, private) {
		return
	}
	m, err := b.work(r, run)
	ctx, cancel := b.sending()
	defer cancel()
	app := *b.app.Load()
	switch {
	case err == nil:
		err = b.discord.edit(ctx, app, e, m)
	case private:
		err = b.discord.edit(ctx, app, e, b.apology(err))
	default:
		sorry := b.apology(err)
		if err = b.discord.withdraw(ctx, app, e); err == nil {
			err = b.discord.followUp(ctx, app, e, sorry)
		} else {
			err = b.discord.edit(ctx, app, e, sorry)
		}
	}
	if err == nil {
		return
	}
	b.log.Error("an answer could not be shown", "error", err)
	if err := b.discord.edit(ctx, app, e, b.apology(errInternal)); err != nil {
		b.log.Error("nor could the apology for it", "error", err)
	}
}

// acknowledge defers the reply, which Discord wants within three seconds.
func (b *Bot) acknowledge(e interactionEvent, private bool) bool {
	ctx, cancel := context.WithTimeout(b.working, firstReplyWithin)
	defer cancel()
	var data any
	if private {
		data = map[string]any{"flags": flagEphemeral}
	}
	err := b.discord.firstReply(ctx, e, replyDeferred, data)
	switch {
	case err == nil:
		return true
	case refused(err, codeAcknowledged):
		// Our own earlier attempt arrived although its reply was lost, or
		// another process has the interaction; Discord does not tell which.
		return true
	}
	b.log.Warn("an interaction could not be acknowledged", "error", err)
	return false
}

// firstReplyWithin is Discord's three seconds less the way there.
const firstReplyWithin = 2800 * time.Millisecond

// refuse gives a private first reply that says why there is no answer.
func (b *Bot) refuse(e interactionEvent, why error) {
	ctx, cancel := context.WithTimeout(b.working, firstReplyWithin)
	defer cancel()
	data := b.apology(why).wire()
	data["flags"] = flagEphemeral
	if err := b.discord.firstReply(ctx, e, replyMessage, data); err != nil {
		b.log.Warn("an interaction could not be refused", "error", err)
	}
}

// complete offers completions; none when they can't be had in time.
func (b *Bot) complete(e interactionEvent, r Request, c Command) {
	ctx, cancel := context.WithTimeout(b.working, firstReplyWithin)
	defer cancel()
	choices, err := protect(func() ([]Choice, error) {
		ctx, cancel := context.WithTimeout(ctx, firstReplyWithin-time.Second)
		defer cancel()
		return c.Complete(ctx, r)
	})
	if err != nil {
		b.log.Warn("no completions", "command", c.Name, "error", err)
	}
	if err := b.discord.firstReply(ctx, e, replyChoices, map[string]any{"choices": append([]Choice{}, choices...)}); err != nil {
		b.log.Warn("completions could not be sent", "error", err)
	}
}

// work runs a handler when a worker is free, within the time a question has. A
// handler that does not heed its context is left behind, and keeps its worker
// until it returns.
func (b *Bot) work(r Request, run func(context.Context, Request) (Message, error)) (Message, error) {
	ctx, cancel := context.WithTimeout(b.working, b.config.QuestionTime)
	defer cancel()
	if err := b.workers.enter(ctx); err != nil {
		return Message{}, errBusy
	}
	type result struct {
		m   Message
		err error
	}
	done := make(chan result, 1)
	go func() {
		defer b.workers.leave()
		m, err := protect(func() (Message, error) { return run(ctx, r) })
		done <- result{m, err}
	}()
	select {
	case r := <-done:
		return r.m, r.err
	case <-ctx.Done():
		return Message{}, ctx.Err()
	}
}

// protect turns a panic into an error.
func protect[T any](do func() (T, error)) (v T, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("panic: %v\n%s", r, debug.Stack())
		}
	}()
	return do()
}

// apology is an error as a message, logged unless it was to be expected.
func (b *Bot) apology(err error) Message {
	m, expected := sorry(err)
	if !expected {
		b.log.Error("a question failed", "error", scrub(err.Error(), b.config.Token))
	}
	return m
}

// sending bounds how long a finished answer may take to reach Discord.
func (b *Bot) sending() (context.Context, context.CancelFunc) {
	return context.WithTimeout(b.working, b.config.SendTime)
}
