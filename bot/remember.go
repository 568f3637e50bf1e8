package bot

import (
	"context"
	"time"

	"onrecord/news"
)

// QuestionsKept is how long a place that keeps questions keeps each, ClaimsKept
// how long the IDs of events are. Whoever runs the bot sees to it.
const (
	QuestionsKept = 30 * 24 * time.Hour
	ClaimsKept    = 15 * time.Minute
)

// remember keeps a question where its place wants that, beside the answer's way
// to Discord, and makes the answer votable.
func (b *Bot) remember(ctx context.Context, r Request, m Message) Message {
	s := b.config.Servers
	b.asked(r.place(), m.Outcome)
	m = b.votable(r, m)
	if s == nil || m.Outcome == "" || !r.Chosen.KeepsQuestions {
		return m
	}
	q := news.KeptQuestion{ID: r.ID, Person: r.User, Place: r.Own, At: time.Now(), Outcome: m.Outcome, Words: plain(m.Question)}
	if !b.begin(b.notes, func() {
		ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), b.config.QuestionTime)
		defer cancel()
		defer context.AfterFunc(b.working, cancel)()
		if err := s.KeepQuestion(ctx, q); err != nil {
			b.log.ErrorContext(ctx, "a question could not be kept", "error", err)
		}
	}) {
		b.log.WarnContext(ctx, "a question was not kept: there are too many, or the bot is stopping")
	}
	return m
}

// votable puts the buttons under an answer that ask what people think of it.
func (b *Bot) votable(r Request, m Message) Message {
	if b.config.Servers != nil && m.Outcome != "" {
		m.addButtons(voteButtons(r.Tongue(), m.Outcome, r.ID)...)
	}
	return m
}
