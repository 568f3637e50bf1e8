package bot_test

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"onrecord/bot"
	"onrecord/bot/discordtest"
)

// transcript is what was said, as a golden file keeps it.
type transcript struct{ strings.Builder }

func (s *transcript) add(who, typed string, m discordtest.Message) {
	fmt.Fprintf(s, "%s: %s\n", who, typed)
	if m.Ephemeral() {
		s.WriteString("(only they see this)\n")
	}
	for line := range strings.Lines(m.Text()) {
		s.WriteString("  | " + strings.TrimRight(line, "\n") + "\n")
	}
	if len(m.Buttons()) > 0 {
		fmt.Fprintf(s, "  | [%s]\n", strings.Join(m.Buttons(), "] ["))
	}
	s.WriteString("\n")
}

func (s *transcript) golden(t *testing.T, name string) {
	t.Helper()
	path := filepath.Join("testdata", name+".golden")
	if flag.Lookup("update").Value.String() == "true" {
		if err := os.WriteFile(path, []byte(s.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), s.String()); d != "" {
		t.Errorf("%s changed (-want +got):\n%s\nrun go test -update if that is right", path, d)
	}
}

// titleOf is the question in the title of an answer.
func titleOf(m discordtest.Message) string {
	if len(m.Embeds) == 0 {
		return ""
	}
	return m.Embeds[0].Title
}

func wantAsked(t *testing.T, m discordtest.Message, want string) {
	t.Helper()
	if got := titleOf(m); got != want {
		t.Errorf("understood as %q, want %q", got, want)
	}
}

func TestRepliesGoOn(t *testing.T) {
	t.Parallel()
	d := run(t, nil)
	var said transcript
	last := d.Mention(closure)
	said.add("ada", closure, last)
	for _, c := range []struct{ typed, want string }{
		{"and Tomas Reil?", "What did Tomas Reil say about the closure?"},
		{"what about the plan?", "What did Tomas Reil say about the plan?"},
		{"when did he say that?", "When did Tomas Reil speak about the plan?"},
		{"and Varga?", "When did Ilse Varga speak about the plan?"},
		{"and about the girder?", "What did Ilse Varga say about the girder?"},
		{"What did Petra Oduya deny?", "What did Petra Oduya deny?"},
		{"and about the steel?", "What did Petra Oduya say about the steel?"},
	} {
		m := d.Ask(discordtest.Post{Content: "@bot " + c.typed, ReplyTo: last.ID})
		wantAsked(t, m, c.want)
		said.add("ada, in reply", c.typed, m)
		last = m
	}
	said.golden(t, "conversation-replies")
}

func TestRepliesAboutWhatIsShown(t *testing.T) {
	t.Parallel()
	d := run(t, nil)
	paraphrase, quotation := d.Slash("ask", "question", closure), d.Slash("ask", "question", "What did Varga say about a girder?")
	plan := d.Mention("What did Reil say about the plan?")
	for _, c := range []struct {
		name, typed string
		to          discordtest.Message
		want        []string
	}{
		{"is that a quote, of a paraphrase", "is that a quote?", paraphrase, []string{"A paraphrase"}},
		{"is that a quote, of a quotation", "is that a direct quote?", quotation, []string{"Verbatim", "credited to Ilse Varga", "girder to fall"}},
		{"did she really", "did she really say that?", quotation, []string{"Verbatim", "credited to Ilse Varga"}},
		{"who else", "who else?", plan, []string{"this"}},
		{"a profile", "and about the closure?", d.Slash("speaker", "name", "Varga"), []string{"What did Ilse Varga say about the closure?", "eighteen months"}},
		{"a check", "who said that?", d.Slash("check", "words", "We will not wait for a girder to fall"), []string{"Verbatim", "Ilse Varga"}},
		{"a refusal", "and Varga?", d.Mention("What did Petra Oduya say about the closure?"), []string{"What did Ilse Varga say about the closure?", "eighteen months"}},
		{"no words", "", paraphrase, []string{"/ask question"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			wantText(t, d.Ask(discordtest.Post{Content: "@bot " + c.typed, ReplyTo: c.to.ID}), c.want...)
		})
	}
}

// TestRepliesGoOnAfterARestart holds that nothing of a conversation is in memory.
func TestRepliesGoOnAfterARestart(t *testing.T) {
	t.Parallel()
	d := run(t, nil)
	first := d.Mention(closure)
	d.stop()
	if err := d.ended(t); err != nil {
		t.Fatal(err)
	}
	again := start(t, d.T, nil)
	again.ReadyAgain(2)
	m := again.Ask(discordtest.Post{Content: "@bot and about the girder?", ReplyTo: first.ID})
	wantAsked(t, m, "What did Ilse Varga say about the girder?")
	wantText(t, m, "girder to fall")
}

const lighthouse = `---
title: "Tram to the lighthouse opens"
date: 2025-06-03
url: https://courier.example/2025/tram
---

The tram to the lighthouse opened on Tuesday.

"The closure of the harbour road was worth it," Mayor Ilse Varga said.
`

// listening is a bot that may read all messages.
func listening(t *testing.T, change func(*bot.Config)) *running {
	t.Helper()
	return run(t, func(c *bot.Config) {
		c.MessageContent = true
		if change != nil {
			change(c)
		}
	}, discordtest.Options{Privileged: discordtest.IntentMessageContent})
}

func TestRepliesToWhatOthersWrite(t *testing.T) {
	t.Parallel()
	d := listening(t, own(t))
	d.add(t, "tram.md", lighthouse)
	link := d.Send(discordtest.Post{Content: "have you seen https://www.courier.example/2025/tram#:~:text=closure?"})
	quotation := d.Send(discordtest.Post{Content: "lol he said\n> a gift to the ferry company"})
	claim := d.Send(discordtest.Post{Content: "Varga: “we will not wait for the girder to fall”"})
	for _, c := range []struct {
		name, typed string
		to          discordtest.Message
		want        []string
	}{
		{"a link to an article", closure, link, []string{"worth it", "Tram to the lighthouse"}},
		{"a link, and what leans on it", "what did she say about the closure?", link, []string{"worth it"}},
		{"a quotation: who said it", "who said that?", quotation, []string{"Tomas Reil", "a gift to the ferry company"}},
		{"a quotation: is it true", "is that true?", claim, []string{"Nearly"}},
		{"a quotation and no words", "", quotation, []string{"Verbatim", "Tomas Reil"}},
		{"a question of its own", closure, quotation, []string{"What did Varga say about the closure?"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			wantText(t, d.Ask(discordtest.Post{Content: "@bot " + c.typed, ReplyTo: c.to.ID}), c.want...)
		})
	}
}

// TestRepliesToWhatIsHidden: without the privileged intent Discord keeps what
// others write from the bot.
func TestRepliesToWhatIsHidden(t *testing.T) {
	t.Parallel()
	d := run(t, nil)
	said := d.Send(discordtest.Post{Content: "he said “a gift to the ferry company”"})
	wantText(t, d.Ask(discordtest.Post{Content: "@bot who said that?", ReplyTo: said.ID}), "does not show me the message", "Check this quote")
	wantText(t, d.Ask(discordtest.Post{Content: "@bot", ReplyTo: said.ID}), "does not show me the message")
	wantText(t, d.Ask(discordtest.Post{Content: "@bot " + closure, ReplyTo: said.ID}), "eighteen months")
}

func TestDirectMessagesGoOn(t *testing.T) {
	t.Parallel()
	d := run(t, nil)
	first := d.DM(closure)
	wantAsked(t, d.DM("and about the girder?"), "What did Ilse Varga say about the girder?")
	wantAsked(t, d.DM("What did Reil say about the plan?"), "What did Reil say about the plan?")
	wantAsked(t, d.DM("Lindqvist customers"), "Lindqvist customers")
	wantAsked(t, d.Ask(discordtest.Post{Content: "what about Reil?", Direct: true, ReplyTo: first.ID}), "What did Tomas Reil say about the closure?")
	d.DM(closure)
	d.Advance(11 * time.Minute) // by then it may be about anything
	wantAsked(t, d.DM("and about the girder?"), "and about the girder?")
}

// settled waits until a message says what is wanted, and returns it.
func settled(t *testing.T, d *running, id, want string) discordtest.Message {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	for {
		var last discordtest.Message
		for _, m := range d.Messages() {
			if m.ID == id {
				last = m
			}
		}
		if strings.Contains(last.Text(), want) {
			return last
		}
		select {
		case <-ctx.Done():
			t.Fatalf("message %s never said %q:\n%s", id, want, last.Text())
		case <-time.After(2 * time.Millisecond):
		}
	}
}
