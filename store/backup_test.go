package store_test

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/news"
	"onrecord/store"
	"onrecord/store/storetest"
)

func TestBackup(t *testing.T) {
	sqlite := func(t testing.TB) string { return filepath.Join(t.TempDir(), "library.db") }
	for _, c := range []struct {
		name     string
		from, to func(testing.TB) storetest.Fresh
	}{
		{"SQLite to SQLite", func(testing.TB) storetest.Fresh { return sqlite }, func(testing.TB) storetest.Fresh { return sqlite }},
		{"SQLite to PostgreSQL", func(testing.TB) storetest.Fresh { return sqlite }, storetest.Postgres},
		{"PostgreSQL to SQLite", storetest.Postgres, func(testing.TB) storetest.Fresh { return sqlite }},
	} {
		t.Run(c.name, func(t *testing.T) {
			from, to := openAt(t, c.from(t)(t)), openAt(t, c.to(t)(t))
			fill(t, from, 60)
			path := filepath.Join(t.TempDir(), "backup.db")
			saved, err := from.Backup(t.Context(), path)
			if err != nil {
				t.Fatal(err)
			}
			restored, err := to.Restore(t.Context(), path, false)
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(saved, restored); d != "" {
				t.Errorf("restored otherwise than saved (-saved +restored):\n%s", d)
			}
			sameLibraries(t, from, to)
			// Life goes on: numbers are given out after those restored.
			a, r := storetest.Newsroom{Seed: 6}.Article(500)
			for _, library := range []string{"home", "server-new"} {
				if _, _, err := to.Add(t.Context(), library, a, r); err != nil {
					t.Errorf("adding to %s after restoring: %v", library, err)
				}
			}
		})
	}
}

// sameLibraries compares every library of two databases whole.
func sameLibraries(t *testing.T, want, got *store.Store) {
	t.Helper()
	names, err := want.Libraries(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if len(names) == 0 {
		t.Fatal("there are no libraries to compare")
	}
	for _, name := range names {
		w, err := want.Tally(t.Context(), name)
		if err != nil {
			t.Fatal(err)
		}
		g, err := got.Tally(t.Context(), name)
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(w, g); d != "" {
			t.Errorf("library %s (-want +got):\n%s", name, d)
		}
	}
}

// A backup taken while articles are added holds a moment: what was there
// before it began, and of the rest a beginning.
func TestBackupWhileWriting(t *testing.T) {
	for name, fresh := range map[string]func(testing.TB) storetest.Fresh{
		"SQLite": func(t testing.TB) storetest.Fresh {
			return func(t testing.TB) string { return filepath.Join(t.TempDir(), "library.db") }
		},
		"PostgreSQL": storetest.Postgres,
	} {
		t.Run(name, func(t *testing.T) {
			s := openAt(t, fresh(t)(t))
			fill(t, s, 30)
			before, err := s.Articles(t.Context(), "home")
			if err != nil {
				t.Fatal(err)
			}
			ctx, stop := context.WithCancel(t.Context())
			var writer sync.WaitGroup
			writer.Go(func() {
				for n := 100; ctx.Err() == nil; n++ {
					a, r := storetest.Newsroom{Seed: 5}.Article(n)
					if _, _, err := s.Add(ctx, "home", a, r); err != nil && ctx.Err() == nil {
						t.Error(err)
						return
					}
				}
			})
			for n := range 3 {
				path := filepath.Join(t.TempDir(), "backup.db")
				if _, err := s.Backup(t.Context(), path); err != nil {
					t.Fatal(err)
				}
				to := openAt(t, filepath.Join(t.TempDir(), "restored.db"))
				if _, err := to.Restore(t.Context(), path, false); err != nil {
					t.Fatalf("backup %d: %v", n, err)
				}
				got, err := to.Articles(t.Context(), "home")
				if err != nil {
					t.Fatal(err)
				}
				if len(got) < len(before) {
					t.Errorf("the backup holds %d articles, %d were there before it", len(got), len(before))
				}
				for _, info := range got {
					if _, _, err := to.Article(t.Context(), "home", news.Ref{ID: info.ID}); err != nil {
						t.Errorf("article %s is half there: %v", info.ID, err)
					}
				}
			}
			stop()
			writer.Wait()
		})
	}
}

// Another process that has read an article keeps it in memory; after restoring
// it must not take it for one of those that came.
func TestRestoreReplaces(t *testing.T) {
	address := filepath.Join(t.TempDir(), "library.db")
	running, restoring := openAt(t, address), openAt(t, address)
	saved := openAt(t, filepath.Join(t.TempDir(), "other.db"))
	fill(t, running, 40)
	room := storetest.Newsroom{Seed: 77}
	for n := range 20 {
		a, r := room.Article(n)
		if _, _, err := saved.Add(t.Context(), "home", a, r); err != nil {
			t.Fatal(err)
		}
	}
	path := filepath.Join(t.TempDir(), "backup.db")
	if _, err := saved.Backup(t.Context(), path); err != nil {
		t.Fatal(err)
	}
	readAll(t, running)
	if _, err := restoring.Restore(t.Context(), path, false); !errors.Is(err, news.ErrBadInput) {
		t.Fatalf("restoring over articles gave %v, not a refusal", err)
	}
	if _, err := restoring.Restore(t.Context(), path, true); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(readAll(t, saved), readAll(t, running)); d != "" {
		t.Errorf("what the running process reads (-saved +read):\n%s", d)
	}
}

// readAll reads the words of every article of the home library.
func readAll(t *testing.T, s *store.Store) map[string][]string {
	t.Helper()
	infos, err := s.Articles(t.Context(), "home")
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]string{}
	for _, info := range infos {
		a, _, err := s.Article(t.Context(), "home", news.Ref{ID: info.ID})
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range a.Paragraphs {
			out[info.ID] = append(out[info.ID], p.Text)
		}
	}
	return out
}

func TestBackupRefusals(t *testing.T) {
	s := openAt(t, filepath.Join(t.TempDir(), "library.db"))
	fill(t, s, 30)
	path := filepath.Join(t.TempDir(), "backup.db")
	if _, err := s.Backup(t.Context(), path); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Backup(t.Context(), path); !errors.Is(err, news.ErrBadInput) {
		t.Errorf("a backup over another gave %v, not a refusal", err)
	}
	if info, err := os.Stat(path); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("the backup has mode %v, error %v: others may read it", info.Mode(), err)
	}
	nowhere := filepath.Join(t.TempDir(), "misspelt")
	if _, err := s.Backup(t.Context(), filepath.Join(nowhere, "backup.db")); !errors.Is(err, news.ErrBadInput) {
		t.Errorf("a backup into no folder gave %v, not a refusal", err)
	}
	if _, err := os.Stat(nowhere); err == nil {
		t.Error("the folder was made")
	}
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for name, damage := range map[string]func([]byte) []byte{
		"cut short":       func(b []byte) []byte { return b[:len(b)/2] },
		"no database":     func([]byte) []byte { return []byte("an essay") },
		"empty":           func([]byte) []byte { return nil },
		"a word replaced": func(b []byte) []byte { return bytes.Replace(b, []byte("minister"), []byte("sinister"), 1) },
	} {
		t.Run(name, func(t *testing.T) {
			damaged := damage(bytes.Clone(whole))
			if bytes.Equal(damaged, whole) {
				t.Fatal("nothing was damaged")
			}
			bad := filepath.Join(t.TempDir(), "backup.db")
			if err := os.WriteFile(bad, damaged, 0o600); err != nil {
				t.Fatal(err)
			}
			to := openAt(t, filepath.Join(t.TempDir(), "library.db"))
			if _, err := to.Restore(t.Context(), bad, false); !errors.Is(err, news.ErrBadInput) {
				t.Errorf("restoring it gave %v, not a refusal", err)
			}
			if names, err := to.Libraries(t.Context()); err != nil || len(names) > 0 {
				t.Errorf("the database holds %v, %v afterwards, not nothing", names, err)
			}
		})
	}
	newer := filepath.Join(t.TempDir(), "newer.db")
	if err := os.WriteFile(newer, whole, 0o600); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", newer)
	if err != nil {
		t.Fatal(err)
	}
	_, err = db.Exec(`INSERT INTO migration (program, number, name) VALUES ('onrecord', 9999, '9999_future.sql')`)
	if err := errors.Join(err, db.Close()); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Restore(t.Context(), newer, true); !errors.Is(err, news.ErrBadInput) || !strings.Contains(err.Error(), newer) {
		t.Errorf("restoring a newer program's backup gave %v, not a refusal that names %s", err, newer)
	}
	if _, err := s.Restore(t.Context(), filepath.Join(t.TempDir(), "absent.db"), true); !errors.Is(err, news.ErrBadInput) {
		t.Errorf("restoring from nothing gave %v", err)
	}
}
