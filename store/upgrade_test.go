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
	if len(files) < 8 {
		t.Fatalf("only %d saved databases", len(files))
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			number, err := strconv.Atoi(strings.TrimSuffix(filepath.Base(file), ".sql"))
			if err != nil {
				t.Fatal(err)
			}
			old := load(t, file)
			rows := rowsOf(t, old)
			t.Run("PostgreSQL", func(t *testing.T) {
				address := storetest.Postgres(t)(t)
				if err := store.PutOld(t.Context(), address, old, number); err != nil {
					t.Fatal(err)
				}
				keeps(t, rows, works(t, address))
			})
			t.Run("SQLite", func(t *testing.T) { keeps(t, rows, works(t, old)) })
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

// rowsOf counts the rows of a SQLite file's tables.
func rowsOf(t *testing.T, path string) map[string]int64 {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	rows, err := db.QueryContext(t.Context(), `SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'migration'`)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]int64{}
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			t.Fatal(err)
		}
		out[name] = 0
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	for name := range out {
		var n int64
		if err := db.QueryRowContext(t.Context(), `SELECT COUNT(*) FROM `+name).Scan(&n); err != nil {
			t.Fatal(err)
		}
		if out[name] = n; n == 0 && name != "posting" && name != "pending" { // one waits for the other
			t.Errorf("the saved database has nothing in %s", name)
		}
	}
	return out
}

// keeps holds what was saved after an upgrade to the rows that there were.
func keeps(t *testing.T, rows map[string]int64, saved []store.Saved) {
	t.Helper()
	left := map[string]int64{}
	for _, s := range saved {
		left[s.Table] = s.Rows
	}
	for name, n := range rows {
		if left[name] < n {
			t.Errorf("%d of %d rows are left of %s", left[name], n, name)
		}
	}
}

// works opens an old database, does with it what people do, and backs it up.
func works(t *testing.T, address string) []store.Saved {
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
	saved, err := s.Backup(t.Context(), filepath.Join(t.TempDir(), "backup.db"))
	if err != nil {
		t.Errorf("backing it up: %v", err)
	}
	return saved
}
