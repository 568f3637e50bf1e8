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
		if c, err := s.Claim(b.Context(), strconv.FormatInt(n.Add(1), 10), "p", time.Minute, now); err != nil || !c.Mine {
			b.Error(c, err)
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
