package store_test

import (
	"path/filepath"
	"regexp"
	"testing"

	"onrecord/answer"
	"onrecord/news"
	"onrecord/store"
	"onrecord/store/storetest"
)

// TestEveryQueryNamesItsLibrary holds what a question runs to naming the
// server's library: by its number, by its name, or by keys, which begin with
// it. So one server's question touches one server's rows, and a database that
// is spread by them over machines asks one machine.
func TestEveryQueryNamesItsLibrary(t *testing.T) {
	s := openAt(t, filepath.Join(t.TempDir(), "library.db"))
	fill(t, s, 40)
	before := map[string]bool{}
	for _, text := range store.Texts(s) {
		before[text] = true // of adding
	}
	e := answer.New(s)
	room := storetest.Newsroom{Seed: 5}
	a, r := room.Article(3)
	name := r.Speakers[0].Name
	ask := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, library := range []string{news.HomeLibrary, "server-1"} {
		_, err := e.Ask(t.Context(), news.Question{Text: "What did " + name + " say about " + a.Title + "?", Library: library})
		ask(err)
		_, err = e.Ask(t.Context(), news.Question{Text: "Who spoke about ferries?", Library: library, Article: a.ID})
		ask(err)
		_, err = e.Speaker(t.Context(), answer.LookUp{Library: library, Name: name})
		ask(err)
		_, err = e.Check(t.Context(), answer.Claim{Library: library, Words: a.Citable()[0].Text})
		ask(err)
		_, err = e.Suggest(t.Context(), library, name[:2], 10)
		ask(err)
		_, err = e.Sides(t.Context(), news.Question{Text: "ferries", Library: library})
		ask(err)
		_, err = e.Timeline(t.Context(), answer.LookUp{Library: library, Name: name})
		ask(err)
		_, err = e.Speakers(t.Context(), library, a.ID)
		ask(err)
		_, err = s.Nearest(t.Context(), library, "", "model", []float32{1, 2}, 3)
		ask(err)
		_, err = s.Holds(t.Context(), library)
		ask(err)
		_, err = s.Preferences(t.Context(), library, "boldness", "role")
		ask(err)
		_, err = s.Setting(t.Context(), library, "boldness")
		ask(err)
	}
	names := regexp.MustCompile(`(?i)\blibrary = \?|\bl\.id = \?|\bl\.name = \?|\bname = \?|\bkey (=|>|<|IN|BETWEEN)|\bplace = \?`)
	checked := 0
	for _, text := range store.Texts(s) {
		if before[text] {
			continue
		}
		checked++
		if !names.MatchString(text) {
			t.Errorf("a question runs a statement that names no library:\n%s", text)
		}
	}
	if checked < 5 {
		t.Errorf("only %d statements were looked at", checked)
	}
}
