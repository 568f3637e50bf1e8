package store_test

import (
	"context"
	"database/sql"
	"errors"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"onrecord/news"
	"onrecord/store"
	"onrecord/store/storetest"
)

// execAt runs a statement on a PostgreSQL database without the store.
func execAt(t *testing.T, address, statement string) {
	t.Helper()
	db, err := sql.Open("pgx", address)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.ExecContext(t.Context(), statement); err != nil {
		t.Fatal(err)
	}
}

func TestPostgresRefuses(t *testing.T) {
	fresh := storetest.Postgres(t)
	foreign := fresh(t)
	execAt(t, foreign, `CREATE TABLE recipes (name TEXT)`)
	newer := fresh(t)
	openAt(t, newer).Close()
	execAt(t, newer, `INSERT INTO migration (program, number, name) VALUES ('onrecord', 9999, '9999_future.sql')`)
	missing, err := url.Parse(foreign)
	if err != nil {
		t.Fatal(err)
	}
	missing.Path = "/nosuchdatabase"
	for _, c := range []struct{ name, address, want string }{
		{"no address", "postgres://user:secret@:port", "can't be read"},
		{"no server", "postgres://user:secret@/db?host=/nonexistent", "can't be reached"},
		{"no such database", missing.String(), "createdb"},
		{"another program's", foreign, "another program"},
		{"newer", newer, "newer version"},
		{"no such schema", fresh(t) + "&search_path=nowhere", "may not do this"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, err := store.Open(t.Context(), c.address)
			if err == nil {
				s.Close()
				t.Fatal("it was opened")
			}
			if text := err.Error(); !errors.Is(err, news.ErrBadInput) || !strings.Contains(text, c.want) || !strings.HasSuffix(text, ".") || strings.Contains(text, "secret") {
				t.Errorf("Open: %v\nwant a sentence with %q that is news.ErrBadInput", err, c.want)
			}
		})
	}
}

// lockLibraries holds the rows of all libraries, as another program would,
// until the transaction it returns ends.
func lockLibraries(t *testing.T, address string) *sql.Tx {
	t.Helper()
	db, err := sql.Open("pgx", address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	tx, err := db.Begin()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := tx.Exec(`SELECT * FROM library FOR UPDATE`); err != nil {
		t.Fatal(err)
	}
	return tx
}

// TestPostgresLocked: a row that another program holds is waited for, then
// reported.
func TestPostgresLocked(t *testing.T) {
	address := storetest.Postgres(t)(t) + "&lock_timeout=50"
	s := openAt(t, address)
	a, r := faultRoom.Article(1)
	if _, _, err := s.Add(t.Context(), "home", a, r); err != nil {
		t.Fatal(err)
	}
	tx := lockLibraries(t, address)
	a.Title = "Changed"
	if _, _, err := s.Add(t.Context(), "home", a, r); !errors.Is(err, news.ErrBadInput) || !strings.Contains(err.Error(), "another program") {
		t.Errorf("adding to a locked library: %v", err)
	}
	if _, _, err := s.Article(t.Context(), "home", a.Ref()); err != nil {
		t.Errorf("reading a locked library: %v", err)
	}
	if err := tx.Rollback(); err != nil {
		t.Fatal(err)
	}
	if ref, added, err := s.Add(t.Context(), "home", a, r); err != nil || !added || ref.Version != 2 {
		t.Errorf("when the other has ended: %v, %v, %v", ref, added, err)
	}
}

// TestWritersLeaveRoom: however many wait to write, a question finds a
// connection.
func TestWritersLeaveRoom(t *testing.T) {
	address := storetest.Postgres(t)(t)
	s := openAt(t, address)
	a, r := faultRoom.Article(1)
	if _, _, err := s.Add(t.Context(), "home", a, r); err != nil {
		t.Fatal(err)
	}
	tx := lockLibraries(t, address)
	writing, stop := context.WithCancel(t.Context())
	var wait sync.WaitGroup
	for range 20 {
		wait.Go(func() { s.Add(writing, "home", a, r) }) // waits, and fails in the end
	}
	for deadline := time.Now().Add(10 * time.Second); store.InUse(s) < 4 && time.Now().Before(deadline); {
		time.Sleep(time.Millisecond)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 4*time.Second) // they wait for five
	defer cancel()
	if _, _, err := s.Article(ctx, "home", a.Ref()); err != nil {
		t.Errorf("reading while many wait to write: %v", err)
	}
	stop()
	wait.Wait()
	if err := tx.Rollback(); err != nil {
		t.Fatal(err)
	}
}

// TestPoolExhausted: with every connection taken a question waits for its
// deadline, and works when one is free again.
func TestPoolExhausted(t *testing.T) {
	fresh := storetest.Postgres(t)
	for name, address := range map[string]string{"SQLite": ":memory:", "PostgreSQL": fresh(t)} {
		t.Run(name, func(t *testing.T) {
			s := openAt(t, address)
			free := store.TakeConnections(t, s)
			ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
			defer cancel()
			if _, err := s.Articles(ctx, "home"); !errors.Is(err, context.DeadlineExceeded) {
				t.Errorf("with no connection left: %v, want the deadline", err)
			}
			free()
			if _, err := s.Articles(t.Context(), "home"); err != nil {
				t.Errorf("with connections again: %v", err)
			}
		})
	}
}
