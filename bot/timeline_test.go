package bot_test

import (
	"fmt"
	"strings"
	"testing"

	"onrecord/bot"
)

// quarrel gives a bot a newsroom with a row over a quarry, told on several days.
func quarrel(t *testing.T) func(*bot.Config) {
	change := own(t)
	return func(c *bot.Config) {
		change(c)
		lib := c.Engine.(library)
		for day := 1; day <= 6; day++ {
			page := fmt.Sprintf("# Quarry, day %d\n\nPublished %d April 2025\n\nMayor Ilse Varga said that the quarry would lose %d lorries.\n\nRavi Aldous, a teacher, said that the quarry made %d children ill.\n", day, 7-day, 7-day, day)
			if err := add(t.Context(), lib.Store, fmt.Sprint(day, ".md"), page); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func TestTimelineAndSides(t *testing.T) {
	t.Parallel()
	d := run(t, quarrel(t))
	t.Run("by date, with the rest a button away", func(t *testing.T) {
		m := d.Slash("timeline", "name", "Varga", "about", "quarry")
		wantText(t, m, "About “quarry” by date, the oldest first:", "1 April 2025", "lose 1 lorries", "lose 4 lorries")
		if strings.Index(m.Text(), "1 April") > strings.Index(m.Text(), "4 April") || strings.Contains(m.Text(), "lose 5") {
			t.Errorf("out of order, or too much: %s", m.Text())
		}
		next := d.Click(m, "Next")
		wantText(t, next, "From number 5 of 6:", "lose 5 lorries", "lose 6 lorries")
	})
	t.Run("whom a name may mean", func(t *testing.T) {
		wantText(t, d.Slash("timeline", "name", "Tomas"), "could be", "Tomas Reil")
	})
	t.Run("completion", func(t *testing.T) {
		if got := d.Complete("timeline", "name", "var"); len(got) != 1 || got[0].Value != "Ilse Varga" {
			t.Errorf("got %v", got)
		}
	})
	t.Run("sides take turns", func(t *testing.T) {
		m := d.Slash("sides", "topic", "the quarry")
		wantText(t, m, "2 speakers on this", "Ilse Varga", "Ravi Aldous")
		if n := strings.Count(m.Text(), "Ravi Aldous**"); n != 2 {
			t.Errorf("one of two speakers has %d of four quotations: %s", n, m.Text())
		}
	})
	t.Run("nobody speaks of it", func(t *testing.T) {
		wantText(t, d.Slash("sides", "topic", "volcanoes"), "Nobody in these articles speaks of this.")
	})
	t.Run("no topic", func(t *testing.T) {
		if m := d.Slash("sides", "topic", "?"); !m.Ephemeral() || !strings.Contains(m.Text(), "topic is empty") {
			t.Errorf("got %s", m.Text())
		}
	})
}
