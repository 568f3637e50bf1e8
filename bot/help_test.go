package bot_test

import (
	"strings"
	"testing"

	"onrecord/answer"
	"onrecord/bot"
	"onrecord/store"
)

// TestHelpAsksWhatTheLibraryAnswers: the example of /help is a question of this
// library that is answered.
func TestHelpAsksWhatTheLibraryAnswers(t *testing.T) {
	t.Parallel()
	d := run(t, nil)
	m := d.Slash("help")
	for range 20 { // a slow machine may not find one in the time there is before it has looked around
		if !strings.Contains(m.Text(), "Ryabkov") {
			break
		}
		m = d.Slash("help")
	}
	if !m.Ephemeral() {
		t.Error("others see it")
	}
	_, after, found := strings.Cut(m.Text(), "For example, here:")
	question, _, _ := strings.Cut(strings.TrimPrefix(strings.TrimSpace(strings.TrimPrefix(after, "**")), "> "), "\n")
	if !found || !strings.HasPrefix(question, "What did ") || strings.Contains(question, "Ryabkov") {
		t.Fatalf("no example of this library: %s", m.Text())
	}
	if answer := d.Mention(question); strings.Contains(answer.Text(), "not an answer") {
		t.Errorf("%q is not answered: %s", question, answer.Text())
	}
	wantText(t, m, "> /speaker name: ", "> /sides topic: ")
}

func TestHelpOfALibraryThatSaysNothing(t *testing.T) {
	t.Parallel()
	d := run(t, func(c *bot.Config) {
		s, err := store.Open(t.Context(), ":memory:")
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = s.Close() })
		lib := library{answer.New(s), s}
		c.Engine, c.Pages = lib, lib
	})
	wantText(t, d.Slash("help"), "What did Ryabkov say about a 48-hour ceasefire?")
}
