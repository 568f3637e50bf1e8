package bot

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
)

// TestRows: whatever rows a message has, Discord takes what is sent.
func TestRows(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 500 {
		var rows [][]Button
		for range r.IntN(8) {
			var row []Button
			for range r.IntN(13) {
				row = append(row, Button{"x", fmt.Sprint(r.IntN(60))})
			}
			rows = append(rows, row)
		}
		got := fitRows(rows)
		var ids []string
		if len(got) > 5 {
			t.Fatalf("%d rows", len(got))
		}
		for _, row := range got {
			if len(row) < 1 || len(row) > 5 {
				t.Fatalf("a row of %d", len(row))
			}
			for _, b := range row {
				ids = append(ids, b.ID)
			}
		}
		if slices.Sort(ids); len(slices.Compact(slices.Clone(ids))) != len(ids) {
			t.Fatalf("a button stands there twice: %v", ids)
		}
	}
	full := [][]Button{{{"a", "1"}, {"b", "2"}}, {{"c", "3"}}}
	if got := fitRows(full); !slices.EqualFunc(got, full, slices.Equal) {
		t.Errorf("rows that fit became %v", got)
	}
}
