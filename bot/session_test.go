package bot

import (
	"testing"
	"time"

	"github.com/bwmarrin/discordgo"

	"onrecord/news"
)

// TestSessionMark: a session is left at the last event up to which all are dealt
// with, whatever came after it.
func TestSessionMark(t *testing.T) {
	inHand := map[string]bool{}
	has := func(event string) bool { return inHand[event] }
	s := takenUp(news.Session{Size: 2, Shard: 1, ID: "one", Sequence: 4})
	want := func(seq int64) {
		t.Helper()
		if got := s.now(has); got != (news.Session{Size: 2, Shard: 1, ID: "one", Sequence: seq}) {
			t.Errorf("left at %+v, want %d", got, seq)
		}
	}
	want(4)
	inHand["a"], inHand["b"] = true, true
	s.came(5, "")
	s.came(6, "a")
	s.came(7, "")
	s.came(8, "b")
	want(5)
	s.came(6, "a") // again, as a resumed session has it
	delete(inHand, "b")
	want(5)
	delete(inHand, "a")
	want(8)

	// One that is never dealt with holds nothing up for ever.
	inHand["stuck"] = true
	s.came(9, "stuck")
	want(8)
	s.waits[0].at = time.Now().Add(-longestWaits)
	want(9)
	for seq := int64(10); seq < 10+2*mostWaiting; seq++ {
		inHand["many"] = true
		s.came(seq, "many")
	}
	if got := s.now(has); got.Sequence < 10+mostWaiting-2 || len(s.waits) > mostWaiting {
		t.Errorf("with %d in hand it is left at %d", len(s.waits), got.Sequence)
	}
}

// TestTakeUp holds the library to having the fields that a session of another
// process is put into. When it fails after a new version, see resume.go.
func TestTakeUp(t *testing.T) {
	for name, c := range map[string]struct {
		address, gateway string
	}{
		"anywhere":        {"", ""},
		"of Discord":      {"wss://gateway-us-east1-b.discord.gg", "wss://gateway-us-east1-b.discord.gg/?v=" + discordgo.APIVersion + "&encoding=json"},
		"elsewhere":       {"wss://discord.gg.example.com", ""},
		"not encrypted":   {"ws://gateway.discord.gg", ""},
		"with a password": {"wss://a:b@gateway.discord.gg", ""},
	} {
		t.Run(name, func(t *testing.T) {
			s, err := discordgo.New("Bot x")
			if err != nil {
				t.Fatal(err)
			}
			if !takeUp(s, news.Session{ID: "abc", Sequence: 77, Address: c.address}) {
				t.Fatal("the library's session has other fields than it had")
			}
			id, sequence, gateway, ok := fieldsOf(s)
			if !ok || *id != "abc" || *sequence != 77 || *gateway != c.gateway {
				t.Errorf("the session is %q at %d, at %q", *id, *sequence, *gateway)
			}
		})
	}
	s, err := discordgo.New("Bot x")
	if err != nil {
		t.Fatal(err)
	}
	if takeUp(s, news.Session{Sequence: 3}) {
		t.Error("a session without a name was taken up")
	}
}
