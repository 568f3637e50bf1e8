package store_test

import (
	"context"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"sync"
	"testing"

	"github.com/jackc/pgx/v5"

	"onrecord/news"
	"onrecord/store"
	"onrecord/store/storetest"
)

var (
	sqlComment = regexp.MustCompile(`--[^\n]*`)
	newTable   = regexp.MustCompile(`^CREATE TABLE (\w+) \(`)
	newIndex   = regexp.MustCompile(`^CREATE (UNIQUE )?INDEX \w+ ON (\w+) `)
	newColumn  = regexp.MustCompile(`^ALTER TABLE \w+ ADD COLUMN \w+ (.*)$`)
	storage    = regexp.MustCompile(`^ALTER TABLE \w+ SET \([a-z_]+ = [0-9.]+(, [a-z_]+ = [0-9.]+)*\)$`)
	harmless   = regexp.MustCompile(`\bDEFAULT ('[^']*'|-?[0-9]+)$`)
)

// objection is what is wrong with a migration while old processes run, "" when
// nothing is: it may add tables, indexes, and columns that may be left out.
func objection(text string) string {
	made := map[string]bool{}
	for _, st := range strings.Split(sqlComment.ReplaceAllString(text, ""), ";") {
		st = strings.Join(strings.Fields(st), " ")
		column := newColumn.FindStringSubmatch(st)
		table, index := newTable.FindStringSubmatch(st), newIndex.FindStringSubmatch(st)
		switch {
		case st == "":
		case table != nil:
			made[table[1]] = true
		case index != nil && (index[1] == "" || made[index[2]]):
		case column != nil && regexp.MustCompile(`\b(REFERENCES|UNIQUE|CHECK|PRIMARY)\b`).MatchString(column[1]):
			return "a column that refuses what an old program writes: " + st
		case column != nil && strings.Contains(column[1], "NOT NULL") && !harmless.MatchString(column[1]):
			return "a column that an old program leaves out, without a constant default: " + st
		case column != nil, storage.MatchString(st):
		default:
			return "it does not only add: " + st
		}
	}
	return ""
}

// TestMigrationsOnlyAdd: processes of the release before go on meanwhile. What
// is to go goes a release later, when nobody uses it.
func TestMigrationsOnlyAdd(t *testing.T) {
	for _, dialect := range []string{"sqlite", "postgres"} {
		all, err := store.Migrations(dialect)
		if err != nil || len(all) < 8 {
			t.Fatalf("%d migrations of %s, %v", len(all), dialect, err)
		}
		for _, m := range all[2:] {
			if o := objection(m.Text); o != "" {
				t.Errorf("schema/%s/%s: %s", dialect, m.Name, o)
			}
		}
	}
	for _, bad := range []string{
		"DROP TABLE vote", "ALTER TABLE vote RENAME TO opinion", "ALTER TABLE vote ALTER COLUMN at TYPE TEXT",
		"ALTER TABLE vote ADD COLUMN x BIGINT NOT NULL", "ALTER TABLE vote ADD COLUMN x BIGINT NOT NULL DEFAULT random()",
		"ALTER TABLE vote ADD COLUMN x TEXT UNIQUE", "CREATE UNIQUE INDEX one ON vote (person)", "UPDATE vote SET at = 0", "DELETE FROM vote",
	} {
		if objection("-- why\nCREATE TABLE t (x BIGINT);\n"+bad+";") == "" {
			t.Errorf("nothing is said against %s", bad)
		}
	}
}

// old makes a PostgreSQL database of an older schema and names it.
func old(t *testing.T, schema int) (address string) {
	t.Helper()
	address = storetest.Postgres(t)(t)
	if err := store.PutOld(t.Context(), address, load(t, fmt.Sprintf("testdata/schemas/%04d.sql", schema)), schema); err != nil {
		t.Fatal(err)
	}
	return address
}

// connect is a connection without the store.
func connect(t *testing.T, address string) *pgx.Conn {
	t.Helper()
	conn, err := pgx.Connect(t.Context(), address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close(context.WithoutCancel(t.Context())) })
	return conn
}

// TestMigrateTogether: of processes that start at the same time one migrates and
// the others wait, on an empty database and on an old one.
func TestMigrateTogether(t *testing.T) {
	for name, address := range map[string]string{"an empty one": storetest.Postgres(t)(t), "an old one": old(t, 2)} {
		t.Run(name, func(t *testing.T) {
			var starting sync.WaitGroup
			for range 6 {
				starting.Go(func() {
					s, err := store.Open(t.Context(), address)
					if err != nil {
						t.Error(err)
						return
					}
					if err := s.Close(); err != nil {
						t.Error(err)
					}
				})
			}
			starting.Wait()
			var n, highest int
			if err := connect(t, address).QueryRow(t.Context(), `SELECT COUNT(*), MAX(number) FROM migration`).Scan(&n, &highest); err != nil || n != store.Schema() || highest != n {
				t.Errorf("%d migrations are noted, up to %d: %v", n, highest, err)
			}
		})
	}
}

// TestMigrationGivesUp: a migration that has to wait for a long transaction would
// make everybody wait behind it. It gives up instead, and nothing has changed.
func TestMigrationGivesUp(t *testing.T) {
	address := old(t, 2)
	long, err := connect(t, address).Begin(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := long.Exec(t.Context(), `LOCK TABLE migration IN ACCESS EXCLUSIVE MODE`); err != nil {
		t.Fatal(err)
	}
	_, err = store.Open(t.Context(), address+"&lock_timeout=100")
	if !errors.Is(err, news.ErrBadInput) || !strings.Contains(err.Error(), "Try again when that has ended.") {
		t.Errorf("while another holds a table: %v", err)
	}
	if err := long.Rollback(t.Context()); err != nil {
		t.Fatal(err)
	}
	works(t, address)
}

// TestDowngradeRefused: an older program leaves a newer program's database alone
// and says so.
func TestDowngradeRefused(t *testing.T) {
	address := storetest.Postgres(t)(t)
	openAt(t, address)
	conn := connect(t, address)
	if _, err := conn.Exec(t.Context(), `INSERT INTO migration (program, number, name) VALUES ('onrecord', $1, 'of tomorrow')`, store.Schema()+1); err != nil {
		t.Fatal(err)
	}
	_, err := store.Open(t.Context(), address)
	if !errors.Is(err, news.ErrBadInput) || !strings.Contains(err.Error(), "written by a newer version of onrecord; nothing in it was changed. Update onrecord") {
		t.Errorf("a newer program's database: %v", err)
	}
}
