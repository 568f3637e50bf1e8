package bot

import (
	"context"

	"onrecord/news"
)

// unheard tells somebody who mentioned the bot where it may not write why there is
// no answer: in a direct message, once for a channel as far as the bot remembers,
// for they would wait for nothing. Who takes no such messages is let be.
func (b *Bot) unheard(ctx context.Context, e messageEvent, why error) {
	if e.Server == "" || e.Author == nil || !refused(why, codeNoPermission) && !refused(why, codeNoAccess) {
		return
	}
	if b.seen.before("unheard " + e.Channel + " " + e.Author.ID) {
		return
	}
	to, err := b.direct(ctx, e.Author.ID)
	if err == nil {
		l := newLayout(b.tongueOf(ctx, news.ServerLibrary(e.Server)), colourError, "")
		l.assert("I may not answer where you mentioned me:")
		l.add("<#" + e.Channel + ">")
		l.say("Whoever manages the server can allow it. There I need the permissions View Channels, Send Messages, Embed Links, and in threads Send Messages in Threads. Until then commands such as /ask work there, and so do messages to me alone.")
		err = b.tell(ctx, to, l.message(), "unheard "+e.ID)
	}
	if err != nil {
		b.log.WarnContext(ctx, "somebody could not be told that the bot may not answer there", "error", err)
	}
}
