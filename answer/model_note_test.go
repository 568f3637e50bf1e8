package answer

import (
	"bytes"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"testing"
)

// TestNoteRepeatsNothing: what is dropped is logged without a word of the article,
// the question or the reply, which the errors may hold.
func TestNoteRepeatsNothing(t *testing.T) {
	var out bytes.Buffer
	m := &Model{counts: newModelCounts(), log: slog.New(slog.NewTextHandler(&out, nil))}
	m.note(t.Context(), []error{
		fmt.Errorf("a sentence of prose: %w", Objected{StrangeNumber}),
		fmt.Errorf("point 1: %q stands in none of its quotations", "Halvorsen"),
		errors.New(`pick [2]: nobody in the article is "halvorsen"`),
	})
	got := out.String()
	if strings.Count(got, "\n") != 3 || !strings.Contains(got, string(StrangeNumber)) || strings.Contains(strings.ToLower(got), "halvorsen") {
		t.Errorf("logged %s", got)
	}
}
