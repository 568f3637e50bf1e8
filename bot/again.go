package bot

import (
	"context"
	"errors"
	"maps"
	"slices"
	"strings"

	"onrecord/phrases"
)

// A question that failed can be asked again by a button under the apology. What
// was asked stands in the button's ID where it has room, or in the message that
// asked it, so that it is kept nowhere and works after a restart.

// The ways of asking that a button asks again by.
const (
	againMessage = "m" // r|m|MESSAGE
	againCommand = "s" // r|s|NAME|SUB|OPTION|VALUE…
	againForm    = "h" // r|h|MESSAGE|TYPED
	againAbout   = "q" // r|q|ARTICLE|TYPED
)

// againID is the ID of a button that asks again, "" where it has no room.
func againID(args ...string) string {
	id, ok := customID(verbAgain, args...)
	if !ok {
		return ""
	}
	return id
}

// again is the ID of a button that asks the interaction's question again, "" for
// what is no question or has no room.
func (e *interactionEvent) again(r Request) string {
	verb, args := splitID(e.Data.CustomID)
	switch {
	case verb == verbAgain:
		return e.Data.CustomID
	case e.Type == interactionForm && verb == verbTyped && e.Under != nil && !r.UserInstalled:
		return againID(againForm, e.Under.ID, r.Text)
	case e.Type == interactionForm && verb == verbAsk && len(args) == 1:
		return againID(againAbout, args[0], r.Text)
	case e.Type != interactionCommand || e.Data.Type == commandMenu || len(r.Files) > 0:
		return ""
	}
	all := []string{againCommand, e.Data.Name, r.Sub}
	for _, name := range slices.Sorted(maps.Keys(r.Options)) {
		if strings.Contains(r.Options[name], separator) {
			return ""
		}
		all = append(all, name, r.Options[name])
	}
	return againID(all...)
}

// worthAgain tells whether a question that failed so may do better another time.
func worthAgain(err error) bool {
	m, expected := sorry(phrases.Tongue{}, err)
	return len(m.Cards) > 0 && (!expected || errors.Is(err, errBusy))
}

// againPress is known to the bot, which asks again in its own way.
func againPress() Press { return Press{Verb: verbAgain} }

// askAgain asks a question again that failed, once for each apology however
// often the button is pressed. The answer takes the apology's place, or stands
// in public where the apology was private.
func (b *Bot) askAgain(ctx context.Context, e interactionEvent, r Request) {
	pressed := "again " + r.Message
	if b.seen.before(pressed) {
		b.first(ctx, e, replyUpdate, nil)
		return
	}
	if err, _ := b.tooFast(r); err != nil {
		b.seen.forget(pressed)
		b.refuse(ctx, e, r, err)
		return
	}
	l := newLayout(r.Tongue(), colourInfo, "")
	l.say("Trying again…")
	if !b.first(ctx, e, replyRewrite, l.message().wire()) {
		b.seen.forget(pressed)
		return
	}
	m, err := b.work(ctx, r, b.redo)
	private := r.Before != nil && r.Before.private
	switch {
	case err != nil:
		b.seen.forget(pressed)
		err = b.show(ctx, e, b.apology(ctx, r, err))
	case private:
		err = b.showBeside(ctx, e, m)
	default:
		if err = b.show(ctx, e, m); err == nil {
			b.retellShown(ctx, e, r, m)
		}
	}
	if err != nil {
		b.log.ErrorContext(ctx, "an answer could not be shown", "error", err)
		b.seen.forget(pressed)
		if err := b.show(ctx, e, b.apology(ctx, r, errInternal)); err != nil {
			b.log.ErrorContext(ctx, "nor could the apology for it", "error", err)
		}
	}
}

// first gives a first reply and tells whether it arrived, as far as known.
func (b *Bot) first(ctx context.Context, e interactionEvent, kind int, data any) bool {
	ctx, cancel := context.WithTimeout(ctx, b.config.FirstReply)
	defer cancel()
	err := b.discord.firstReply(ctx, e, kind, data)
	if err == nil || !isRefusal(err) || refused(err, codeAcknowledged) {
		return true
	}
	b.log.WarnContext(ctx, "an interaction could not be acknowledged", "error", err)
	return false
}

// showBeside adds a public answer and takes the private first reply away.
func (b *Bot) showBeside(ctx context.Context, e interactionEvent, m Message) error {
	ctx, cancel := b.sending(ctx)
	defer cancel()
	app := *b.app.Load()
	if err := b.discord.followUp(ctx, app, e, m, false); err != nil {
		return err
	}
	if err := b.discord.withdraw(ctx, app, e); err != nil {
		b.log.WarnContext(ctx, "a private reply could not be taken away", "error", err)
	}
	return nil
}

// errLost answers who asks again what can't be found any more.
const errLost = excuse("I can't find that question any more. Please ask it again.")

// redo asks what the button's ID tells.
func (b *Bot) redo(ctx context.Context, r Request) (Message, error) {
	if len(r.Args) < 2 {
		return Message{}, errOldButton
	}
	way, args := r.Args[0], r.Args[1:]
	switch {
	case way == againMessage:
		e, err := b.talk.channels.message(ctx, r.Channel, args[0])
		switch {
		case isRefusal(err):
			return Message{}, errLost
		case err != nil:
			return Message{}, err
		}
		asked := b.messageRequest(e)
		r.Text, r.Before, r.RepliesTo = asked.Text, asked.Before, asked.RepliesTo
		return b.talk.answer(ctx, r)
	case way == againAbout && len(args) > 1:
		r.Text = strings.Join(args[1:], separator)
		in, err := b.talk.still(ctx, r, args[0])
		if err != nil {
			return Message{}, err
		}
		return b.talk.converse(ctx, r, nil, in)
	case way == againForm && len(args) > 1:
		e, err := b.talk.channels.message(ctx, r.Channel, args[0])
		if err != nil {
			return Message{}, err
		}
		r.Text, r.Before = strings.Join(args[1:], separator), e.earlier(b.talk.channels.self())
		return b.talk.typed(ctx, r)
	case way == againCommand && len(args)%2 == 0:
		command, ok := find(b.commands, false, args[0], args[1])
		if !ok || command.Run == nil {
			return Message{}, errUnknown
		}
		r.Options, r.Before = map[string]string{}, nil
		for i := 2; i+1 < len(args); i += 2 {
			r.Options[args[i]] = args[i+1]
		}
		return command.Run(ctx, r)
	}
	return Message{}, errOldButton
}
