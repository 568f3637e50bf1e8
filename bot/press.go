package bot

import "context"

// press does what a button or a form is for.
func (b *Bot) press(ctx context.Context, e interactionEvent, r Request, p Press) {
	switch {
	case p.Verb == verbAgain:
		b.askAgain(ctx, e, r)
	case p.Open != nil && e.Type == interactionButton && (p.Opens == nil || p.Opens(r)):
		b.ask(ctx, e, r, p)
	case p.Replaces:
		b.replace(ctx, e, r, p.Run)
	default:
		b.answerInteraction(ctx, e, r, !p.Public, p.Run)
	}
}

// ask opens a form, and notes what the press itself says.
func (b *Bot) ask(ctx context.Context, e interactionEvent, r Request, p Press) {
	b.openForm(ctx, e, p.Open(r))
	if p.Note == nil {
		return
	}
	if _, err := b.work(ctx, r, func(ctx context.Context, r Request) (Message, error) { return Message{}, p.Note(ctx, r) }); err != nil {
		b.log.ErrorContext(ctx, "what a button says could not be kept", "error", err)
	}
}

// replace puts an answer in the place of the message whose button was pressed.
// Why there is none is told beside it.
func (b *Bot) replace(ctx context.Context, e interactionEvent, r Request, run func(context.Context, Request) (Message, error)) {
	if err, _ := b.tooFast(r); err != nil {
		b.refuse(ctx, e, r, err)
		return
	}
	first, cancel := context.WithTimeout(ctx, b.config.FirstReply)
	err := b.discord.firstReply(first, e, replyUpdate, nil)
	cancel()
	if err != nil && !refused(err, codeAcknowledged) {
		b.log.WarnContext(ctx, "a button could not be acknowledged", "error", err)
		return
	}
	m, err := b.work(ctx, r, run)
	switch {
	case err == nil:
		err = b.show(ctx, e, m)
	case !b.still(ctx, e.ID):
		return
	default:
		ctx, cancel := b.sending(ctx)
		defer cancel()
		err = b.discord.followUp(ctx, *b.app.Load(), e, b.apology(ctx, r, err), true)
	}
	if err != nil {
		b.log.ErrorContext(ctx, "an answer could not be shown", "error", err)
	}
}
