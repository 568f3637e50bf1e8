package bot

import (
	"context"
	"strings"

	"onrecord/answer"
)

// messageRequest reads a message to the bot.
func (b *Bot) messageRequest(e messageEvent) Request {
	self := *b.self.Load()
	r := Request{ID: e.ID, Server: e.Server, Channel: e.Channel, Text: words(e.Content, self)}
	if e.Author != nil {
		r.User = e.Author.ID
	}
	switch {
	case e.Type != messageReply:
	case e.Replied != nil:
		r.Before = e.Replied.earlier(self)
	default:
		r.RepliesTo = e.RepliesTo.ID
	}
	r.Again = againID(againMessage, e.ID)
	return r
}

// words are the words of a message to the bot, the mention of it taken out.
func words(content, bot string) string {
	content = strings.NewReplacer("<@"+bot+">", " ", "<@!"+bot+">", " ").Replace(content)
	return undress(strings.Join(strings.Fields(content), " "))
}

// overheard takes a message in a server that does not mention the bot: one that
// asks something in a thread that the bot opened is for it. Discord sends its
// words only when the bot may read them all.
func (b *Bot) overheard(e messageEvent) taking {
	r := b.messageRequest(e)
	ours, sure := b.talk.channels.known(e.Channel)
	if sure && !ours || len(e.Mentioned) > 0 || r.Before != nil && !r.Before.own || !answer.Asking(r.Text) {
		return taken
	}
	if b.seen.before(e.ID) || !b.hand.take(e.ID) {
		return known
	}
	r.Unasked = true
	if b.begin(b.questions, b.question(e.ID, byMessage, r, b.once(e.ID, func(ctx context.Context) {
		looking, cancel := b.sending(ctx)
		ours, err := b.talk.channels.ours(looking, e.Channel)
		cancel()
		if err != nil {
			b.log.WarnContext(ctx, "a channel could not be looked up", "error", err)
		}
		if ours {
			b.answerMessage(ctx, e, r)
		}
	}))) {
		return taken
	}
	b.hand.drop(e.ID)
	if b.running.Err() != nil {
		return left
	}
	return taken
}
