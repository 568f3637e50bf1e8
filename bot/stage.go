package bot

import (
	"context"
	"log/slog"
	"strconv"
	"strings"

	"onrecord/stages"
)

// question returns do as the stage that everything about an event is part of. How
// it is asked is a command's name, or one of a few other words.
func (b *Bot) question(event, how string, r Request, do func(ctx context.Context)) func() {
	return func() {
		ctx, stage := stages.Begin(b.marked(event), stages.Question)
		defer stage.End(nil)
		stage.Note(slog.String("question", event), slog.String("command", how))
		if shard, ok := b.pulses.of(r.Server); ok && how != byNobodyElse {
			stage.Note(slog.Int("shard", shard))
		}
		do(ctx)
	}
}

// marked is a context whose every line in the log carries an event's ID.
func (b *Bot) marked(event string) context.Context {
	return stages.Mark(b.working, slog.String("question", event))
}

// Ways of asking that are no command's.
const (
	byMessage = "message"
	byButton  = "button"
	byForm    = "form"
	// byNobodyElse is what another process had in hand that is no more.
	byNobodyElse = "taken up"
)

// how is the way in which an interaction asks: with a command that the bot knows,
// or with a button or a form.
func (e *interactionEvent) how(r Request) string {
	switch {
	case e.Type == interactionForm:
		return byForm
	case e.Type == interactionButton:
		return byButton
	}
	return strings.TrimSpace(e.Data.Name + " " + r.Sub)
}

// of is the shard that a server's events come from; ok is false where this
// process holds none.
func (p *pulses) of(server string) (shard int, ok bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	size := 0
	for _, one := range p.shards {
		size = max(size, one.size)
	}
	if size == 0 {
		return 0, false
	}
	id, _ := strconv.ParseUint(server, 10, 64) // what is in no server comes from the first
	return int((id >> 22) % uint64(size)), true
}

// asks is the library that a request asks, without the person whose own it is.
func (r *Request) asks() slog.Attr {
	library := r.Library
	if r.place().personal() {
		library = "a person's"
	}
	return slog.String("library", library)
}

// outcomeOf is that of a request that ended in an apology.
func outcomeOf(expected bool) string {
	if expected {
		return "refused"
	}
	return Failed
}
