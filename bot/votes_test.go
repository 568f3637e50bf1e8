package bot_test

import (
	"context"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"onrecord/answer"
	"onrecord/bot"
	"onrecord/bot/discordtest"
	"onrecord/news"
)

const (
	up   = "👍 Helpful"
	down = "👎 Not helpful"
)

// votes waits until there are n votes that fit.
func votes(t *testing.T, s servers, n int, fit func(news.Vote) bool) []news.Vote {
	t.Helper()
	var got []news.Vote
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(10 * time.Millisecond) { // a vote is kept beside the form that asks why
		got = nil
		if err := s.Votes(t.Context(), func(v news.Vote) error {
			if fit == nil || fit(v) {
				got = append(got, v)
			}
			return nil
		}); err != nil {
			t.Fatal(err)
		}
		if len(got) == n {
			return got
		}
	}
	t.Fatalf("%d votes, want %d: %+v", len(got), n, got)
	return nil
}

func TestVotes(t *testing.T) {
	t.Parallel()
	d, s := serving(t, nil)
	m := d.use(t, manager, "ask", "question", closure)
	thanks := d.press(t, member, m, up)
	wantText(t, thanks, "Thank you, that is noted.")
	if !thanks.Ephemeral() {
		t.Error("others see it")
	}
	v := votes(t, s, 1, nil)[0]
	if v.Answer != m.ID || v.Person != bob || v.Place != news.ServerLibrary(discordtest.GuildID) || !v.Helpful || v.Outcome != "answered" ||
		v.Words != "" || len(v.Spans) != 1 || v.Spans[0].Paragraph != 3 {
		t.Errorf("kept %+v", v)
	}

	// A change of mind, with a reason; somebody else's vote stands beside it.
	d.press(t, manager, m, up)
	p, err := d.Press(member, m.ID, down)
	if err != nil {
		t.Fatal(err)
	}
	votes(t, s, 1, func(v news.Vote) bool { return !v.Helpful }) // kept before anything is typed
	wantText(t, d.Fill(p, nil, "it was\nthe council, not her"), "Thank you")
	v = votes(t, s, 1, func(v news.Vote) bool { return v.Reason != "" })[0]
	if v.Helpful || v.Reason != "it was the council, not her" || len(v.Spans) != 1 {
		t.Errorf("kept %+v", v)
	}
	votes(t, s, 2, nil)

	t.Run("under an abstention and a mention", func(t *testing.T) {
		m := d.Mention("What did Petra Oduya say about the ferry company?")
		d.press(t, member, m, up)
		got := votes(t, s, 1, func(v news.Vote) bool { return v.Answer == m.ID })
		if got[0].Outcome != "not_by_this_speaker" {
			t.Errorf("the outcome is %q", got[0].Outcome)
		}
	})
	t.Run("not under other messages", func(t *testing.T) {
		for _, m := range []discordtest.Message{d.Slash("speaker", "name", "Varga"), d.Slash("help"), d.Click(m, "Context")} {
			if strings.Contains(strings.Join(m.Buttons(), " "), up) {
				t.Errorf("votes are asked for under\n%s", m.Text())
			}
		}
	})
}

// TestVotesAfterRestart: what a button needs to know is in it.
func TestVotesAfterRestart(t *testing.T) {
	t.Parallel()
	srv := discordtest.New(t)
	path := t.TempDir() + "/library.db"
	first := start(t, srv, openServers(t, path).into(nil))
	first.Ready()
	m := first.use(t, manager, "ask", "question", closure)
	first.stop()
	if err := first.ended(t); err != nil {
		t.Fatal(err)
	}
	s := openServers(t, path)
	second := start(t, srv, s.into(nil))
	second.ReadyAgain(2)
	second.press(t, member, m, up)
	votes(t, s, 1, func(v news.Vote) bool { return v.Answer == m.ID && v.Helpful })
}

func TestQuestionsAreKeptWhereThatIsChosen(t *testing.T) {
	t.Parallel()
	d, s := serving(t, nil)
	kept := func() (words []string) {
		t.Helper()
		if err := s.Questions(t.Context(), "", func(q news.KeptQuestion) error { words = append(words, q.Words); return nil }); err != nil {
			t.Fatal(err)
		}
		return words
	}
	d.use(t, manager, "ask", "question", closure)
	wantText(t, d.use(t, member, "privacy"), "Your questions are not stored here")
	wantText(t, d.use(t, manager, "settings", "questions", "true"), "kept for 30 days")
	wantText(t, d.use(t, member, "privacy"), "The questions asked here are kept for 30 days")
	m := d.use(t, member, "ask", "question", "Who is Ilse Varga?")
	d.use(t, elsewise, "ask", "question", "Who is Petra Oduya?") // another server
	d.press(t, member, m, up)
	v := votes(t, s, 1, nil)[0]
	if v.Words != "Who is Ilse Varga?" {
		t.Errorf("the vote's question reads %q", v.Words)
	}
	if got := kept(); len(got) != 1 {
		t.Errorf("kept %q", got)
	}
	wantText(t, d.use(t, manager, "settings", "questions", "false"), "not kept")
	if got := kept(); len(got) != 0 {
		t.Errorf("still kept after switching it off: %q", got)
	}
}

func TestForgetMe(t *testing.T) {
	t.Parallel()
	d, s := serving(t, nil)
	d.use(t, manager, "settings", "questions", "true")
	m := d.use(t, member, "ask", "question", closure)
	d.press(t, member, m, up)
	d.press(t, manager, m, up)
	own := discordtest.Use{Direct: true, User: bob}
	d.adds(t, own, "orchard.md", orchard)
	d.use(t, own, "settings", "boldness", "0.2")
	d.adds(t, manager, "tram.md", tram)
	votes(t, s, 2, nil)

	asked := d.use(t, member, "forget-me")
	wantText(t, asked, "everywhere and at once?")
	if !asked.Ephemeral() {
		t.Error("others see the question")
	}
	wantText(t, d.press(t, member, asked, "Keep it"), "Nothing was deleted")
	votes(t, s, 2, nil)
	done := d.press(t, member, d.use(t, member, "forget-me"), "Delete everything")
	wantText(t, done, "All that I kept about you is deleted.", "1 opinion of an answer", "1 question", "1 article")
	if left := votes(t, s, 1, nil); left[0].Person != discordtest.AdaID {
		t.Errorf("left %+v", left)
	}
	wantText(t, d.use(t, own, "settings"), "as usual")
	if m := d.use(t, own, "ask", "question", aboutCherries); strings.Contains(m.Text(), "half of the cherries") {
		t.Errorf("their article is still there:\n%s", m.Text())
	}
	wantText(t, d.use(t, manager, "ask", "question", aboutTram), "in spring")
	wantText(t, d.press(t, member, d.use(t, member, "forget-me"), "Delete everything"), "I kept nothing about you.")
	if libraries, err := s.Libraries(t.Context()); err != nil || strings.Contains(strings.Join(libraries, " "), bob) {
		t.Errorf("libraries %q, %v", libraries, err)
	}
}

// TestEventsAreAnsweredOnceByTwo: two bots at one Discord, which sends every
// event to both, answer each once; and so does one that is restarted.
func TestEventsAreAnsweredOnceByTwo(t *testing.T) {
	t.Parallel()
	srv := discordtest.New(t)
	srv.Lenient = true // both may try to acknowledge
	path := t.TempDir() + "/library.db"
	var worked atomic.Int32
	claiming := func(s servers) func(*bot.Config) {
		return s.into(func(c *bot.Config) {
			c.Claims = insistent{s.Store}
			all := c.Engine
			c.Engine = engine{Engine: all, ask: func(ctx context.Context, q news.Question) (answer.Answer, error) {
				worked.Add(1)
				return all.Ask(ctx, q)
			}}
		})
	}
	a := start(t, srv, claiming(openServers(t, path)))
	a.Ready()
	b := start(t, srv, claiming(openServers(t, path)))
	b.ReadyAgain(2)
	asked := map[string]bool{}
	for range 5 {
		post := a.Send(discordtest.Post{Content: "@bot " + closure})
		asked[post.ID] = true
		if _, err := a.Reply(t.Context(), post.ID); err != nil {
			t.Fatal(err)
		}
		wantText(t, a.Slash("ask", "question", closure), "eighteen months")
	}
	for _, r := range []*running{a, b} {
		r.stop()
		if err := r.ended(t); err != nil {
			t.Fatal(err)
		}
	}
	replies := map[string]int{}
	for _, m := range srv.BotMessages() {
		replies[m.ReplyTo]++
	}
	for id := range asked {
		if replies[id] != 1 {
			t.Errorf("message %s has %d replies", id, replies[id])
		}
	}
	if n := worked.Load(); n != 10 {
		t.Errorf("ten events were worked on %d times", n)
	}
	if replies[""] != 5 {
		t.Errorf("five commands have %d answers", replies[""])
	}
}
