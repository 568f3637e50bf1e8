package store

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"onrecord/news"
)

// TestForgetLeavesNoTrace looks through every table for a person who was
// forgotten: a table that comes later is looked through as well.
func TestForgetLeavesNoTrace(t *testing.T) {
	const person = "555000111222333444"
	path := filepath.Join(t.TempDir(), "library.db")
	s, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	ctx, now, own := t.Context(), time.Now(), news.UserLibrary(person)
	reading := &news.Reading{}
	if _, _, err := s.Add(ctx, own, &note, reading); err != nil {
		t.Fatal(err)
	}
	for _, err := range []error{
		s.KeepVote(ctx, news.Vote{Answer: "1", Person: person, Place: own, At: now}),
		s.KeepQuestion(ctx, news.KeptQuestion{ID: "2", Person: person, Place: own, At: now, Words: "Who?"}),
		s.SetPreference(ctx, own, "boldness", "0.2"),
		s.SetSetting(ctx, own, "a", "b"),
		s.Remove(ctx, own, note.ID),
		s.AddJobs(ctx, []news.Job{{Library: own, ID: "3", Kind: news.FromAddress, Source: "https://news.example/"}}, now),
		s.AddWatch(ctx, news.Watch{Library: own, ID: "4", Speaker: "x", Person: person}),
		s.AddWatch(ctx, news.Watch{Library: "server-1", ID: "5", Speaker: "x", Person: person, Channel: "6"}),
		s.AddFeed(ctx, news.Feed{Library: own, ID: "7", Address: "https://news.example/feed"}, []string{"8"}, now),
		s.Shelve(ctx, own, news.Shelved{Article: note.Ref(), Came: now}),
		s.Spend(ctx, "2026-11-22", news.Spending{Calls: 1, Prompt: 9}, news.Account{Kind: news.UserAccount, ID: person}),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	if found := traces(t, s, person); len(found) < 9 {
		t.Fatalf("only %q tell of the person before: what is there to forget?", found)
	}
	if _, err := s.ForgetPerson(ctx, person, own); err != nil {
		t.Fatal(err)
	}
	if found := traces(t, s, person); len(found) > 0 {
		t.Errorf("%q still tell of the person", found)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

// traces are the columns that hold a text.
func traces(t *testing.T, s *Store, text string) (found []string) {
	t.Helper()
	all, err := s.tables(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, table := range all {
		for _, c := range table.columns {
			n := 0
			if err := s.db.QueryRowContext(t.Context(), fmt.Sprintf(`SELECT COUNT(*) FROM %s WHERE CAST(%s AS TEXT) LIKE ?`, table.name, c.name), "%"+text+"%").Scan(&n); err != nil {
				t.Fatal(err)
			}
			if n > 0 {
				found = append(found, strings.Join([]string{table.name, c.name}, "."))
			}
		}
	}
	return found
}
