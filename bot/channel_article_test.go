package bot_test

import (
	"strings"
	"testing"

	"onrecord/bot/discordtest"
)

// TestThreadsAskTheirChannelsArticle: a channel's article holds in its threads,
// however they are asked and whichever process answers, unless a thread has
// chosen otherwise.
func TestThreadsAskTheirChannelsArticle(t *testing.T) {
	t.Parallel()
	d, s := serving(t, nil)
	d.adds(t, manager, "tram.md", tram)
	d.adds(t, manager, "orchard.md", orchard)
	_, first := opened(t, d, d.Mention(aboutTram))
	thread := manager
	thread.Channel = first.Channel
	const (
		tramShown = "The airport tram will open in spring"
		only      = "In this channel I ask only"
	)
	asked := func(want, question string) {
		t.Helper()
		wantText(t, d.use(t, thread, "ask", "question", question), want)
		wantText(t, d.Ask(discordtest.Post{Content: "@bot " + question, Channel: thread.Channel}), want)
	}
	asked(tramShown, aboutTram)
	wantText(t, d.use(t, manager, "article use", "article", "cherries"), "asked of “Frost takes half", "So are those in its threads")
	asked(only, aboutTram)
	asked("half of the cherries", aboutCherries)

	t.Run("not in other channels", func(t *testing.T) {
		other := manager
		other.Channel = d.AddChannel(discordtest.GuildID, "trams")
		wantText(t, d.use(t, other, "ask", "question", aboutTram), tramShown)
		wantText(t, d.Ask(discordtest.Post{Content: "@bot " + aboutTram, Channel: other.Channel}), tramShown)
	})
	t.Run("a thread with its own", func(t *testing.T) {
		m := d.use(t, thread, "article use", "article", "tram")
		if strings.Contains(m.Text(), "threads") {
			t.Errorf("a thread is told of its threads:\n%s", m.Text())
		}
		asked(tramShown, aboutTram)
		asked(only, aboutCherries)
		wantText(t, d.use(t, manager, "ask", "question", aboutTram), only)
	})
	t.Run("a thread that asks all", func(t *testing.T) {
		wantText(t, d.use(t, thread, "article use"), "asked of all articles")
		asked(tramShown, aboutTram)
		asked("half of the cherries", aboutCherries)
	})
	t.Run("a channel that asks all again", func(t *testing.T) {
		wantText(t, d.use(t, thread, "article use", "article", "tram"), "asked of “Tram line")
		wantText(t, d.use(t, manager, "article use"), "asked of all articles")
		wantText(t, d.use(t, manager, "ask", "question", aboutTram), tramShown)
		asked(only, aboutCherries)
	})
	t.Run("after a restart", func(t *testing.T) {
		wantText(t, d.use(t, manager, "article use", "article", "cherries"), "asked of “Frost takes half")
		_, first := opened(t, d, d.Mention(aboutCherries))
		again := beside(t, d, s)
		wantText(t, again.Ask(discordtest.Post{Content: "@bot " + aboutTram, Channel: first.Channel}), only)
	})
}

// beside stops a bot and starts another with the same libraries.
func beside(t *testing.T, d *running, s servers) *running {
	t.Helper()
	d.stop()
	if err := d.ended(t); err != nil {
		t.Fatal(err)
	}
	again := start(t, d.T, s.into(nil))
	again.ReadyAgain(2)
	return again
}
