package bot

import (
	"context"
	"errors"
	"sync"
	"time"

	"onrecord/answer"
	"onrecord/news"
)

// preferTold names the day on which a server's managers were last told that the
// model's tokens are spent.
const preferTold = "told of spent tokens"

// broke notes that a server, or everybody, has spent the day's tokens: the log
// says so once, and so does the bot to the next of the server's managers who
// uses it.
func (b *Bot) broke(ctx context.Context, r Request, err error) {
	var over answer.OverBudget
	if !errors.As(err, &over) || over.Account.Kind == news.UserAccount || r.place().personal() {
		return
	}
	if own := r.place().own(); b.spent.note(own, today()) {
		b.log.WarnContext(ctx, "the day's tokens for the model are spent: answers come without prose", "account", string(over.Account.Kind), "place", own)
	}
}

// spent remembers on which day places had spent their tokens.
type spent struct {
	mu sync.Mutex
	on map[string]string
}

// note remembers that a place has spent a day's tokens; true for the first time.
func (s *spent) note(place, day string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.on[place] == day {
		return false
	}
	if s.on == nil || len(s.on) > mostBroke {
		s.on = map[string]string{}
	}
	s.on[place] = day
	return true
}

// noted tells whether a place has spent a day's tokens.
func (s *spent) noted(place, day string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.on[place] == day
}

// mostBroke bounds how many servers are remembered.
const mostBroke = 10_000

func today() string { return time.Now().UTC().Format(time.DateOnly) }

// tellManager tells a manager who has just used the bot, once a day, that the
// model's tokens are spent.
func (b *Bot) tellManager(ctx context.Context, e interactionEvent, r Request) {
	s := b.config.Servers
	if s == nil || !r.Member.Manages || r.place().personal() {
		return
	}
	own, day := r.place().own(), today()
	if !b.spent.noted(own, day) {
		return
	}
	ctx, cancel := b.sending(ctx)
	defer cancel()
	told, err := s.Preferences(ctx, own, preferTold)
	if err != nil || told[preferTold] == day {
		return
	}
	if err := s.SetPreference(ctx, own, preferTold, day); err != nil {
		b.log.WarnContext(ctx, "whether a manager was told could not be kept", "error", err)
		return
	}
	t := r.Tongue()
	l := newLayout(t, colourInfo, t.Say("For those who manage this server"))
	l.say("Today's tokens for the language model are spent. Until midnight UTC answers come without its sentences, and with the same quotations.")
	if err := b.discord.followUp(ctx, *b.app.Load(), e, l.message(), true); err != nil && !errors.Is(err, context.Canceled) {
		b.log.WarnContext(ctx, "a manager could not be told that the model's tokens are spent", "error", err)
	}
}
