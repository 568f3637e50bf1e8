package bot

import (
	"cmp"
	"context"
	"time"

	"onrecord/answer"
	"onrecord/news"
)

// Follower makes follow-up questions stand on their own.
type Follower interface {
	FollowUp(ctx context.Context, q news.Question, before answer.Before) (answer.FollowUp, error)
}

// talker answers questions that may lean on what was said before. What that was
// is read off the messages themselves, so that nothing of it need be kept.
type talker struct {
	engine   Engine
	pages    Pages
	channels channels
	help     func(context.Context, Request) Message // for a mention without words
}

// channels is what a conversation needs of Discord.
type channels interface {
	// message returns a message of a channel.
	message(ctx context.Context, channel, id string) (messageEvent, error)
	// latest returns the newest messages of a channel, the newest first.
	latest(ctx context.Context, channel string) ([]messageEvent, error)
	// known tells whether a channel is ours, as far as that is known already.
	known(channel string) (ours, known bool)
	// ours tells whether a channel is a thread that the bot opened.
	ours(ctx context.Context, channel string) (bool, error)
	// within is the channel that a thread is in, or the channel itself.
	within(ctx context.Context, channel string) (string, error)
	// self is the bot's user ID.
	self() string
	// age is how long ago a thing with that ID came to be.
	age(id string) time.Duration
	// openThread opens a public thread on a message and returns its ID.
	openThread(ctx context.Context, channel, message, name string) (string, error)
	// post writes a message to a channel.
	post(ctx context.Context, channel string, m Message) error
}

// errHidden answers who replies to a message that the bot may not read.
const errHidden = excuse("Discord does not show me the message that you replied to. Use Ask about this or Check this quote on it instead: they are in its menu, under Apps.")

// answer answers a message to the bot. One without words gets help, or has what
// it replies to checked.
func (c *talker) answer(ctx context.Context, r Request) (Message, error) {
	m, err := c.leaningOn(ctx, r)
	if err != nil {
		return Message{}, err
	}
	if m != nil && m.hidden() {
		if r.Text == "" || answer.Leaning(r.Text) {
			return Message{}, errHidden
		}
		m = nil
	}
	if r.Text == "" && (m == nil || m.own) {
		return c.help(ctx, r), nil
	}
	return c.converse(ctx, r, m, "")
}

// converse answers a question that may lean on a message, nil for none, limited
// to an article by its ID, "" for all.
func (c *talker) converse(ctx context.Context, r Request, m *earlier, in string) (Message, error) {
	t := r.Tongue()
	q := news.Question{Text: r.Text, Library: r.Library, Article: in}
	if m == nil {
		return ask(ctx, c.engine, t, q)
	}
	before, article, err := c.before(ctx, r, m)
	if err != nil {
		return Message{}, err
	}
	q.Article = cmp.Or(in, article)
	if q.Text == "" {
		q.Text = "Is that true?" // all that a mention under a quotation can mean
	}
	next, err := c.engine.FollowUp(ctx, q, before)
	if err != nil {
		return Message{}, err
	}
	switch next.Step {
	case answer.CheckWords:
		v, err := c.engine.Check(ctx, answer.Claim{Library: r.Library, Words: next.Words, Speaker: next.Speaker, Article: q.Article})
		if err != nil {
			return Message{}, err
		}
		return renderVerdict(t, v), nil
	case answer.OthersOn:
		s, err := c.engine.Sides(ctx, news.Question{Text: next.About, Library: r.Library, Article: q.Article})
		if err != nil {
			return Message{}, err
		}
		return renderSides(t, s.Without(next.Speaker)), nil
	}
	q.Text = next.Question
	if !next.Leans {
		q.Before = before.Question
	}
	return ask(ctx, c.engine, t, q)
}

// fresh is how long an answer in direct messages is what a question without a
// reply may lean on.
const fresh = 10 * time.Minute

// leaningOn finds the message that a request leans on: the one it replies to;
// else, where it can't be understood by itself, the last answer of the thread
// that the bot opened, or of a direct message a short while ago. In other
// channels people talk of many things: nothing is guessed there.
func (c *talker) leaningOn(ctx context.Context, r Request) (*earlier, error) {
	switch {
	case r.Before != nil:
		return r.Before, nil
	case r.RepliesTo != "":
		m, err := c.channels.message(ctx, r.Channel, r.RepliesTo)
		if err != nil {
			return nil, gone(err)
		}
		return m.earlier(c.channels.self()), nil
	case !answer.Leaning(r.Text):
		return nil, nil
	case r.Server == "":
		return c.lastAnswer(ctx, r.Channel, fresh)
	}
	ours, err := c.channels.ours(ctx, r.Channel)
	if err != nil || !ours {
		return nil, gone(err)
	}
	return c.lastAnswer(ctx, r.Channel, 0)
}

// lastAnswer is the newest answer of the bot's in a channel, nil when there is
// none, or none younger than that; 0 is any age.
func (c *talker) lastAnswer(ctx context.Context, channel string, younger time.Duration) (*earlier, error) {
	all, err := c.channels.latest(ctx, channel)
	if err != nil {
		return nil, gone(err)
	}
	for _, e := range all {
		if younger > 0 && c.channels.age(e.ID) > younger {
			return nil, nil
		}
		if m := e.earlier(c.channels.self()); m.isAnswer() {
			return m, nil
		}
	}
	return nil, nil
}

// gone is err, or nil where Discord refuses to show something: then a question is
// answered by itself.
func gone(err error) error {
	if isRefusal(err) {
		return nil
	}
	return err
}
