package bot

import (
	"strconv"
	"testing"
	"time"
)

// eventAtTime is an ID as Discord gives it at a time.
func eventAtTime(at time.Time) string {
	const firstOf2015 = 1420070400000
	return strconv.FormatInt((at.UnixMilli()-firstOf2015)<<22, 10)
}

// TestPaceOfWhatComesLate: what somebody asked slowly is not too fast when the
// gateway brings it all at once, and what was asked at once is.
func TestPaceOfWhatComesLate(t *testing.T) {
	b := &Bot{clock: &discordClock{}, pace: newPace(3*time.Second, 1, 0), crowd: newPace(time.Second, 1, 0)}
	now := time.Now()
	ask := func(ago time.Duration) error {
		err, _ := b.tooFast(Request{ID: eventAtTime(now.Add(-ago)), User: "ada", Server: "1"})
		return err
	}
	for ago := 60 * time.Second; ago > 0; ago -= 5 * time.Second {
		if err := ask(ago); err != nil {
			t.Errorf("asked %v ago: %v", ago, err)
		}
	}
	if err := ask(5 * time.Second); err == nil {
		t.Error("two at once were both let through")
	}
	for name, c := range map[string]struct{ id, want string }{
		"older than any session": {eventAtTime(now.Add(-24 * time.Hour)), sessionsLast.String()},
		"ahead of this clock":    {eventAtTime(now.Add(time.Hour)), "0s"},
		"without a time":         {"not a number", "0s"},
	} {
		if got := now.Sub(b.clock.asked(c.id, now)); got.String() != c.want {
			t.Errorf("%s: %v ago, want %s", name, got, c.want)
		}
	}
}
