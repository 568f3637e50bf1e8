package main

import (
	"bytes"
	"context"
	"path/filepath"
	"strings"
	"testing"

	"onrecord/store/storetest"
)

// TestPostgres: DATABASE_URL switches everything over, a library moves there
// and back, and the answers stay the same.
func TestPostgres(t *testing.T) {
	cluster := storetest.Own(t, "-c", "fsync=off")
	t.Chdir(t.TempDir())
	file, back, server := filepath.Join(t.TempDir(), "my.db"), filepath.Join(t.TempDir(), "back.db"), cluster.Fresh(t)
	command := func(getenv func(string) string, args ...string) string {
		t.Helper()
		var out, errs bytes.Buffer
		if status := run(context.Background(), args, getenv, console{out: &out, err: &errs}); status != 0 || errs.Len() > 0 {
			t.Fatalf("onrecord %s: status %d, standard error %q", strings.Join(args, " "), status, errs.String())
		}
		return out.String()
	}
	inFile, inServer := env("ONRECORD_DB", file), env("DATABASE_URL", server)
	question := []string{"ask", "What did Ryabkov say about a 48-hour ceasefire?"}
	want := command(inFile, question...)
	if got := command(env(), "db", "copy", file, server); !strings.Contains(got, "both databases hold the same") {
		t.Errorf("copying there: %s", got)
	}
	for _, args := range [][]string{question, {"speakers"}, {"article", "list"}} {
		if one, two := command(inFile, args...), command(inServer, args...); one != two {
			t.Errorf("%s: SQLite\n%s\nPostgreSQL\n%s", args[0], one, two)
		}
	}
	command(inServer, "article", "remove", "ex5twq6g")
	command(env(), "db", "copy", server, back)
	if got := command(env("DATABASE_URL", "postgres://nowhere"), "--db", back, "article", "list"); strings.Contains(got, "ex5twq6g") {
		t.Errorf("what was removed on the server is back: %s", got)
	}
	if got := command(env(), append([]string{"--db", cluster.Fresh(t)}, question...)...); got != want {
		t.Errorf("--db with a server: %s, want %s", got, want)
	}
}
