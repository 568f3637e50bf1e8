package bot

import (
	"context"
	"slices"
)

// mostTries is how many processes may end while they have an event in hand before
// it is taken for what ended them.
const mostTries = 2

// orTakeUp returns do for an interaction that nobody has begun to answer. One
// that another process had in hand, or that comes when Discord takes no first
// reply any more, is taken up where that process may have left it.
func (b *Bot) orTakeUp(e interactionEvent, r Request, late bool, do func(context.Context)) func(context.Context) {
	return func(ctx context.Context) {
		if !late && before(ctx) == 0 {
			do(ctx)
			return
		}
		if err := b.takeUp(ctx, e, r); err != nil {
			b.log.WarnContext(ctx, "what another process left of an interaction could not be taken up", "error", err)
		}
	}
}

// takeUp finishes an interaction that says that the bot is thinking: questions are
// answered, and of what changes something, which may have been changed already,
// it is told that it failed. All else has had its answer, or Discord has told
// that there is none.
func (b *Bot) takeUp(ctx context.Context, e interactionEvent, r Request) error {
	asking, cancel := b.sending(ctx)
	thinking, err := b.discord.thinking(asking, *b.app.Load(), e)
	cancel()
	if err != nil || !thinking {
		return err
	}
	command, asks := find(b.asking, e.Data.Type == commandMenu, e.Data.Name, r.Sub)
	if !asks || command.Run == nil || e.Type != interactionCommand || before(ctx) > mostTries {
		return b.show(ctx, e, b.apology(ctx, r, errStopping))
	}
	b.answerAcknowledged(ctx, e, r, command.Private, command.Run)
	return nil
}

// onlyAsking are the commands that change nothing.
func onlyAsking(c Config) []Command {
	return slices.DeleteFunc(questionCommands(c.Engine, c.Pages), func(c Command) bool { return c.Run == nil })
}
