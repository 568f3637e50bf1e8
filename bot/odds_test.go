package bot_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"onrecord/answer"
	"onrecord/bot/discordtest"
	"onrecord/news"
)

// held runs a bot whose answers wait until they are let go; began tells that a
// question is being worked on.
func held(t *testing.T) (d *running, began chan struct{}, letGo func()) {
	t.Helper()
	began, release := make(chan struct{}, 1), make(chan struct{})
	lib := shared(t)
	d = run(t, asking(func(ctx context.Context, q news.Question) (answer.Answer, error) {
		select {
		case began <- struct{}{}:
		default:
		}
		select {
		case <-release:
			return lib.Ask(ctx, q)
		case <-ctx.Done():
			return answer.Answer{}, ctx.Err()
		}
	}))
	return d, began, func() { close(release) }
}

// TestQuestionDeleted: whoever deletes a question while it is being answered has
// taken it back; an answer would repeat it.
func TestQuestionDeleted(t *testing.T) {
	t.Parallel()
	d, began, letGo := held(t)
	d.Lenient = true // Discord refuses the reply
	q := d.Send(discordtest.Post{Content: "@bot " + closure})
	<-began
	d.Erase(q.ID)
	letGo()
	d.logs(t, "deleted before it was answered")
	if all := d.BotMessages(); len(all) != 0 {
		t.Errorf("the bot says %q", all[0].Text())
	}
	wantAsked(t, d.Mention(closure), closure)
}

// TestQuestionEdited: a question that is edited while it is being answered is
// answered as it was asked, once; the answer's title says what that was.
func TestQuestionEdited(t *testing.T) {
	t.Parallel()
	d, began, letGo := held(t)
	q := d.Send(discordtest.Post{Content: "@bot " + closure})
	<-began
	d.Edit(q.ID, "@bot What did Tomas Reil say about the girder?")
	letGo()
	m, err := d.Reply(t.Context(), q.ID)
	if err != nil {
		t.Fatal(err)
	}
	wantAsked(t, m, closure)
	wantAsked(t, d.DM(closure), closure) // comes after the edit
	if n := d.Answered(q.ID); n != 1 {
		t.Errorf("%d answers", n)
	}
}

// TestTwoQuestions: of several questions in one message the first is answered, and
// nobody is led to believe that the others are.
func TestTwoQuestions(t *testing.T) {
	t.Parallel()
	d := run(t, nil)
	const both = closure + " And what did Tomas Reil say about the girder?"
	for _, m := range []discordtest.Message{d.Mention(both), d.Slash("ask", "question", both)} {
		wantAsked(t, m, closure)
		wantText(t, m, "eighteen months", "I answer one question at a time")
	}
	if m := d.Mention(closure); strings.Contains(m.Text(), "one question at a time") {
		t.Errorf("of one question: %s", m.Text())
	}
}

// TestForumPost: a post of a forum is a thread in a channel that holds no messages.
func TestForumPost(t *testing.T) {
	t.Parallel()
	d := run(t, nil)
	forum := d.AddChannel(discordtest.GuildID, "questions")
	post := d.AddChannel(discordtest.GuildID, "the closure")
	d.SetChannel(forum, func(c *discordtest.Channel) { c.Kind = discordtest.ForumChannel })
	d.SetChannel(post, func(c *discordtest.Channel) {
		c.Kind, c.Parent, c.Owner = discordtest.PublicThread, forum, discordtest.AdaID
	})
	m := d.Ask(discordtest.Post{Content: "@bot " + closure, Channel: post})
	wantAsked(t, m, closure)
	p, err := d.Press(discordtest.Use{}, m.ID, "Ask more") // a form: there are no threads in threads
	more := d.Fill(p, err, "and about the girder?")
	wantAsked(t, more, "What did Ilse Varga say about the girder?")
	if more.Channel != post {
		t.Errorf("the answer stands in %s", more.Channel)
	}
}

// TestCheckedMessageDeleted: what somebody has checked may be gone before the
// verdict is there, or before it is pointed at.
func TestCheckedMessageDeleted(t *testing.T) {
	t.Parallel()
	d := run(t, nil)
	d.Lenient = true // Discord no longer has what the bot asks for
	const words = "“We will not wait for a girder to fall,” she said."
	gone := d.Send(discordtest.Post{Content: words})
	p, err := d.Menu(discordtest.Use{}, "Check this quote", gone.ID)
	if err != nil {
		t.Fatal(err)
	}
	d.Erase(gone.ID)
	wantText(t, d.Await(p), "wait for a girder")
	for _, text := range []string{"is that true?", ""} {
		if m := d.Ask(discordtest.Post{Content: "@bot " + text, ReplyTo: gone.ID}); m.Text() == "" {
			t.Errorf("nothing is said to %q", text)
		}
	}
}

// TestOldButtons: the buttons under an answer of last week do what they say.
func TestOldButtons(t *testing.T) {
	t.Parallel()
	d := run(t, nil)
	m := d.Mention(closure)
	d.Advance(8 * 24 * time.Hour)
	wantText(t, d.Click(m, "Context"), "Ilse Varga")
	wantText(t, d.Click(m, "Who else?"), "Only Ilse Varga speaks of this")
	_, first := opened(t, d, m)
	p, err := d.Press(discordtest.Use{}, first.ID, "Ask more")
	wantAsked(t, d.Fill(p, err, "and about the girder?"), "What did Ilse Varga say about the girder?")
}
