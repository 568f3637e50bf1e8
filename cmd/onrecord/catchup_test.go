package main

import (
	"bytes"
	"context"
	"database/sql"
	"log/slog"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"onrecord/answer"
	"onrecord/news"
)

// TestCatchUpBeside: what serve answers while and after it reads a library again.
func TestCatchUpBeside(t *testing.T) {
	ctx := t.Context()
	path := filepath.Join(t.TempDir(), "my.db")
	lib, err := openAt(ctx, path, answer.Balanced)
	if err != nil {
		t.Fatal(err)
	}
	defer lib.Close()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range []string{`DELETE FROM setting WHERE name = 'edition'`, `UPDATE body SET reading = '{}'`, `DELETE FROM credit`, `UPDATE library SET version = version + 1`} {
		if _, err := db.Exec(s); err != nil {
			t.Fatal(err)
		}
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	answered := func() bool {
		a, err := lib.engine.Ask(ctx, news.Question{Library: news.HomeLibrary, Text: "What did Ryabkov say about a 48-hour ceasefire?"})
		if err != nil {
			t.Fatal(err)
		}
		return a.Answered() && a.Quotes()[0].Speaker().Name == "Sergei Ryabkov"
	}
	if answered() {
		t.Fatal("a library without statements has one: nothing is tested")
	}
	var log bytes.Buffer
	end := lib.catchUpBeside(ctx, slog.New(slog.NewTextHandler(&log, nil)))
	for tries := 0; ; tries++ {
		edition, err := lib.Setting(ctx, news.HomeLibrary, "edition")
		if err != nil {
			t.Fatal(err)
		}
		if edition != "" {
			break
		}
		if tries > 3000 {
			t.Fatal("it is never done")
		}
		time.Sleep(10 * time.Millisecond)
	}
	end() // waits for the engine to have heard of it
	if !answered() {
		t.Error("the engine still answers from the old reading")
	}
	if text := log.String(); !strings.Contains(text, "reading articles again after an upgrade\" articles=1") || !strings.Contains(text, "were read again") {
		t.Errorf("log: %s", text)
	}
	// Once more there is nothing to do, and nothing is said.
	log.Reset()
	lib.catchUpBeside(ctx, slog.New(slog.NewTextHandler(&log, nil)))()
	// Ended at once, it ends.
	stopped, stop := context.WithCancel(ctx)
	stop()
	lib.catchUpBeside(stopped, slog.New(slog.NewTextHandler(&log, nil)))()
	if log.Len() > 0 {
		t.Errorf("log: %s", log.String())
	}
}
