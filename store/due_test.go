package store_test

import (
	"path/filepath"
	"testing"
	"time"

	"onrecord/news"
	"onrecord/store"
	"onrecord/store/storetest"
)

// TestDue: since when the queue waits, and how feeds are, on both databases.
func TestDue(t *testing.T) {
	for name, fresh := range map[string]func(t *testing.T) string{
		"SQLite":     func(t *testing.T) string { return filepath.Join(t.TempDir(), "library.db") },
		"PostgreSQL": func(t *testing.T) string { return storetest.Postgres(t)(t) },
	} {
		t.Run(name, func(t *testing.T) {
			s, err := store.Open(t.Context(), fresh(t))
			if err != nil {
				t.Fatal(err)
			}
			defer s.Close()
			now := time.Now().Truncate(time.Millisecond)
			since, err := s.OldestDue(t.Context(), now)
			if err != nil || !since.IsZero() {
				t.Errorf("of an empty queue: %v, %v", since, err)
			}
			for i, ago := range []time.Duration{time.Minute, 2 * time.Minute, -time.Minute} {
				j := news.Job{Library: news.HomeLibrary, ID: string(rune('a' + i)), Kind: news.FromAddress, Source: "https://news.example/"}
				if err := s.AddJobs(t.Context(), []news.Job{j}, now.Add(-ago)); err != nil {
					t.Fatal(err)
				}
			}
			since, err = s.OldestDue(t.Context(), now)
			if err != nil || !since.Equal(now.Add(-2*time.Minute)) {
				t.Errorf("the oldest is due since %v, want two minutes before %v: %v", since, now, err)
			}
			f := news.Feed{Library: news.HomeLibrary, ID: "f", Address: "https://news.example/feed", Title: "News", Added: now}
			if err := s.AddFeed(t.Context(), f, nil, now); err != nil {
				t.Fatal(err)
			}
			well, failing, err := s.FeedStates(t.Context())
			if err != nil || well != 1 || failing != 0 {
				t.Errorf("%d well, %d failing: %v", well, failing, err)
			}
			src, err := s.ClaimSource(t.Context(), "me", now.Add(time.Hour), now.Add(2*time.Hour))
			if err != nil || src == nil {
				t.Fatal(src, err)
			}
			src.Failures = 2
			if err := s.EndPoll(t.Context(), *src, "me"); err != nil {
				t.Fatal(err)
			}
			if well, failing, err = s.FeedStates(t.Context()); err != nil || well != 0 || failing != 1 {
				t.Errorf("after it failed: %d well, %d failing: %v", well, failing, err)
			}
		})
	}
}
