package store

import (
	"regexp"
	"slices"
	"strings"
	"sync"
)

// Recording notes every statement that is spelt for SQLite, which is where all
// statements begin, until it is stopped.
func Recording() (texts func() []string, stop func()) {
	var mu sync.Mutex
	seen := map[string]bool{}
	was := sqliteDialect.rebind
	sqliteDialect.rebind = func(query string) string {
		mu.Lock()
		defer mu.Unlock()
		seen[query] = true
		return was(query)
	}
	texts = func() []string {
		mu.Lock()
		defer mu.Unlock()
		var out []string
		for text := range seen {
			out = append(out, plain(text))
		}
		slices.Sort(out)
		return slices.Compact(out)
	}
	return texts, func() { sqliteDialect.rebind = was }
}

// What stands in a recorded statement for what the databases spell differently.
const (
	clockMark = "{clock}"
	joinMark  = "{join}"
	givenMark = "{given}"
)

var (
	blanks = regexp.MustCompile(`\s+`)
	inList = regexp.MustCompile(`IN \(\?(, \?)*\)`)
	values = regexp.MustCompile(`(VALUES|, )\s*(\((?:\?(?:, )?)+\))(, \((?:\?(?:, )?)+\))+`)
)

// plain is a statement on one line, with every list as short as can be.
func plain(text string) string {
	text = strings.ReplaceAll(text, sqliteDialect.clock, clockMark)
	text = strings.ReplaceAll(text, sqliteDialect.join, joinMark)
	text = strings.ReplaceAll(text, ") "+sqliteDialect.given+" VALUES", ") "+givenMark+" VALUES")
	text = strings.TrimSpace(blanks.ReplaceAllString(text, " "))
	text = inList.ReplaceAllString(text, "IN (?)")
	return values.ReplaceAllString(text, "$1 $2")
}

// Spell spells a recorded statement for a database.
func Spell(text string, postgres bool) string {
	d := sqliteDialect
	if postgres {
		d = postgresDialect()
	}
	return d.rebind(strings.NewReplacer(clockMark, d.clock, joinMark, d.join, givenMark, d.given,
		sqliteDialect.among, d.among, sqliteDialect.listed, d.listed).Replace(text))
}

// Migration is one numbered file of a dialect's schema.
type Migration struct {
	Number     int
	Name, Text string
}

// Migrations lists the files of a dialect, "sqlite" or "postgres".
func Migrations(dialect string) ([]Migration, error) {
	d := sqliteDialect
	if dialect == "postgres" {
		d = postgresDialect()
	}
	all, err := d.migrations()
	var out []Migration
	for _, m := range all {
		out = append(out, Migration{m.number, m.name, m.text})
	}
	return out, err
}
