package bot_test

import (
	"context"
	"errors"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"onrecord/answer"
	"onrecord/bot"
	"onrecord/bot/discordtest"
	"onrecord/news"
)

// flaky is an engine whose first so many questions fail.
func flaky(times int32, err error) func(*bot.Config) {
	left := new(atomic.Int32)
	left.Store(times)
	return func(c *bot.Config) {
		real := c.Engine
		asking(func(ctx context.Context, q news.Question) (answer.Answer, error) {
			if left.Add(-1) >= 0 {
				return answer.Answer{}, err
			}
			return real.Ask(ctx, q)
		})(c)
	}
}

var errStore = errors.New("the store is down")

func TestAgain(t *testing.T) {
	t.Parallel()
	t.Run("a mention", func(t *testing.T) {
		t.Parallel()
		d := run(t, flaky(1, errStore))
		sorry := d.Mention(closure)
		wantText(t, sorry, "Something went wrong")
		press(t, d, discordtest.Use{}, sorry, "Try again")
		m := settled(t, d, sorry.ID, "eighteen months")
		if n := len(d.BotMessages()); n != 1 || m.Ephemeral() {
			t.Errorf("%d messages", n)
		}
	})
	t.Run("a reply that leans on an answer", func(t *testing.T) {
		t.Parallel()
		var down atomic.Bool
		d := run(t, func(c *bot.Config) {
			real := c.Engine
			asking(func(ctx context.Context, q news.Question) (answer.Answer, error) {
				if down.Load() {
					return answer.Answer{}, errStore
				}
				return real.Ask(ctx, q)
			})(c)
		})
		first := d.Mention(closure)
		down.Store(true)
		sorry := d.Ask(discordtest.Post{Content: "@bot and about the girder?", ReplyTo: first.ID})
		down.Store(false)
		press(t, d, discordtest.Use{}, sorry, "Try again")
		wantAsked(t, settled(t, d, sorry.ID, "girder to fall"), "What did Ilse Varga say about the girder?")
	})
	t.Run("a command, whose answer is public", func(t *testing.T) {
		t.Parallel()
		d := run(t, flaky(1, errStore))
		sorry := d.Slash("ask", "question", closure)
		if !sorry.Ephemeral() {
			t.Error("others see the apology")
		}
		press(t, d, discordtest.Use{}, sorry, "Try again")
		m := said(t, d, "eighteen months")
		if m.Ephemeral() {
			t.Error("only one person sees the answer")
		}
		gone(t, d, sorry.ID)
		if n := len(d.BotMessages()); n != 1 {
			t.Errorf("%d messages, want the answer alone", n)
		}
	})
	t.Run("a form", func(t *testing.T) {
		t.Parallel()
		var down atomic.Bool
		d := run(t, func(c *bot.Config) {
			real := c.Engine
			asking(func(ctx context.Context, q news.Question) (answer.Answer, error) {
				if down.Load() {
					return answer.Answer{}, context.DeadlineExceeded
				}
				return real.Ask(ctx, q)
			})(c)
		})
		_, first := opened(t, d, d.Mention(closure))
		down.Store(true)
		p, err := d.Press(discordtest.Use{}, first.ID, "Ask more")
		sorry := d.Fill(p, err, "and about the girder?")
		wantText(t, sorry, "took too long")
		down.Store(false)
		press(t, d, discordtest.Use{}, sorry, "Try again")
		wantAsked(t, said(t, d, "girder to fall"), "What did Ilse Varga say about the girder?")
	})
	t.Run("pressed twice at once", func(t *testing.T) {
		t.Parallel()
		d := run(t, flaky(1, errStore))
		sorry := d.Slash("ask", "question", closure)
		press(t, d, discordtest.Use{}, sorry, "Try again")
		press(t, d, discordtest.Use{}, sorry, "Try again")
		said(t, d, "eighteen months")
		gone(t, d, sorry.ID)
		d.stop()
		if err := d.ended(t); err != nil {
			t.Fatal(err)
		}
		if n := len(d.BotMessages()); n != 1 {
			t.Errorf("%d messages, want one answer", n)
		}
	})
	t.Run("fails again, and then not", func(t *testing.T) {
		t.Parallel()
		d := run(t, flaky(2, errStore))
		sorry := d.Mention(closure)
		press(t, d, discordtest.Use{}, sorry, "Try again")
		sorry = settledEdits(t, d, sorry.ID, 2)
		wantText(t, sorry, "Something went wrong")
		press(t, d, discordtest.Use{}, sorry, "Try again")
		settled(t, d, sorry.ID, "eighteen months")
	})
	t.Run("after a restart", func(t *testing.T) {
		t.Parallel()
		d := run(t, flaky(1, errStore))
		sorry := d.Mention(closure)
		d.stop()
		if err := d.ended(t); err != nil {
			t.Fatal(err)
		}
		again := start(t, d.T, nil)
		again.ReadyAgain(2)
		press(t, again, discordtest.Use{}, sorry, "Try again")
		settled(t, again, sorry.ID, "eighteen months")
	})
	t.Run("the question is gone", func(t *testing.T) {
		t.Parallel()
		d := run(t, flaky(1, errStore))
		d.Lenient = true
		q := d.Send(discordtest.Post{Content: "@bot " + closure})
		sorry, err := d.Reply(t.Context(), q.ID)
		if err != nil {
			t.Fatal(err)
		}
		d.Erase(q.ID)
		press(t, d, discordtest.Use{}, sorry, "Try again")
		settled(t, d, sorry.ID, "find that question any more")
	})
	t.Run("what the asker can mend has no button", func(t *testing.T) {
		t.Parallel()
		d := run(t, flaky(1, news.ErrBadInput))
		if b := d.Mention(closure).Buttons(); len(b) > 0 {
			t.Errorf("buttons %q", b)
		}
	})
	t.Run("a question without room in a button", func(t *testing.T) {
		t.Parallel()
		d := run(t, flaky(1, errStore))
		if b := d.Slash("ask", "question", closure+strings.Repeat(" really", 20)).Buttons(); len(b) > 0 {
			t.Errorf("buttons %q", b)
		}
	})
}

// said waits for a message of the bot with those words.
func said(t *testing.T, d *running, words string) discordtest.Message {
	t.Helper()
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(2 * time.Millisecond) {
		for _, m := range d.BotMessages() {
			if strings.Contains(m.Text(), words) && len(m.Embeds) > 0 && m.Embeds[0].Color == 0x2E7D32 && m.Edits < 100 && lastSaid(d, m) {
				return m
			}
		}
	}
	t.Fatalf("nobody said %q", words)
	return discordtest.Message{}
}

// lastSaid tells whether a message is the newest of its channel.
func lastSaid(d *running, m discordtest.Message) bool {
	all := d.BotMessages()
	return all[len(all)-1].ID == m.ID
}

// gone waits until a message is deleted.
func gone(t *testing.T, d *running, id string) {
	t.Helper()
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(2 * time.Millisecond) {
		for _, m := range d.Messages() {
			if m.ID == id && m.Deleted {
				return
			}
		}
	}
	t.Errorf("message %s is still there", id)
}

// settledEdits waits until a message has been edited so often.
func settledEdits(t *testing.T, d *running, id string, n int) discordtest.Message {
	t.Helper()
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(2 * time.Millisecond) {
		for _, m := range d.Messages() {
			if m.ID == id && m.Edits >= n {
				return m
			}
		}
	}
	t.Fatalf("message %s was not edited %d times", id, n)
	return discordtest.Message{}
}

func TestPaceOfAServer(t *testing.T) {
	t.Parallel()
	d := run(t, func(c *bot.Config) { c.CrowdBurst, c.CrowdEvery = 2, time.Hour })
	d.Slash("ask", "question", closure)
	d.Mention(closure)
	wantText(t, d.Ask(discordtest.Post{Content: "@bot " + closure, User: "777777777777777771"}), "This server is asking faster than I can read. Try again in")
	d.Send(discordtest.Post{Content: "@bot " + closure, User: "777777777777777772"}) // not told again
	m := d.Slash("ask", "question", closure)
	wantText(t, m, "This server is asking faster")
	if !m.Ephemeral() {
		t.Error("others see it")
	}
	wantText(t, d.Ask(discordtest.Post{Content: "@bot " + closure, Server: "888000000000000001"}), "eighteen months")
	wantText(t, d.DM(closure), "eighteen months")
	d.stop()
	if err := d.ended(t); err != nil {
		t.Fatal(err)
	}
	if n := len(d.BotMessages()); n != 6 {
		t.Errorf("%d messages, want four answers and two refusals", n)
	}
}
