package bot

import (
	"fmt"
	"strings"
	"testing"

	"onrecord/phrases"
	"onrecord/store"
)

// What is wrong with the machine or its database is for whoever runs the bot: people
// in Discord learn that something is, and no path, host or setting.
func TestFaultsOfTheHost(t *testing.T) {
	_, err := store.Open(t.Context(), "postgres://nobody@127.0.0.1:1/nothing")
	if err == nil {
		t.Fatal("a database was opened where there is none")
	}
	m, expected := sorry(phrases.Tongue{}, fmt.Errorf("list the speakers: %w", err))
	if text := m.Cards[0].Text; expected || !strings.Contains(text, "Something went wrong on my side") {
		t.Errorf("people are told %q, and the log that it was expected: %v", text, expected)
	}
}
