package store

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"onrecord/news"
)

var note = news.Article{ID: "note", Version: 1, Title: "A note", Paragraphs: []news.Paragraph{{Kind: news.Body, Number: 1, Text: "The harbour opened."}}}

// made is the path of a database that holds one article.
func made(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "library.db")
	s, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := s.Add(t.Context(), "home", &note, &news.Reading{}); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

// by runs statements on a database without the store.
func by(t *testing.T, path string, statements ...string) *sql.DB {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	db.SetMaxOpenConns(1)
	for _, st := range statements {
		if _, err := db.Exec(st); err != nil {
			t.Fatalf("%s: %v", st, err)
		}
	}
	return db
}

func bytesOf(t *testing.T, path string) []byte {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// complaint opens what can't be opened; it must say why in a whole sentence.
func complaint(t *testing.T, path, want string) {
	t.Helper()
	s, err := openSQLite(t.Context(), path, 50*time.Millisecond)
	if err == nil {
		s.Close()
		t.Fatalf("Open(%s) succeeded", path)
	}
	if !errors.Is(err, news.ErrBadInput) || !strings.Contains(err.Error(), want) || !strings.HasSuffix(err.Error(), ".") {
		t.Errorf("Open(%s):\n  %v\nwant a sentence with %q that is news.ErrBadInput", path, err, want)
	}
}

func TestOpenRefuses(t *testing.T) {
	folder := t.TempDir()
	file := func(name, content string) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	text := file("notes.txt", strings.Repeat("This is no database. ", 500))
	short := file("short.txt", "x")
	foreign := filepath.Join(folder, "foreign.db")
	by(t, foreign, `CREATE TABLE recipes (name TEXT)`).Close()
	newer := made(t)
	by(t, newer, `INSERT INTO migration (program, number, name) VALUES ('onrecord', 9999, '9999_future.sql')`).Close()
	damaged := made(t)
	b := bytesOf(t, damaged)
	copy(b[100:], bytes.Repeat([]byte{0xee}, 3000))
	if err := os.WriteFile(damaged, b, 0o644); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, path, want string }{
		{"no path", "", "is empty"},
		{"zero character", "a\x00b", "no path can have"},
		{"folder", folder, "is a folder"},
		{"under a file", filepath.Join(text, "sub", "x.db"), "can't be"},
		{"text file", text, "not a database"},
		{"short file", short, "not a database"},
		{"another program's", foreign, "another program"},
		{"newer", newer, "newer version"},
		{"damaged", damaged, "damaged"},
		{"device", "/dev/null", "not an ordinary file"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var before []byte
			if info, err := os.Stat(c.path); err == nil && info.Mode().IsRegular() {
				before = bytesOf(t, c.path)
			}
			complaint(t, c.path, c.want)
			if before != nil && !bytes.Equal(before, bytesOf(t, c.path)) {
				t.Error("the file was changed")
			}
		})
	}
}

func TestOpenMakesFolders(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a folder", "50%", "who? #1", "library.db")
	s, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if _, err := os.Stat(path); err != nil {
		t.Errorf("the database is somewhere else: %v", err)
	}
}

func TestMemory(t *testing.T) {
	s, err := Open(t.Context(), ":memory:")
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for range 3 {
		if _, _, err := s.Add(t.Context(), "home", &note, &news.Reading{}); err != nil {
			t.Fatal(err)
		}
		if _, _, err := s.Article(t.Context(), "home", note.Ref()); err != nil {
			t.Fatal(err)
		}
	}
	other, err := Open(t.Context(), ":memory:")
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	if infos, err := other.Articles(t.Context(), "home"); err != nil || len(infos) != 0 {
		t.Errorf("two private databases share %v, %v", infos, err)
	}
}

func TestLocked(t *testing.T) {
	path := made(t)
	s, err := openSQLite(t.Context(), path, 50*time.Millisecond)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	other := by(t, path, `PRAGMA busy_timeout = 5000`, `BEGIN IMMEDIATE`)
	changed := note
	changed.Title = "Changed"
	_, _, err = s.Add(t.Context(), "home", &changed, &news.Reading{})
	if !errors.Is(err, news.ErrBadInput) || !strings.Contains(err.Error(), "another program") {
		t.Errorf("adding to a locked database: %v", err)
	}
	if _, _, err := s.Article(t.Context(), "home", note.Ref()); err != nil {
		t.Errorf("reading while another writes: %v", err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), time.Millisecond)
	defer cancel()
	if _, _, err := s.Add(ctx, "home", &changed, &news.Reading{}); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("waiting past a deadline: %v", err)
	}
	if _, err := other.Exec(`ROLLBACK`); err != nil {
		t.Fatal(err)
	}
	if _, added, err := s.Add(t.Context(), "home", &changed, &news.Reading{}); err != nil || !added {
		t.Errorf("after the other has ended: %v, %v", added, err)
	}
}

// TestLockedWhole: another program keeps the whole file for itself.
func TestLockedWhole(t *testing.T) {
	path := filepath.Join(t.TempDir(), "library.db")
	by(t, path, `PRAGMA locking_mode = EXCLUSIVE`, `BEGIN EXCLUSIVE`, `CREATE TABLE t (x)`)
	complaint(t, path, "another program")
}

// TestReadOnly opens copies that can't be written. Root may write anything, so
// permission bits prove nothing there: the mode of opening stands for them.
func TestReadOnly(t *testing.T) {
	path := made(t)
	before := bytesOf(t, path)
	if os.Geteuid() != 0 {
		for p, mode := range map[string]os.FileMode{path: 0o444, filepath.Dir(path): 0o555} {
			if err := os.Chmod(p, mode); err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { os.Chmod(p, 0o755) })
		}
	}
	modes := []string{"ro&immutable=1", "rwc"}
	if os.Geteuid() == 0 {
		modes = []string{"ro&immutable=1", "ro"}
	}
	for _, mode := range modes {
		s, err := openFile(t.Context(), path, mode, time.Second)
		if mode == "rwc" {
			s, err = Open(t.Context(), path)
		}
		if err != nil {
			t.Fatalf("%s: %v", mode, err)
		}
		if a, _, err := s.Article(t.Context(), "home", news.Ref{ID: note.ID}); err != nil || a.Title != note.Title {
			t.Errorf("%s: read %v, %v", mode, a, err)
		}
		changed := note
		changed.Title = "Changed"
		_, _, err = s.Add(t.Context(), "home", &changed, &news.Reading{})
		if !s.ReadOnly() || !errors.Is(err, news.ErrBadInput) || !strings.Contains(err.Error(), "only be read") {
			t.Errorf("%s: ReadOnly() = %v, adding: %v", mode, s.ReadOnly(), err)
		}
		s.Close()
	}
	if !bytes.Equal(before, bytesOf(t, path)) {
		t.Error("the file was changed")
	}
	// An empty file has no schema, and it can't be given one.
	empty := filepath.Join(t.TempDir(), "empty.db")
	if err := os.WriteFile(empty, nil, 0o444); err != nil {
		t.Fatal(err)
	}
	if _, err := openFile(t.Context(), empty, "ro", time.Second); !errors.Is(err, news.ErrBadInput) {
		t.Errorf("an empty file that can only be read: %v", err)
	}
}

// TestOpenTogether: the first to come makes the schema, the others wait.
func TestOpenTogether(t *testing.T) {
	path := filepath.Join(t.TempDir(), "library.db")
	errs := make(chan error)
	for range 8 {
		go func() {
			s, err := Open(t.Context(), path)
			if err == nil {
				err = s.Close()
			}
			errs <- err
		}()
	}
	for range 8 {
		if err := <-errs; err != nil {
			t.Error(err)
		}
	}
}

// TestDamagedInUse: an article whose pages are gone is an error, not a wrong
// article.
func TestDamagedInUse(t *testing.T) {
	path := made(t)
	by(t, path, `UPDATE body SET terms = x'ff', paragraphs = '[{'`, `UPDATE posting SET data = x'00ff'`).Close()
	s, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if _, _, err := s.Article(t.Context(), "home", note.Ref()); err == nil {
		t.Error("a damaged article was read")
	}
	changed := note
	changed.Title = "Changed"
	if _, _, err := s.Add(t.Context(), "home", &changed, &news.Reading{}); err == nil {
		t.Error("a damaged index was taken apart")
	}
	if infos, err := s.Articles(t.Context(), "home"); err != nil || len(infos) != 1 || infos[0].Title != note.Title {
		t.Errorf("after a failed change: %v, %v", infos, err)
	}
}

func BenchmarkOpen(b *testing.B) {
	path := filepath.Join(b.TempDir(), "library.db")
	for b.Loop() {
		s, err := Open(b.Context(), path)
		if err != nil {
			b.Fatal(err)
		}
		s.Close()
	}
}
