package bot

import "context"

// press does what a button or a form is for.
func (b *Bot) press(e interactionEvent, r Request, p Press) {
	if p.Open == nil || e.Type != interactionButton {
		b.answerInteraction(e, r, !p.Public, p.Run)
		return
	}
	b.openForm(e, p.Open(r))
	if p.Note == nil {
		return
	}
	if _, err := b.work(r, func(ctx context.Context, r Request) (Message, error) { return Message{}, p.Note(ctx, r) }); err != nil {
		b.log.Error("what a button says could not be kept", "error", err)
	}
}
