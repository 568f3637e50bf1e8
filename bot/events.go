package bot

import (
	"cmp"
	"context"
	"encoding/json"
	"runtime/debug"
	"time"
)

// taking is what becomes of an event that comes.
type taking int

const (
	taken taking = iota // in hand, or there is nothing to do about it
	known               // taken before, or too old
	left                // for whoever comes after this bot, which is stopping
)

// take receives every event of the gateway. It runs where the socket is read,
// so it only decides and hands on, and waits for nothing but room for a message.
// It returns the ID of what is in hand now.
func (b *Bot) take(kind string, data json.RawMessage, p *pulse) (event string, how taking) {
	defer b.survive()
	switch kind {
	case "READY":
		b.onReady(data, p)
	case "RESUMED":
		b.log.Info("connection to Discord resumed")
	case "MESSAGE_CREATE":
		return b.onMessage(data)
	case "INTERACTION_CREATE":
		return b.onInteraction(data)
	}
	return "", taken
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
	b.begin(b.chores, func() { b.registerCommands(b.running, app) })
	b.begin(b.awaited, func() { b.tellLeft(b.running, app) })
}

// onMessage takes a message that mentions the bot or was written to it alone.
func (b *Bot) onMessage(data json.RawMessage) (event string, how taking) {
	e, err := decode[messageEvent](data)
	if err != nil {
		b.log.Warn("a message event could not be read", "error", err)
		return "", taken
	}
	self := b.self.Load()
	if self == nil || e.Author == nil || e.Author.Bot || e.Author.ID == *self || e.Webhook != "" {
		return "", taken
	}
	if e.Type != messagePlain && e.Type != messageReply {
		return "", taken
	}
	if e.Server != "" && !mentions(e, *self) {
		if b.config.MessageContent {
			return e.ID, b.overheard(e)
		}
		return "", taken
	}
	if b.seen.before(e.ID) {
		return e.ID, known
	}
	r := b.messageRequest(e)
	held := InHand{Event: e.ID, Channel: e.Channel, Again: r.Again}
	return e.ID, b.admit(e.ID, byMessage, r, b.hold(held, func(ctx context.Context) { b.answerMessage(ctx, e, r) }), func(ctx context.Context) { b.replyTo(ctx, e, r, errBusy) })
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
func (b *Bot) onInteraction(data json.RawMessage) (event string, how taking) {
	e, err := decode[interactionEvent](data)
	if err != nil {
		b.log.Warn("an interaction could not be read", "error", err)
		return "", taken
	}
	return e.ID, b.takeInteraction(e)
}

// takeInteraction takes an interaction on.
func (b *Bot) takeInteraction(e interactionEvent) taking {
	if e.ID == "" || b.seen.before(e.ID) {
		return known
	}
	age := b.clock.age(e.ID, time.Now())
	late := age > b.config.FirstReply+pastReply
	if late && (e.over != nil || b.config.Claims == nil || e.Type == interactionComplete) {
		b.log.Warn("an interaction came too late to be answered", "age", age.Round(time.Millisecond))
		return known
	}
	r := e.request()
	if e.Under != nil {
		if self := b.self.Load(); self != nil {
			r.Before = e.Under.earlier(*self)
		}
	}
	r.Again = e.again(r)
	held := InHand{Event: e.ID, Token: e.Token, Locale: e.Locale} // r.Again may hold words
	command, found := find(b.commands, e.Data.Type == commandMenu, e.Data.Name, r.Sub)
	how := e.how(r)
	refuse := func(why error) func(context.Context) {
		return func(ctx context.Context) { b.refuse(ctx, e, r, why) }
	}
	switch {
	case e.Type == interactionComplete && found && command.Complete != nil:
		b.begin(b.completions, func() { b.complete(b.marked(e.ID), e, r, command) })
	case e.Type == interactionCommand && found && command.Open != nil:
		return b.admit(e.ID, how, r, b.orTakeUp(e, r, late, func(ctx context.Context) { b.openForm(ctx, e, command.Open(r)) }), refuse(errBusy))
	case e.Type == interactionCommand && found:
		return b.admit(e.ID, how, r, b.hold(held, b.orTakeUp(e, r, late, func(ctx context.Context) { b.answerInteraction(ctx, e, r, command.Private, command.Run) })), refuse(errBusy))
	case e.Type == interactionButton, e.Type == interactionForm:
		verb, args := splitID(e.Data.CustomID)
		r.Args = args
		for _, p := range b.presses {
			if p.Verb == verb {
				return b.admit(e.ID, how, r, b.hold(held, b.orTakeUp(e, r, late, func(ctx context.Context) { b.press(ctx, e, r, p) })), refuse(errBusy))
			}
		}
		b.begin(b.apologies, func() { refuse(errOldButton)(b.marked(e.ID)) })
	case e.Type == interactionCommand:
		b.begin(b.apologies, func() { refuse(errUnknown)(b.marked(e.ID)) })
	}
	return taken
}

// admit starts what an event asks for, or says that there is too much of it,
// unless another process has taken the event on.
func (b *Bot) admit(event, how string, r Request, do, busy func(context.Context)) taking {
	if !b.hand.take(event) {
		return known
	}
	begin := func() bool {
		return b.begin(b.questions, b.question(event, how, r, b.once(event, do))) ||
			b.begin(b.apologies, b.question(event, how, r, b.once(event, busy))) ||
			// What the gateway sends again after a while comes all at once: better late
			// than not at all.
			b.config.Claims != nil && b.begin(b.awaited, func() { b.await(b.marked(event), event, do) })
	}
	began := begin()
	if !began && how == byMessage { // who used a command is told by Discord
		for full := time.Now(); !began && time.Since(full) < longestFull && sleep(b.running, 20*time.Millisecond) == nil; {
			began = begin()
		}
	}
	if began {
		return taken
	}
	b.hand.drop(event)
	if b.running.Err() != nil {
		return left
	}
	b.log.WarnContext(b.marked(event), "a question was dropped: there are too many")
	return taken
}

// longestFull is how long the socket is not read when there is no room for a
// message: what comes after it waits at Discord's side, which would ask minutes
// later whether the bot is still there.
const longestFull = 10 * time.Second

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
