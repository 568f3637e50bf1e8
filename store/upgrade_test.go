package store_test

import (
	"database/sql"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"onrecord/answer"
	"onrecord/news"
	"onrecord/store"
	"onrecord/store/storetest"
)

// Every schema of the past opens, is brought up to date and answers. The saved
// databases were written by the programs of their time; a new schema adds one.
func TestOldSchemas(t *testing.T) {
	files, err := filepath.Glob("testdata/schemas/*.sql")
	if err != nil {
		t.Fatal(err)
	}
	if len(files) < 2 {
		t.Fatalf("only %d saved databases", len(files))
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			number, err := strconv.Atoi(strings.TrimSuffix(filepath.Base(file), ".sql"))
			if err != nil {
				t.Fatal(err)
			}
			old := load(t, file)
			t.Run("PostgreSQL", func(t *testing.T) {
				address := storetest.Postgres(t)(t)
				if err := store.PutOld(t.Context(), address, old, number); err != nil {
					t.Fatal(err)
				}
				works(t, address)
			})
			t.Run("SQLite", func(t *testing.T) { works(t, old) })
		})
	}
}

// load makes the database that a file of statements describes.
func load(t *testing.T, file string) (path string) {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	path = filepath.Join(t.TempDir(), "old.db")
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.ExecContext(t.Context(), string(text)); err != nil {
		t.Fatal(err)
	}
	return path
}

// works opens an old database and does with it what people do.
func works(t *testing.T, address string) {
	t.Helper()
	s := openAt(t, address)
	infos, err := s.Articles(t.Context(), news.HomeLibrary)
	if err != nil || len(infos) != 1 || infos[0].Version != 2 {
		t.Fatalf("the library holds %+v, %v", infos, err)
	}
	id := infos[0].ID
	first, _, err := s.Article(t.Context(), news.HomeLibrary, news.Ref{ID: id, Version: 1})
	if err != nil {
		t.Fatal(err)
	}
	if text := first.Paragraph(2).Text; !strings.HasSuffix(text, "would be kept as a spare.") {
		t.Errorf("the first version reads %q", text)
	}
	a, err := answer.New(s).Ask(t.Context(), news.Question{Text: "What did Varga say about the old plough?", Library: news.HomeLibrary})
	if err != nil {
		t.Fatal(err)
	}
	if !a.Answered() || !strings.Contains(a.Quotes()[0].Text(), "a spare until spring") {
		t.Errorf("asked, it answers %v %q", a.Answered(), a.Prose())
	}
	next, r := storetest.Newsroom{Seed: 3}.Article(1)
	if _, _, err := s.Add(t.Context(), news.HomeLibrary, next, r); err != nil {
		t.Errorf("adding to it: %v", err)
	}
	if _, err := s.Backup(t.Context(), filepath.Join(t.TempDir(), "backup.db")); err != nil {
		t.Errorf("backing it up: %v", err)
	}
}
