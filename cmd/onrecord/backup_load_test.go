package main

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"onrecord/bot/discordtest"
	"onrecord/store/storetest"
)

// TestBackupUnderLoad makes a backup while a bot answers some fifty questions a
// second and articles are added, restores it into an empty database, and compares
// every table row for row.
//
// What must be equal: every row of the backup and of what was restored from it.
// What may be newer: the database that was backed up; but every article that was
// added before the backup began is in it, none that was added after it ended, and
// none is missing between those that are.
func TestBackupUnderLoad(t *testing.T) {
	t.Run("SQLite", func(t *testing.T) {
		testBackupUnderLoad(t, "ONRECORD_DB", filepath.Join(t.TempDir(), "live.db"), filepath.Join(t.TempDir(), "empty.db"))
	})
	t.Run("PostgreSQL", func(t *testing.T) {
		cluster := storetest.Own(t, "-c", "fsync=off")
		testBackupUnderLoad(t, "DATABASE_URL", cluster.Fresh(t), cluster.Fresh(t))
	})
}

func testBackupUnderLoad(t *testing.T, setting, live, empty string) {
	t.Chdir(t.TempDir())
	discord := discordtest.New(t)
	inLive := env(setting, live, "DISCORD_TOKEN", discordtest.Token, "ONRECORD_OPS_ADDR", "off")
	stop := serveUntil(t, inLive, discord)
	begin := time.Now()
	// People ask, articles come, until stopped.
	over := make(chan struct{})
	var people sync.WaitGroup
	var right atomic.Int64
	asked := 0
	people.Go(func() {
		waiting := make(chan struct{}, crowdWaits)
		for every := time.NewTicker(20 * time.Millisecond); ; asked++ {
			select {
			case <-over:
				every.Stop()
				return
			case <-every.C:
			}
			waiting <- struct{}{}
			m := discord.Send(discordtest.Post{Content: "@bot What did Ryabkov say about a 48-hour ceasefire?", User: fmt.Sprint(630000000000000000 + asked), Direct: true})
			people.Go(func() {
				defer func() { <-waiting }()
				if r, err := discord.Reply(t.Context(), m.ID); err == nil && strings.Contains(r.Text(), "48-hour ceasefire to allow aid") {
					right.Add(1)
				}
			})
		}
	})
	var added atomic.Int64
	people.Go(func() {
		for i := 0; ; i++ {
			select {
			case <-over:
				return
			default:
			}
			file := fmt.Sprintf("harbour-%04d.md", i)
			text := fmt.Sprintf("# Harbour notice %04d\n\n\"The harbour closes at %d o'clock,\" said Ilse Varga, the harbour master, on day %d.\n\nNobody else commented.\n", i, i%24, i)
			if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
				t.Error(err)
				return
			}
			if _, errs, status := commandIn(inLive, "article", "add", file); status != 0 {
				t.Errorf("add %s: %s", file, errs)
				return
			}
			added.Add(1)
		}
	})
	becomes(t, func() bool { return added.Load() >= 3 })
	before := added.Load()
	saved := savedBy(t, inLive, "backup", "monday.db", "--json")
	after := added.Load() + 1 // one may have been on its way
	becomes(t, func() bool { return added.Load() > after+1 })
	took := time.Since(begin)
	close(over)
	people.Wait()
	stop()
	if int(right.Load()) != asked || asked == 0 {
		t.Errorf("%d of %d questions were answered rightly", right.Load(), asked)
	}

	inEmpty := env(setting, empty)
	restored := savedBy(t, inEmpty, "restore", "monday.db", "--json")
	again := savedBy(t, inEmpty, "backup", "again.db", "--json")
	rows := 0
	for i, s := range saved {
		if restored[i] != s || again[i] != s {
			t.Errorf("saved %+v, restored %+v, saved again %+v", s, restored[i], again[i])
		}
		rows += int(s.Rows)
	}
	sameRows(t, "monday.db", "again.db", saved)
	n := notices(t, inEmpty)
	if int64(n) < before || int64(n) > after {
		t.Errorf("the backup has %d articles; %d had been added before it, %d after", n, before, after)
	}
	if all := notices(t, inLive); int64(all) != added.Load() {
		t.Errorf("the database has %d articles of %d", all, added.Load())
	}
	t.Logf("%d questions and %d articles in %v; %d tables, %d rows the same", asked, added.Load(), took.Round(time.Millisecond), len(saved), rows)

	data, err := os.ReadFile("monday.db")
	if err != nil {
		t.Fatal(err)
	}
	damaged := bytes.ReplaceAll(data, []byte("Nobody else commented"), []byte("Varga denied it later"))
	if bytes.Equal(damaged, data) {
		t.Fatal("the backup holds no text that could be changed")
	}
	if err := os.WriteFile("damaged.db", damaged, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, errs, status := commandIn(inEmpty, "restore", "--replace", "damaged.db"); status != 1 || !strings.Contains(errs, "nothing was restored") {
		t.Errorf("a damaged backup: status %d, %s", status, errs)
	}
	if left := notices(t, inEmpty); left != n {
		t.Errorf("refusing it left %d articles of %d", left, n)
	}
}

// serveUntil runs onrecord serve until the function that it returns is called.
func serveUntil(t *testing.T, getenv func(string) string, discord *discordtest.T) (stop func()) {
	t.Helper()
	var log syncBuffer
	done := make(chan int, 1)
	ctx, end := context.WithCancel(t.Context())
	go func() {
		done <- run(ctx, []string{"serve", "--discord", discord.URL()}, getenv, console{in: strings.NewReader(""), out: &log, err: &log})
	}()
	discord.Ready()
	return func() {
		t.Helper()
		end()
		if status := <-done; status != 0 {
			t.Errorf("serve ended with %d:\n%s", status, log.String())
		}
	}
}

// commandIn runs a command line.
func commandIn(getenv func(string) string, args ...string) (out, errs string, status int) {
	var o, e syncBuffer
	status = run(context.Background(), args, getenv, console{in: strings.NewReader(""), out: &o, err: &e})
	return o.String(), e.String(), status
}

// savedBy runs a command that tells which tables it saved or restored.
func savedBy(t *testing.T, getenv func(string) string, args ...string) []savedJSON {
	t.Helper()
	out, errs, status := commandIn(getenv, args...)
	var list []savedJSON
	if err := json.Unmarshal([]byte(out), &list); status != 0 || err != nil || len(list) == 0 {
		t.Fatalf("%v: status %d, %v, %s%s", args, status, err, out, errs)
	}
	return list
}

// notices counts the articles that the test has added, of which none may be
// missing before the last.
func notices(t *testing.T, getenv func(string) string) int {
	t.Helper()
	out, errs, status := commandIn(getenv, "article", "list", "--json")
	if status != 0 {
		t.Fatal(errs)
	}
	n := strings.Count(out, "Harbour notice ")
	for i := range n {
		if !strings.Contains(out, fmt.Sprintf("Harbour notice %04d", i)) {
			t.Errorf("number %d of %d is missing", i, n)
		}
	}
	return n
}

// sameRows compares two files table by table and row by row, both ways.
func sameRows(t *testing.T, one, two string, tables []savedJSON) {
	t.Helper()
	db, err := sql.Open("sqlite", one)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	if _, err := db.ExecContext(t.Context(), `ATTACH ? AS two`, two); err != nil {
		t.Fatal(err)
	}
	for _, table := range tables {
		for _, way := range []string{`SELECT * FROM main.%[1]s EXCEPT SELECT * FROM two.%[1]s`, `SELECT * FROM two.%[1]s EXCEPT SELECT * FROM main.%[1]s`} {
			var n int
			if err := db.QueryRowContext(t.Context(), `SELECT COUNT(*) FROM (`+fmt.Sprintf(way, table.Table)+`)`).Scan(&n); err != nil || n != 0 {
				t.Errorf("table %s: %d rows differ, %v", table.Table, n, err)
			}
		}
	}
}

// becomes waits until something is so.
func becomes(t *testing.T, so func() bool) {
	t.Helper()
	for end := time.Now().Add(patience); !so(); time.Sleep(5 * time.Millisecond) {
		if t.Failed() || time.Now().After(end) {
			t.Fatal("it did not come to that")
		}
	}
}
