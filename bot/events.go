package bot

import (
	"cmp"
	"context"
	"encoding/json"
	"runtime/debug"
	"time"
)

// take receives every event of the gateway. It runs where the socket is read,
// so it only decides and hands on.
func (b *Bot) take(kind string, data json.RawMessage, p *pulse) {
	defer b.survive()
	switch kind {
	case "READY":
		b.onReady(data, p)
	case "RESUMED":
		b.log.Info("connection to Discord resumed")
	case "MESSAGE_CREATE":
		b.onMessage(data)
	case "INTERACTION_CREATE":
		b.onInteraction(data)
	}
}

func (b *Bot) onReady(data json.RawMessage, p *pulse) {
	e, err := decode[readyEvent](data)
	if err != nil {
		b.log.Error("the gateway's READY could not be read", "error", err)
		return
	}
	app := cmp.Or(e.Application.ID, e.User.ID)
	b.self.Store(&e.User.ID)
	b.app.Store(&app)
	p.servers.Store(int64(len(e.Servers)))
	b.log.Info("connected to Discord", "servers", len(e.Servers))
}

// greet does what is done once Discord is known to know the bot.
func (b *Bot) greet(app string) {
	if b.config.Invite != nil {
		b.config.Invite(inviteLink(app))
	}
	b.begin(b.chores, func() {
		b.tellLeft(b.running, app)
		b.registerCommands(b.running, app)
	})
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
	if e.Type != messagePlain && e.Type != messageReply {
		return
	}
	if e.Server != "" && !mentions(e, *self) {
		if b.config.MessageContent {
			b.overheard(e)
		}
		return
	}
	if b.seen.before(e.ID) {
		return
	}
	r := b.messageRequest(e)
	held := InHand{Event: e.ID, Channel: e.Channel, Again: r.Again}
	b.admit(e.ID, byMessage, r, b.hold(held, func(ctx context.Context) { b.answerMessage(ctx, e, r) }), func(ctx context.Context) { b.replyTo(ctx, e, r, errBusy) })
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
	b.takeInteraction(e)
}

// takeInteraction takes an interaction on; false when it has been taken before
// or is too old.
func (b *Bot) takeInteraction(e interactionEvent) bool {
	if e.ID == "" || b.seen.before(e.ID) {
		return false
	}
	if age := b.clock.age(e.ID, time.Now()); age > staleAfter {
		b.log.Warn("an interaction came too late to be answered", "age", age.Round(time.Millisecond))
		return false
	}
	r := e.request()
	if e.Under != nil {
		if self := b.self.Load(); self != nil {
			r.Before = e.Under.earlier(*self)
		}
	}
	r.Again = e.again(r)
	held := InHand{Event: e.ID, Token: e.Token, Locale: e.Locale} // r.Again may hold words
	command, known := find(b.commands, e.Data.Type == commandMenu, e.Data.Name, r.Sub)
	how := e.how(r)
	refuse := func(why error) func(context.Context) {
		return func(ctx context.Context) { b.refuse(ctx, e, r, why) }
	}
	switch {
	case e.Type == interactionComplete && known && command.Complete != nil:
		b.begin(b.completions, func() { b.complete(b.marked(e.ID), e, r, command) })
	case e.Type == interactionCommand && known && command.Open != nil:
		b.admit(e.ID, how, r, func(ctx context.Context) { b.openForm(ctx, e, command.Open(r)) }, refuse(errBusy))
	case e.Type == interactionCommand && known:
		b.admit(e.ID, how, r, b.hold(held, func(ctx context.Context) { b.answerInteraction(ctx, e, r, command.Private, command.Run) }), refuse(errBusy))
	case e.Type == interactionButton, e.Type == interactionForm:
		verb, args := splitID(e.Data.CustomID)
		r.Args = args
		for _, p := range b.presses {
			if p.Verb == verb {
				b.admit(e.ID, how, r, b.hold(held, func(ctx context.Context) { b.press(ctx, e, r, p) }), refuse(errBusy))
				return true
			}
		}
		b.begin(b.apologies, func() { refuse(errOldButton)(b.marked(e.ID)) })
	case e.Type == interactionCommand:
		b.begin(b.apologies, func() { refuse(errUnknown)(b.marked(e.ID)) })
	}
	return true
}

// admit starts what an event asks for, or says that there is too much of it,
// unless another process has taken the event on.
func (b *Bot) admit(event, how string, r Request, do, busy func(context.Context)) {
	if !b.begin(b.questions, b.question(event, how, r, b.once(event, do))) && !b.begin(b.apologies, b.question(event, how, r, b.once(event, busy))) {
		b.log.WarnContext(b.marked(event), "a question was dropped: there are too many, or the bot is stopping")
	}
}

// begin starts do in a lane, or returns false when that has no room.
func (b *Bot) begin(l lane, do func()) bool {
	return b.crew.try(l, func() {
		defer b.survive()
		do()
	})
}

// survive keeps a panic from ending the program; it is to be deferred.
func (b *Bot) survive() {
	if r := recover(); r != nil {
		b.log.Error("a panic was survived", "panic", r, "stack", string(debug.Stack()))
	}
}
