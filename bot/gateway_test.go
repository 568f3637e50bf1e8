package bot_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"runtime"
	"strings"
	"testing"
	"time"

	"onrecord/answer"
	"onrecord/bot"
	"onrecord/bot/discordtest"
	"onrecord/news"
)

func TestReconnects(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name    string
		fault   func(d *running)
		resumed bool
		hangs   bool // until the bot gives the opening up
	}{
		{"dropped socket", func(d *running) { d.Drop() }, true, false},
		{"op 7", func(d *running) { d.Reconnect() }, true, false},
		{"op 9", func(d *running) { d.Invalidate() }, false, false},
		{"close 4000, unknown error", func(d *running) { d.CloseWith(4000, "") }, true, false},
		{"close 4007, invalid seq", func(d *running) { d.CloseWith(4007, "") }, false, false},
		{"close 4009, session timed out", func(d *running) { d.CloseWith(4009, "") }, false, false},
		{"then no hello", func(d *running) { d.Greet(discordtest.Silent); d.Drop() }, true, true},
		{"then op 7 in place of READY", func(d *running) { d.Greet(discordtest.ReconnectFirst); d.Drop() }, false, true},
		{"then op 9 in place of RESUMED", func(d *running) { d.Greet(discordtest.InvalidFirst); d.Drop() }, false, false},
		{"then hung up on twice", func(d *running) { d.Greet(discordtest.Hangup, discordtest.Hangup); d.Drop() }, true, false},
		{"then Discord is down", func(d *running) {
			d.Fail(discordtest.Fault{Path: "/gateway", Status: 503, Times: 2})
			d.Greet(discordtest.Hangup)
			d.Drop()
		}, true, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			d := run(t, func(cfg *bot.Config) {
				if c.hangs {
					cfg.OpenTimeout = time.Second
				}
			})
			wantText(t, d.Mention(closure), "eighteen months")
			c.fault(d)
			d.ReadyAgain(2)
			wantText(t, d.Mention(closure), "eighteen months")
			wantText(t, d.Slash("ask", "question", closure), "eighteen months")
			_, identified, resumed := d.Connections()
			if (resumed > 0) != c.resumed && !c.hangs { // a slow machine may give up earlier
				t.Errorf("%d sessions begun, %d resumed", identified, resumed)
			}
			if n := len(d.BotMessages()); n != 3 {
				t.Errorf("%d messages, want 3", n)
			}
		})
	}
}

func TestQuestionsWhileAwayAreAnsweredOnce(t *testing.T) {
	t.Parallel()
	d := run(t, nil)
	first := d.Mention(closure)
	d.Drop()
	asked := d.Send(discordtest.Post{Content: "@bot " + closure})
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	m, err := d.Reply(ctx, asked.ID)
	if err != nil {
		t.Fatal(err)
	}
	wantText(t, m, "eighteen months")
	if n := len(d.BotMessages()); n != 2 {
		t.Errorf("%d messages after %s, want 2", n, first.ID)
	}
}

func TestHeartbeats(t *testing.T) {
	t.Parallel()
	d := run(t, nil, discordtest.Options{Heartbeat: 300 * time.Millisecond})
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	if err := d.AwaitHeartbeats(ctx, 3); err != nil {
		t.Fatal(err)
	}
}

func TestDeadConnectionIsNoticed(t *testing.T) {
	t.Parallel()
	d := run(t, func(c *bot.Config) { c.ReadTimeout = 100 * time.Millisecond }) // and no word within 41 s
	d.ReadyAgain(2)
}

func TestWrongToken(t *testing.T) {
	t.Parallel()
	for name, token := range map[string]string{"wrong": "wrong.token.here", "of another kind": "Bearer x"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			srv := discordtest.New(t)
			srv.Lenient = true
			d := start(t, srv, func(c *bot.Config) { c.Token = token })
			err := d.ended(t)
			if !errors.Is(err, bot.ErrBadToken) || !strings.Contains(err.Error(), "discord.com/developers/applications") || strings.Contains(err.Error(), token) {
				t.Errorf("got %v", err)
			}
		})
	}
	t.Run("reset while running", func(t *testing.T) {
		t.Parallel()
		d := run(t, nil)
		d.SetToken("a new one")
		d.CloseWith(4004, "Authentication failed.")
		if err := d.ended(t); !errors.Is(err, bot.ErrBadToken) {
			t.Errorf("got %v", err)
		}
	})
	t.Run("with its prefix and quotation marks", func(t *testing.T) {
		t.Parallel()
		d := run(t, func(c *bot.Config) { c.Token = ` "Bot ` + discordtest.Token + "\"\n" })
		wantText(t, d.Mention(closure), "eighteen months")
	})
}

func TestConfigLacks(t *testing.T) {
	lib := library{}
	for name, c := range map[string]bot.Config{
		"token":  {Engine: lib, Pages: lib},
		"engine": {Token: "x", Pages: lib},
		"pages":  {Token: "x", Engine: lib},
	} {
		if _, err := bot.New(c); err == nil {
			t.Errorf("a bot was made without %s", name)
		}
	}
}

func TestCommandsAreRegisteredWhenTheyChange(t *testing.T) {
	t.Parallel()
	d := run(t, nil)
	d.stop()
	if err := d.ended(t); err != nil {
		t.Fatal(err)
	}
	start(t, d.T, nil)
	d.ReadyAgain(2)
	if n := d.CommandWrites(); n != 1 {
		t.Errorf("the same commands were registered %d times", n)
	}
}

func TestDiscordDownAtTheStart(t *testing.T) {
	t.Parallel()
	srv := discordtest.New(t)
	srv.Fail(discordtest.Fault{Path: "/gateway", Status: 500, Times: 5})
	srv.Fail(discordtest.Fault{Path: "/commands", Status: 500, Times: 5})
	srv.Greet(discordtest.Hangup)
	d := start(t, srv, nil)
	d.Ready()
	wantText(t, d.Mention(closure), "eighteen months")
}

func TestSessionStartsAreCounted(t *testing.T) {
	t.Parallel()
	srv := discordtest.New(t)
	srv.LimitStarts(time.Second, 2) // none left, as is said twice, more in a second
	d := start(t, srv, nil)
	d.Ready()
	if text := d.log.String(); !strings.Contains(text, "allows no more sessions for now") {
		t.Error("the bot did not wait")
	}
}

func TestInvite(t *testing.T) {
	t.Parallel()
	links := make(chan string, 1)
	run(t, func(c *bot.Config) { c.Invite = func(link string) { links <- link } })
	if link := <-links; !strings.Contains(link, "client_id="+discordtest.ApplicationID) ||
		!strings.HasSuffix(link, fmt.Sprint("&permissions=", discordtest.Usual)) { // with which every test here is made
		t.Error(link)
	}
}

func TestStopFinishesWhatIsInHand(t *testing.T) {
	t.Parallel()
	entered, release := make(chan struct{}), make(chan struct{})
	d := run(t, asking(func(context.Context, news.Question) (answer.Answer, error) {
		close(entered)
		<-release
		return answer.Answer{}, nil
	}))
	p, err := d.Command(discordtest.Use{}, "ask", "question", "Who?")
	if err != nil {
		t.Fatal(err)
	}
	<-entered
	d.stop()
	close(release)
	if err := d.ended(t); err != nil {
		t.Fatal(err)
	}
	wantText(t, d.Await(p), "do not say")
	if open, _, _ := d.Connections(); open != 0 {
		t.Errorf("%d sockets are left open", open)
	}
}

func TestStopHasALimit(t *testing.T) {
	t.Parallel()
	entered := make(chan struct{})
	d := run(t, func(c *bot.Config) {
		c.StopTime = 50 * time.Millisecond
		asking(func(ctx context.Context, _ news.Question) (answer.Answer, error) {
			close(entered)
			<-ctx.Done()
			return answer.Answer{}, ctx.Err()
		})(c)
	})
	if _, err := d.Command(discordtest.Use{}, "ask", "question", "Who?"); err != nil {
		t.Fatal(err)
	}
	<-entered
	d.stop()
	if err := d.ended(t); err != nil {
		t.Fatal(err)
	}
}

// TestGoroutinesEnd runs alone, since it counts all goroutines there are.
func TestGoroutinesEnd(t *testing.T) {
	before := runtime.NumGoroutine()
	srv, err := discordtest.Start(discordtest.Options{FirstReply: patience})
	if err != nil {
		t.Fatal(err)
	}
	lib := shared(t)
	opened := runtime.NumGoroutine() - before // the store's and the server's
	b, err := bot.New(bot.Config{Token: discordtest.Token, Engine: lib, Pages: lib, HTTPClient: srv.Client(), PaceBurst: 100, Backoff: time.Millisecond, StartEvery: time.Millisecond,
		FirstReply: patience, QuestionTime: patience, SendTime: patience, Logger: discard()})
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() { done <- b.Run(ctx) }()
	wait, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	if err := srv.AwaitReady(wait, 1); err != nil {
		t.Fatal(err)
	}
	for range 20 {
		p, err := srv.Command(discordtest.Use{}, "ask", "question", closure)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := p.Message(wait); err != nil {
			t.Fatal(err)
		}
	}
	srv.Drop()
	if err := srv.AwaitReady(wait, 2); err != nil {
		t.Fatal(err)
	}
	stop()
	if err := <-done; err != nil {
		t.Fatal(err)
	}
	srv.Close()
	http.DefaultClient.CloseIdleConnections()
	for runtime.NumGoroutine() > before+opened {
		select {
		case <-wait.Done():
			stacks := make([]byte, 1<<20)
			t.Fatalf("%d goroutines, %d at the start:\n%s", runtime.NumGoroutine(), before+opened, stacks[:runtime.Stack(stacks, true)])
		default:
			runtime.Gosched()
		}
	}
}
