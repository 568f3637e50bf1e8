package store_test

import (
	"context"
	"database/sql"
	"errors"
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"onrecord/news"
	"onrecord/quotes"
	"onrecord/store"
	"onrecord/store/storetest"
)

var update = flag.Bool("update", false, "write the golden files anew")

// recorded runs everything that a program does with its store, and lists the
// statements that it has run.
func recorded(t *testing.T) []string {
	texts, stop := store.Recording()
	defer stop()
	storetest.Run(t, func(t testing.TB) string { return filepath.Join(t.TempDir(), "library.db") })
	ctx, folder := t.Context(), t.TempDir()
	s, err := store.Open(ctx, filepath.Join(folder, "library.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	fill(t, s, 5)
	do := func(_ any, err error) {
		t.Helper()
		if err != nil {
			t.Error(err)
		}
	}
	const app, process = "app", "process"
	do(s.JoinGateway(ctx, app, process, 2, time.Minute))
	do(s.JoinGateway(ctx, app, process, 3, time.Minute))
	do(s.TakeShards(ctx, app, 3, process, 3, time.Minute))
	do(s.RenewShards(ctx, app, 3, process, time.Minute))
	do(nil, s.MarkReady(ctx, app, 3, 0, process, true))
	do(nil, s.SplitGateway(ctx, app, 4))
	do(s.FinishSplit(ctx, app, 4))
	do(s.StartSession(ctx, app, 0, time.Second))
	do(nil, s.ReleaseShard(ctx, app, 3, 0, process))
	do(nil, s.LeaveGateway(ctx, app, process))
	do(s.Sizes(ctx, 5))
	do(s.OldestDue(ctx, time.Now()))
	do(s.Seeded(ctx, news.HomeLibrary, "x"))
	do(nil, s.SetSetting(ctx, news.HomeLibrary, "edition", "1"))
	do(s.Stale(ctx))
	do(s.Reread(ctx, func(a *news.Article) *news.Reading { return quotes.Read(a) }, 0))
	do(s.OldestDue(ctx, time.Now()))
	do(s.SpentMost(ctx, "2026-03-01", news.ServerAccount, 5))
	do(nil, s.Purge(ctx, time.Now(), time.Now()))
	do(nil, s.PollNow(ctx, "", time.Now()))
	backup := filepath.Join(folder, "backup.db")
	do(s.Backup(ctx, backup))
	do(s.Restore(ctx, backup, true))
	to, err := store.Open(ctx, filepath.Join(folder, "copy.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer to.Close()
	do(store.Copy(ctx, s, to))
	return texts()
}

// notRecorded are statements that are about the schema itself, or whose table is
// named by what calls them.
var notRecorded = regexp.MustCompile(`pg_|current_setting|information_schema|sqlite_schema|FROM migration|INTO migration|pragma_|CREATE TABLE|backup`)

// literal is a statement, or the beginning of one, as the source has it.
type literal struct{ at, text string }

// literals lists those of the package's source.
func literals(t *testing.T) []literal {
	t.Helper()
	sources, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	files, begins := token.NewFileSet(), regexp.MustCompile(`^(SELECT|INSERT|UPDATE|DELETE) `)
	var out []literal
	for _, name := range sources {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(files, name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			lit, ok := n.(*ast.BasicLit)
			if !ok || lit.Kind != token.STRING {
				return true
			}
			text, err := strconv.Unquote(lit.Value)
			if err == nil && begins.MatchString(text) && !notRecorded.MatchString(text) {
				out = append(out, literal{files.Position(lit.Pos()).String(), strings.Join(strings.Fields(text), " ")})
			}
			return true
		})
	}
	return out
}

// TestStatementsRecorded holds testdata/statements to the program's source, so that
// what the next schema must still understand is written down: -update runs it all and
// writes the file of the newest schema anew.
func TestStatementsRecorded(t *testing.T) {
	path := filepath.Join("testdata", "statements", fmt.Sprintf("%04d.txt", store.Schema()))
	inSource := literals(t)
	if len(inSource) < 60 {
		t.Errorf("only %d statements were found in the source", len(inSource))
	}
	if *update {
		got := recorded(t)
		for _, l := range inSource {
			if !l.in(got) && !strings.Contains(l.text, "?") {
				got = append(got, l.text) // it has nothing to be spelt, so nobody saw it pass
			}
		}
		slices.Sort(got)
		if err := os.WriteFile(path, []byte(strings.Join(got, "\n")+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("what schema %d's program runs is not recorded: run this test with -update (%v)", store.Schema(), err)
	}
	got := strings.Split(strings.TrimSpace(string(text)), "\n")
	for _, l := range inSource {
		if !l.in(got) {
			t.Errorf("%s: %q is not recorded: add it to what recorded runs, and run this test with -update", l.at, l.text)
		}
	}
}

// in tells whether a statement is among those that were seen, as far as its text is
// written out in the source.
func (l literal) in(seen []string) bool {
	begin := l.text
	if i := strings.Index(begin, "("); strings.Contains(begin, "VALUES (?") && i > 0 {
		begin = begin[:i]
	}
	return slices.ContainsFunc(seen, func(s string) bool { return strings.HasPrefix(s, begin) })
}

// before lists the statements of each recorded program, by the number of its
// schema.
func before(t *testing.T) map[int][]string {
	t.Helper()
	files, err := filepath.Glob("testdata/statements/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no recorded statements: %v", err)
	}
	out := map[int][]string{}
	for _, file := range files {
		number, err := strconv.Atoi(strings.TrimSuffix(filepath.Base(file), ".txt"))
		if err != nil {
			t.Fatal(err)
		}
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		out[number] = strings.Split(strings.TrimSpace(string(text)), "\n")
		if len(out[number]) < 100 {
			t.Errorf("%s has only %d statements", file, len(out[number]))
		}
	}
	return out
}

// ofSQLite tells whether a statement is run on SQLite files alone: backups.
func ofSQLite(text string) bool {
	return strings.Contains(text, "sqlite_schema") || strings.Contains(text, "pragma_") || strings.Contains(text, "FROM backup")
}

// TestOldStatements: a process of an older release goes on while a newer one has
// migrated the database. Every statement it may run must still be understood.
func TestOldStatements(t *testing.T) {
	for number, texts := range before(t) {
		t.Run(fmt.Sprint("SQLite ", number), func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "library.db")
			openAt(t, path)
			db, err := sql.Open("sqlite", path)
			if err != nil {
				t.Fatal(err)
			}
			defer db.Close()
			for _, text := range texts {
				if strings.Contains(text, "FROM backup") {
					continue
				}
				st, err := db.PrepareContext(t.Context(), store.Spell(text, false))
				if err != nil {
					t.Errorf("%s\n%v", text, err)
					continue
				}
				st.Close()
			}
		})
		t.Run(fmt.Sprint("PostgreSQL ", number), func(t *testing.T) {
			address := storetest.Postgres(t)(t)
			runsOn(t, address, number, texts)
		})
	}
}

// runsOn prepares an older program's statements on its own schema, migrates, and
// runs each of them: that a plan made before no longer fits is an error too.
func runsOn(t *testing.T, address string, number int, texts []string) {
	t.Helper()
	ctx := t.Context()
	if err := store.PutOld(ctx, address, load(t, fmt.Sprintf("testdata/schemas/%04d.sql", number)), number); err != nil {
		t.Fatal(err)
	}
	conn, err := pgx.Connect(ctx, address)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(context.WithoutCancel(ctx))
	prepared := map[string]*pgconn.StatementDescription{}
	for i, text := range texts {
		if ofSQLite(text) {
			continue
		}
		d, err := conn.Prepare(ctx, fmt.Sprint("old", i), store.Spell(text, true))
		if err != nil {
			t.Errorf("on its own schema:\n%s\n%v", text, err)
			continue
		}
		prepared[text] = d
	}
	openAt(t, address) // migrates
	for text, d := range prepared {
		tx, err := conn.Begin(ctx)
		if err != nil {
			t.Fatal(err)
		}
		_, err = tx.Exec(ctx, d.Name, make([]any, len(d.ParamOIDs))...)
		var pg *pgconn.PgError
		if errors.As(err, &pg) && (strings.HasPrefix(pg.Code, "23") || strings.HasPrefix(pg.Code, "22")) {
			err = nil // NULL is no value for it, which is another matter
		}
		if err != nil {
			t.Errorf("on schema %d:\n%s\n%v", store.Schema(), text, err)
		}
		if err := tx.Rollback(ctx); err != nil {
			t.Fatal(err)
		}
	}
}
