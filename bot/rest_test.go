package bot

import (
	"strconv"
	"testing"
	"time"
)

// TestRestOfPace: who may ask as much as anybody is forgotten, and nobody may ask
// more for that.
func TestRestOfPace(t *testing.T) {
	const every, burst, quiet = time.Second, 3, time.Minute
	start := time.Now()
	ask := func(p *pace, who string, times int, at time.Time) (refused, told int) {
		for range times {
			if d, tell := p.wait(who, at); d > 0 {
				refused++
				if tell {
					told++
				}
			}
		}
		return refused, told
	}
	for name, c := range map[string]struct {
		asked         int
		later         time.Duration
		known         bool
		refused, told int // of three more
	}{
		"one asked just now":                       {1, 0, true, 1, 1},
		"three, half of it given back":             {3, every * 3 / 2, true, 2, 1},
		"three, all given back":                    {3, every * 3, false, 0, 0},
		"one told no, which must not be so soon":   {4, 0, true, 3, 0},
		"told no within the quiet, all given back": {4, quiet / 2, true, 0, 0},
		"told no before the quiet":                 {4, quiet, false, 0, 0},
	} {
		t.Run(name, func(t *testing.T) {
			p, unrested := newPace(every, burst, quiet), newPace(every, burst, quiet)
			ask(p, "ada", c.asked, start)
			ask(unrested, "ada", c.asked, start)
			at := start.Add(c.later)
			p.rest(at)
			if got := p.all.Contains("ada"); got != c.known {
				t.Errorf("remembered: %v, want %v", got, c.known)
			}
			refused, told := ask(p, "ada", 3, at)
			if refused != c.refused || told != c.told {
				t.Errorf("%d of three are refused and %d told, want %d and %d", refused, told, c.refused, c.told)
			}
			if r, n := ask(unrested, "ada", 3, at); r != refused || n != told {
				t.Errorf("without a rest %d would be refused and %d told, not %d and %d", r, n, refused, told)
			}
		})
	}
}

// TestRestOfSeen: only events that are old enough for the store to know of them
// may come again.
func TestRestOfSeen(t *testing.T) {
	now := time.Now()
	b := &Bot{clock: &discordClock{}, seen: newSeen(), pace: newPace(1, 1, 1), crowd: newPace(1, 1, 1)}
	ids := map[string]string{
		"old":        eventAtTime(now.Add(-2 * time.Minute)),
		"young":      eventAtTime(now.Add(-30 * time.Second)),
		"no event's": "unheard 1 2",
	}
	for _, id := range ids {
		b.seen.before(id)
	}
	b.Rest()
	if !b.seen.before(ids["old"]) {
		t.Error("an event was forgotten that no store knows of")
	}
	b.config.Claims = neverAsked{}
	b.Rest()
	for name, id := range ids {
		if got, want := b.seen.before(id), name != "old"; got != want {
			t.Errorf("%s: known after a rest: %v, want %v", name, got, want)
		}
	}
}

// neverAsked is a store that agrees to nothing.
type neverAsked struct{ Claims }

// BenchmarkRest lets go of a full memory.
func BenchmarkRest(b *testing.B) {
	for b.Loop() {
		b.StopTimer()
		p := newPace(time.Second, 3, 0)
		past := time.Now().Add(-time.Hour)
		for i := range remembered {
			p.wait(strconv.Itoa(i), past)
		}
		b.StartTimer()
		p.rest(time.Now())
	}
}
