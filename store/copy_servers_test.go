package store_test

import (
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"onrecord/news"
	"onrecord/store"
	"onrecord/store/storetest"
)

// TestCopyTakesWhatServersSaidAlong: from SQLite to PostgreSQL and back, and
// again into a database that has some of it.
func TestCopyTakesWhatServersSaidAlong(t *testing.T) {
	postgres := storetest.Postgres(t)
	ctx := t.Context()
	type said struct {
		Votes     []news.Vote
		Questions []news.KeptQuestion
		Chosen    map[string]string
	}
	all := func(s *store.Store) (out said) {
		t.Helper()
		var err error
		if err = s.Votes(ctx, func(v news.Vote) error { out.Votes = append(out.Votes, v); return nil }); err != nil {
			t.Fatal(err)
		}
		if err = s.Questions(ctx, "", func(q news.KeptQuestion) error { out.Questions = append(out.Questions, q); return nil }); err != nil {
			t.Fatal(err)
		}
		if out.Chosen, err = s.Preferences(ctx, "server-1", "boldness", "role"); err != nil {
			t.Fatal(err)
		}
		return out
	}
	from := openAt(t, filepath.Join(t.TempDir(), "library.db"))
	at := time.Unix(1_772_000_000, 0).UTC()
	for _, err := range []error{
		from.KeepQuestion(ctx, news.KeptQuestion{ID: "q", Person: "ada", Place: "server-1", At: at, Outcome: "answered", Words: "Who said “no”?"}),
		from.KeepVote(ctx, news.Vote{Answer: "m", Person: "ada", Place: "server-1", At: at, Outcome: "answered", Question: "q", Reason: "not him",
			Spans: []news.Span{{Article: news.Ref{ID: "a", Version: 1}, Paragraph: 2, Start: 3, End: 4}}}),
		from.KeepVote(ctx, news.Vote{Answer: "m", Person: "bob", Place: "server-1", At: at, Helpful: true, Outcome: "answered"}),
		from.SetPreference(ctx, "server-1", "boldness", "0.2"),
		from.SetPreference(ctx, "server-1", "role", "7"),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	want := all(from)
	middle := openAt(t, postgres(t))
	back := openAt(t, filepath.Join(t.TempDir(), "back.db"))
	for _, pair := range [][2]*store.Store{{from, middle}, {middle, back}, {from, back}} {
		if _, err := store.Copy(ctx, pair[0], pair[1]); err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(want, all(pair[1])); d != "" {
			t.Error(d)
		}
	}
}
