package bot_test

import (
	"strings"
	"testing"

	"onrecord/bot"
)

// TestPrivacyTellsWhatIsSo: what is not kept is not said to be, what is is.
func TestPrivacyTellsWhatIsSo(t *testing.T) {
	t.Parallel()
	t.Run("a bot that keeps nothing", func(t *testing.T) {
		m := run(t, nil).Slash("privacy")
		wantText(t, m, "Nothing that you ask or write is stored.")
		for _, not := range []string{"your vote", "15 minutes", "/forget-me", "language model", "second model"} {
			if strings.Contains(m.Text(), not) {
				t.Errorf("it says %q:\n%s", not, m.Text())
			}
		}
	})
	t.Run("one that keeps votes and asks a model", func(t *testing.T) {
		d, _ := serving(t, func(c *bot.Config) { c.Model, c.Embedding = "small-model-1", "vectors-2" })
		wantText(t, d.Slash("privacy"), "your vote with your user ID", "15 minutes", "A language model, small-model-1,", "vectors-2, is sent every question and all articles, yours included", "/forget-me deletes")
	})
	if bot.QuestionsKept.Hours() != 30*24 || bot.ClaimsKept.Minutes() != 15 {
		t.Error("/privacy says 30 days and 15 minutes")
	}
}
