package store_test

import (
	"fmt"
	"path/filepath"
	"testing"

	"onrecord/store"
)

// BenchmarkPlace is what every question asks of its place before anything else:
// what it has chosen, and whether it has articles of its own.
func BenchmarkPlace(b *testing.B) {
	s, err := store.Open(b.Context(), filepath.Join(b.TempDir(), "library.db"))
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	for n := range 1000 {
		if err := s.SetPreference(b.Context(), fmt.Sprintf("server-%d", n), "boldness", "0.2"); err != nil {
			b.Fatal(err)
		}
	}
	for b.Loop() {
		if _, err := s.Preferences(b.Context(), "server-77", "boldness", "role", "shared articles", "questions", "article in 7"); err != nil {
			b.Fatal(err)
		}
		if _, err := s.Holds(b.Context(), "server-77"); err != nil {
			b.Fatal(err)
		}
	}
}
