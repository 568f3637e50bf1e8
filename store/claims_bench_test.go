package store_test

import (
	"path/filepath"
	"strconv"
	"sync/atomic"
	"testing"
	"time"

	"onrecord/store"
)

// BenchmarkClaim claims events one after the other, and sixteen at a time.
func BenchmarkClaim(b *testing.B) {
	s, err := store.Open(b.Context(), filepath.Join(b.TempDir(), "library.db"))
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	now := time.Now()
	var n atomic.Int64
	claim := func() {
		if first, err := s.Claim(b.Context(), strconv.FormatInt(n.Add(1), 10), now); err != nil || !first {
			b.Error(first, err)
		}
	}
	b.Run("alone", func(b *testing.B) {
		for b.Loop() {
			claim()
		}
	})
	b.Run("together", func(b *testing.B) {
		b.SetParallelism(8)
		b.RunParallel(func(p *testing.PB) {
			for p.Next() {
				claim()
			}
		})
	})
}
