package store_test

import (
	"context"
	"errors"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/news"
	"onrecord/quotes"
	"onrecord/store"
	"onrecord/store/storetest"
)

// unread is a reader of an older edition: it finds nothing.
func unread(*news.Article) *news.Reading { return &news.Reading{} }

// shelve fills a library with versions and gaps, everything read by read.
func shelve(t *testing.T, s *store.Store, read store.Reader) {
	t.Helper()
	room := storetest.Newsroom{Seed: 8}
	for n := range 30 {
		a, _ := room.Article(n)
		for range 1 + n%2 { // every other article has two versions
			if _, _, err := s.Add(t.Context(), "home", a, read(a)); err != nil {
				t.Fatal(err)
			}
			a.Paragraphs[len(a.Paragraphs)-1].Text += " The council will meet again."
		}
		if n%7 == 0 {
			if err := s.Remove(t.Context(), "home", a.ID); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// age makes a library one of an older edition.
func age(t *testing.T, s *store.Store) {
	t.Helper()
	if err := s.SetSetting(t.Context(), "home", "edition", ""); err != nil {
		t.Fatal(err)
	}
}

func tally(t *testing.T, s *store.Store) store.Tally {
	t.Helper()
	got, err := s.Tally(t.Context(), "home")
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func stale(t *testing.T, s *store.Store) int {
	t.Helper()
	n, err := s.Stale(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// TestReread: a library read again is the same, to every entry of the index, as
// one that was read so in the first place.
func TestReread(t *testing.T) {
	t.Run("SQLite", func(t *testing.T) {
		testReread(t, func(t testing.TB) string { return filepath.Join(t.TempDir(), "library.db") })
	})
	t.Run("PostgreSQL", func(t *testing.T) { testReread(t, storetest.Postgres(t)) })
}

func testReread(t *testing.T, fresh storetest.Fresh) {
	ctx := t.Context()
	model := openAt(t, fresh(t))
	shelve(t, model, quotes.Read)
	want := tally(t, model)
	aged := func(t *testing.T) *store.Store {
		s := openAt(t, fresh(t))
		shelve(t, s, unread)
		age(t, s)
		if tally(t, s) == want {
			t.Fatal("the older reader reads as the newer one: nothing is tested")
		}
		return s
	}
	t.Run("at once", func(t *testing.T) {
		s := aged(t)
		before := stale(t, s)
		cards, err := s.Cards(ctx, "home", "")
		if err != nil || len(cards) > 0 {
			t.Fatalf("cards before: %v, %v", cards, err)
		}
		if n, err := s.Reread(ctx, quotes.Read, 0); err != nil || n != before || before != want.Versions {
			t.Fatalf("read %d of %d, want %d: %v", n, before, want.Versions, err)
		}
		if d := cmp.Diff(want, tally(t, s)); d != "" || stale(t, s) != 0 {
			t.Errorf("%d are left, and read again they differ:\n%s", stale(t, s), d)
		}
		if cards, err = s.Cards(ctx, "home", ""); err != nil || len(cards) == 0 {
			t.Errorf("cards after: %v, %v", cards, err)
		}
	})
	t.Run("a few at a time, with ends in the middle", func(t *testing.T) {
		s := aged(t)
		for left, rounds := stale(t, s), 0; left > 0; rounds++ {
			most := 4
			inner, stop := context.WithCancel(ctx)
			calls := 0
			n, err := s.Reread(inner, func(a *news.Article) *news.Reading {
				if calls++; calls == 3 && rounds%2 == 1 {
					stop()
				}
				return quotes.Read(a)
			}, most)
			stop()
			if rounds%2 == 1 && left >= 3 && !errors.Is(err, context.Canceled) || rounds%2 == 0 && err != nil {
				t.Fatalf("round %d: %v", rounds, err)
			}
			if now := stale(t, s); now >= left || n > most || rounds > 50 {
				t.Fatalf("round %d read %d; %d were left, then %d", rounds, n, left, now)
			} else {
				left = now
			}
		}
		if n, err := s.Reread(ctx, quotes.Read, 0); n != 0 || err != nil { // an end may have come before the edition was noted
			t.Fatal(n, err)
		}
		if d := cmp.Diff(want, tally(t, s)); d != "" {
			t.Error(d)
		}
	})
	t.Run("with changes meanwhile", func(t *testing.T) {
		s := aged(t)
		other, r := storetest.Newsroom{Seed: 9}.Article(1)
		first := ""
		if _, err := s.Reread(ctx, func(a *news.Article) *news.Reading {
			if first == "" {
				first = a.ID
				if err := s.Remove(ctx, "home", a.ID); err != nil {
					t.Error(err)
				}
				if _, _, err := s.Add(ctx, "home", other, r); err != nil {
					t.Error(err)
				}
			}
			return quotes.Read(a)
		}, 0); err != nil {
			t.Fatal(err)
		}
		if _, _, err := s.Article(ctx, "home", news.Ref{ID: first}); !errors.Is(err, news.ErrNotFound) {
			t.Errorf("what was removed meanwhile is back: %v", err)
		}
		if _, got, err := s.Article(ctx, "home", other.Ref()); err != nil || cmp.Diff(r.Statements, got.Statements) != "" {
			t.Errorf("what was added meanwhile has changed: %v", err)
		}
		same := openAt(t, fresh(t)) // the counts and the index too
		shelve(t, same, quotes.Read)
		if _, _, err := same.Add(ctx, "home", other, r); err != nil {
			t.Fatal(err)
		}
		if err := same.Remove(ctx, "home", first); err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(tally(t, same), tally(t, s)); d != "" {
			t.Error(d)
		}
	})
	t.Run("a reader that fails keeps the old reading", func(t *testing.T) {
		s := aged(t)
		before := tally(t, s)
		if _, err := s.Reread(ctx, func(a *news.Article) *news.Reading {
			return &news.Reading{Statements: []news.Statement{{Content: []news.Span{{Article: a.Ref(), Paragraph: 99, End: 1}}}}}
		}, 0); !errors.Is(err, news.ErrBadSpan) {
			t.Errorf("error %v", err)
		}
		if after := tally(t, s); after.Versions != before.Versions || stale(t, s) != 0 {
			t.Errorf("%v became %v", before, after)
		}
	})
	t.Run("a newer edition is left alone", func(t *testing.T) {
		s := aged(t)
		if err := s.SetSetting(ctx, "home", "edition", "999"); err != nil {
			t.Fatal(err)
		}
		before := tally(t, s)
		if n, err := s.Reread(ctx, quotes.Read, 0); n != 0 || err != nil || stale(t, s) != 0 {
			t.Errorf("read %d, %v", n, err)
		}
		if d := cmp.Diff(before, tally(t, s)); d != "" {
			t.Error(d)
		}
	})
	t.Run("a copy of a half-read library", func(t *testing.T) {
		s, to := aged(t), openAt(t, fresh(t))
		if _, err := s.Reread(ctx, quotes.Read, 7); err != nil {
			t.Fatal(err)
		}
		if _, err := store.Copy(ctx, s, to); err != nil {
			t.Fatal(err)
		}
		if n, err := to.Reread(ctx, quotes.Read, 0); n != want.Versions || err != nil {
			t.Errorf("read %d of %d: %v", n, want.Versions, err)
		}
		if d := cmp.Diff(want, tally(t, to)); d != "" {
			t.Error(d)
		}
	})
}
