package main

import (
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"onrecord/bot"
)

// TestJournal: what a process that is no more had in hand is found, once; what
// was ended is not, nor what others have in hand.
func TestJournal(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "odd [name]*")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	log := slog.New(slog.DiscardHandler)
	open := func() (*journal, []bot.InHand) {
		j, left, err := openJournal(dir, log)
		if err != nil {
			t.Fatal(err)
		}
		return j, left
	}
	j, left := open()
	if len(left) != 0 {
		t.Errorf("something was left: %v", left)
	}
	j.Begin(bot.InHand{Event: "1", Token: "secret"})
	j.Begin(bot.InHand{Event: "2", Channel: "c"})
	j.End("1")
	for name, text := range map[string]string{
		strings.ReplaceAll(j.path, fmt.Sprint("-", os.Getpid(), ".jsonl"), "-999999999.jsonl"):                     `{"event":"3"}` + "\n" + `{"event":"4"`, /* cut off */
		filepath.Join(dir, "in-hand-elsewhere-1.jsonl"):                                                            `{"event":"5"}`,
		strings.ReplaceAll(j.path, fmt.Sprint("-", os.Getpid(), ".jsonl"), fmt.Sprintf("-%d.jsonl", os.Getppid())): `{"event":"6"}`,
	} {
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	_ = j.file.Close() // as a killed process leaves it, whose number we have now
	j, left = open()
	events := map[string]bool{}
	for _, q := range left {
		events[q.Event] = true
	}
	if len(left) != 2 || !events["2"] || !events["3"] {
		t.Errorf("left are %v, want events 2 and 3", left)
	}
	j.close()
	if j, left = open(); len(left) != 0 {
		t.Errorf("something was left twice: %v", left)
	}

	// It does not grow, whatever is in hand all the time.
	j.Begin(bot.InHand{Event: "always"})
	for i := range 20_000 {
		j.Begin(bot.InHand{Event: fmt.Sprint(i), Token: strings.Repeat("t", 200)})
		j.End(fmt.Sprint(i))
	}
	if info, err := os.Stat(j.path); err != nil || info.Size() > 2*maxJournal {
		t.Errorf("%v, %v", info.Size(), err)
	}
	if left := readJournal(j.path); len(left) != 1 || left[0].Event != "always" {
		t.Errorf("left are %d", len(left))
	}
	j.End("always")
	if info, err := os.Stat(j.path); err != nil || info.Size() != 0 {
		t.Errorf("with nothing in hand it has %d bytes, %v", info.Size(), err)
	}
	j.close()
	if _, err := os.Stat(j.path); !os.IsNotExist(err) {
		t.Errorf("it is still there: %v", err)
	}
}
