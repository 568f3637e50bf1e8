package store_test

import (
	"errors"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/news"
	"onrecord/store"
	"onrecord/store/storetest"
)

func openAt(t testing.TB, address string) *store.Store {
	t.Helper()
	s, err := store.Open(t.Context(), address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// fill fills a store with versions, gaps and settings.
func fill(t testing.TB, s *store.Store, articles int) {
	t.Helper()
	room := storetest.Newsroom{Seed: 5}
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	for n := range articles {
		library := []string{"home", "server-1"}[n%2]
		a, r := room.Article(n)
		_, _, err := s.Add(t.Context(), library, a, r)
		must(err)
		if n%5 == 0 {
			a.Title += ", corrected"
			_, _, err := s.Add(t.Context(), library, a, r)
			must(err)
		}
		if n%7 == 0 {
			must(s.Remove(t.Context(), library, a.ID))
		}
	}
	must(s.SetSetting(t.Context(), "home", "boldness", "0.4"))
	must(s.SetSeeded(t.Context(), "server-1", "built-in"))
}

func TestCopy(t *testing.T) {
	sqlite := func(t testing.TB) string { return filepath.Join(t.TempDir(), "library.db") }
	t.Run("SQLite to SQLite", func(t *testing.T) { testCopy(t, sqlite(t), sqlite(t)) })
	t.Run("there and back", func(t *testing.T) {
		postgres := storetest.Postgres(t)
		from, middle, back := sqlite(t), postgres(t), sqlite(t)
		want := testCopy(t, from, middle)
		got, err := store.Copy(t.Context(), openAt(t, middle), openAt(t, back))
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("there and back (-want +got):\n%s", d)
		}
	})
}

func testCopy(t *testing.T, fromAddress, toAddress string) []store.Tally {
	t.Helper()
	from, to := openAt(t, fromAddress), openAt(t, toAddress)
	fill(t, from, 100)
	if _, err := store.Copy(t.Context(), from, to); err != nil {
		t.Fatal(err)
	}
	// A second copy brings what is new and leaves the rest alone.
	a, r := storetest.Newsroom{Seed: 5}.Article(2)
	a.Title += ", corrected later"
	if _, _, err := from.Add(t.Context(), "home", a, r); err != nil {
		t.Fatal(err)
	}
	tallies, err := store.Copy(t.Context(), from, to)
	if err != nil {
		t.Fatal(err)
	}
	if len(tallies) != 2 || tallies[0].Articles < 40 || tallies[0].Versions <= tallies[0].Articles || tallies[0].Paragraphs < 150 {
		t.Errorf("tallies: %v", tallies)
	}
	infos, err := to.Articles(t.Context(), "home")
	if err != nil {
		t.Fatal(err)
	}
	for _, i := range infos {
		want, wantReading, err := from.Article(t.Context(), "home", i.Ref)
		if err != nil {
			t.Fatal(err)
		}
		got, gotReading, err := to.Article(t.Context(), "home", i.Ref)
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(want, got) + cmp.Diff(wantReading, gotReading); d != "" {
			t.Errorf("%v differs: %s", i.Ref, d)
		}
	}
	return tallies
}

func TestCopyRefuses(t *testing.T) {
	from := openAt(t, filepath.Join(t.TempDir(), "from.db"))
	fill(t, from, 10)
	t.Run("itself", func(t *testing.T) {
		if _, err := store.Copy(t.Context(), from, from); !errors.Is(err, news.ErrBadInput) {
			t.Error(err)
		}
	})
	t.Run("other words", func(t *testing.T) {
		to := openAt(t, filepath.Join(t.TempDir(), "to.db"))
		a, _ := storetest.Newsroom{Seed: 5}.Article(2)
		a.Paragraphs = a.Paragraphs[:2]
		if _, _, err := to.Add(t.Context(), "home", a, &news.Reading{}); err != nil {
			t.Fatal(err)
		}
		if _, err := store.Copy(t.Context(), from, to); !errors.Is(err, news.ErrBadInput) {
			t.Error(err)
		}
		if got, _, err := to.Article(t.Context(), "home", a.Ref()); err != nil || len(got.Paragraphs) != 2 {
			t.Errorf("what was there has changed: %v, %v", got, err)
		}
	})
	t.Run("something else there", func(t *testing.T) {
		to := openAt(t, filepath.Join(t.TempDir(), "to.db"))
		a, r := storetest.Newsroom{Seed: 6}.Article(1)
		if _, _, err := to.Add(t.Context(), "home", a, r); err != nil {
			t.Fatal(err)
		}
		if _, err := store.Copy(t.Context(), from, to); !errors.Is(err, news.ErrBadInput) {
			t.Error(err)
		}
	})
}
