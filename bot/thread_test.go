package bot_test

import (
	"context"
	"strings"
	"testing"

	"onrecord/bot"
	"onrecord/bot/discordtest"
)

// opened clicks Ask more under an answer and returns what the bot says and the
// message with which the thread begins.
func opened(t *testing.T, d *running, answer discordtest.Message) (said, first discordtest.Message) {
	t.Helper()
	said = d.Click(answer, "Ask more")
	for _, m := range d.BotMessages() {
		if m.Channel == answer.ID {
			return said, m
		}
	}
	t.Fatalf("there is no thread on the answer, only: %s", said.Text())
	return said, first
}

func TestThreads(t *testing.T) {
	t.Parallel()
	d := run(t, nil)
	var said transcript
	answer := d.Slash("ask", "question", closure)
	told, first := opened(t, d, answer)
	wantText(t, told, "<#"+answer.ID+">")
	if !told.Ephemeral() {
		t.Error("all are told where the thread is")
	}
	said.add("in the thread", "(a thread is opened)", first)
	p, err := d.Press(discordtest.Use{}, first.ID, "Ask more")
	m := d.Fill(p, err, "and about the girder?")
	wantAsked(t, m, "What did Ilse Varga say about the girder?")
	if m.Channel != answer.ID || m.Ephemeral() {
		t.Errorf("the answer stands in %s, flags %d", m.Channel, m.Flags)
	}
	said.add("ada, by the button", "and about the girder?", m)
	t.Run("the first button goes on from the last answer", func(t *testing.T) {
		p, err := d.Press(discordtest.Use{}, first.ID, "Ask more")
		m := d.Fill(p, err, "and Tomas Reil?")
		wantAsked(t, m, "What did Tomas Reil say about the girder?")
		said.add("ada, by the first button", "and Tomas Reil?", m)
	})
	t.Run("an answer's button goes on from that answer", func(t *testing.T) {
		p, err := d.Press(discordtest.Use{}, m.ID, "Ask more")
		m := d.Fill(p, err, "and about the closure?")
		wantAsked(t, m, "What did Ilse Varga say about the closure?")
	})
	t.Run("a mention goes on from the last answer", func(t *testing.T) {
		m := d.Ask(discordtest.Post{Content: "@bot and Tomas Lindqvist?", Channel: answer.ID})
		wantAsked(t, m, "What did Tomas Lindqvist say about the closure?")
		said.add("ada, with a mention", "and Tomas Lindqvist?", m)
	})
	t.Run("a mention with a question of its own", func(t *testing.T) {
		wantAsked(t, d.Ask(discordtest.Post{Content: "@bot What did Reil say about the plan?", Channel: answer.ID}), "What did Reil say about the plan?")
	})
	t.Run("a second click", func(t *testing.T) {
		d.Lenient = true // Discord refuses the second thread
		wantText(t, d.Click(answer, "Ask more"), "There is a thread", "<#"+answer.ID+">")
	})
	said.golden(t, "conversation-thread")
}

// TestThreadsAreForgottenByNobody asks on in a thread after a restart.
func TestThreadsAreForgottenByNobody(t *testing.T) {
	t.Parallel()
	d := run(t, nil)
	answer := d.Mention(closure)
	_, first := opened(t, d, answer)
	d.stop()
	if err := d.ended(t); err != nil {
		t.Fatal(err)
	}
	again := start(t, d.T, nil)
	again.ReadyAgain(2)
	p, err := again.Press(discordtest.Use{}, first.ID, "Ask more")
	wantAsked(t, again.Fill(p, err, "and about the girder?"), "What did Ilse Varga say about the girder?")
	wantAsked(t, again.Ask(discordtest.Post{Content: "@bot and Reil?", Channel: answer.ID}), "What did Tomas Reil say about the girder?")
}

func TestThreadsThatMayNotBe(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name  string
		allow int64
		want  string
	}{
		{"no permission to open", discordtest.ViewChannel | discordtest.SendMessages | discordtest.EmbedLinks | discordtest.ReadMessageHistory, "Create Public Threads"},
		{"no access", -1, "Create Public Threads"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			d := run(t, nil)
			d.Lenient = true
			answer := d.Mention(closure)
			d.SetChannel(discordtest.ChannelID, func(ch *discordtest.Channel) { ch.Permissions = c.allow })
			m := d.Click(answer, "Ask more")
			wantText(t, m, c.want)
			if !m.Ephemeral() {
				t.Error("others see it")
			}
			p, err := d.Press(discordtest.Use{}, m.ID, "Ask more")
			wantAsked(t, d.Fill(p, err, "and about the girder?"), "What did Ilse Varga say about the girder?")
		})
	}
	t.Run("no permission to write in it", func(t *testing.T) {
		t.Parallel()
		d := run(t, nil)
		d.Lenient = true
		answer := d.Mention(closure)
		d.Fail(discordtest.Fault{Method: "POST", Path: "/channels/" + answer.ID + "/messages", Times: 1, Status: 403})
		wantText(t, d.Click(answer, "Ask more"), "Send Messages in Threads", "<#"+answer.ID+">")
	})
	t.Run("in a thread", func(t *testing.T) {
		t.Parallel()
		d := run(t, nil)
		_, first := opened(t, d, d.Mention(closure))
		m := d.Ask(discordtest.Post{Content: "@bot " + closure, Channel: first.Channel})
		p, err := d.Press(discordtest.Use{}, m.ID, "Ask more")
		wantAsked(t, d.Fill(p, err, "and about the girder?"), "What did Ilse Varga say about the girder?")
	})
}

// TestThreadsWithTheIntent: where the bot may read all messages, those in its
// own threads need not mention it, and nothing else is answered.
func TestThreadsWithTheIntent(t *testing.T) {
	t.Parallel()
	d := listening(t, nil)
	_, first := opened(t, d, d.Mention(closure))
	m := d.Ask(discordtest.Post{Content: "and about the girder?", Channel: first.Channel})
	wantAsked(t, m, "What did Ilse Varga say about the girder?")
	wantAsked(t, d.Ask(discordtest.Post{Content: closure, Channel: first.Channel}), closure)
	elsewhere := d.AddChannel(discordtest.GuildID, "chat")
	for _, p := range []discordtest.Post{
		{Content: closure},
		{Content: closure, Channel: elsewhere},
		{Content: "haha nice one", Channel: first.Channel},
		{Content: "<@777777777777777777> what do you think?", Channel: first.Channel, Extra: map[string]any{"mentions": []any{map[string]any{"id": "777777777777777777"}}}},
		{Content: "", Channel: first.Channel},
	} {
		d.Send(p)
	}
	n := len(d.BotMessages())
	d.Ask(discordtest.Post{Content: "@bot " + closure}) // comes after those
	d.stop()
	if err := d.ended(t); err != nil {
		t.Fatal(err)
	}
	if got := len(d.BotMessages()); got != n+1 {
		t.Errorf("%d messages of what was not for the bot", got-n-1)
	}
}

func TestIntentThatIsNotSwitchedOn(t *testing.T) {
	t.Parallel()
	srv := discordtest.New(t)
	d := start(t, srv, func(c *bot.Config) { c.MessageContent = true })
	err := d.ended(t)
	if err == nil || !strings.Contains(err.Error(), "ONRECORD_MESSAGE_CONTENT") || !strings.Contains(err.Error(), "Message Content Intent") {
		t.Errorf("got %v", err)
	}
}

// TestOwnApp is a bot that somebody installed for themselves.
func TestOwnApp(t *testing.T) {
	t.Parallel()
	d := run(t, nil)
	for _, c := range []struct {
		name string
		use  discordtest.Use
	}{
		{"in a server without the bot", discordtest.Use{Own: true, Server: "999000000000000001"}},
		{"in a message between people", discordtest.Use{Own: true, Direct: true}},
		{"in a direct message", discordtest.Use{Direct: true}},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, err := d.Command(c.use, "ask", "question", closure)
			if err != nil {
				t.Fatal(err)
			}
			first := d.Await(p)
			wantText(t, first, "eighteen months")
			use := c.use
			p, err = d.Press(use, first.ID, "Ask more")
			if err != nil {
				t.Fatal(err)
			}
			ctx, cancel := context.WithTimeout(t.Context(), patience)
			defer cancel()
			form, err := p.Opened(ctx)
			if err != nil || form == nil {
				t.Fatalf("no form was opened: %v", err)
			}
			m := d.Await(d.Submit(use, *form, "and about the girder?"))
			wantAsked(t, m, "What did Ilse Varga say about the girder?")
			wantText(t, d.Await(press(t, d, use, m, "Context 1")), "Context: paragraph 2")
		})
	}
}

func press(t *testing.T, d *running, use discordtest.Use, m discordtest.Message, label string) *discordtest.Pending {
	t.Helper()
	p, err := d.Press(use, m.ID, label)
	if err != nil {
		t.Fatal(err)
	}
	return p
}
