package store_test

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"

	"onrecord/store/storetest"
)

// spread says how a table is to be spread over machines: by a column, or as one
// of the two that have none.
type spread struct{ table, by string }

const (
	reference = "reference" // small, read by every question, whole on every machine
	local     = "local"     // on the coordinator: coordination, never read by a question
)

// plan is every table's place on a distributed PostgreSQL, such as Citus.
var plan = []spread{
	{"library", reference},
	{"posting", "library"}, {"article", "library"}, {"body", "library"}, {"credit", "library"}, {"pending", "library"},
	{"removed", "library"}, {"setting", "library"}, {"vector", "library"},
	{"job", "library"}, {"shelf", "library"}, {"feed", "library"}, {"entry", "library"}, {"watch", "library"},
	{"preference", "place"}, {"reply", "place"},
	{"question", "id"}, {"vote", "answer"}, {"claim", "id"},
	{"source", local}, {"spending", local}, {"migration", local},
	{"gateway", local}, {"process", local}, {"shard", local}, {"identify", local}, {"handover", local},
	{"outcome", local}, {"activity", local}, {"presence", local},
}

// catalogue is what the database itself says of its tables.
type catalogue struct {
	columns map[string]map[string]string // by table and column: its type
	unique  map[string][][]string        // by table: the columns of each unique constraint or index
	foreign map[string][]foreignKey
}

type foreignKey struct {
	columns, targets []string
	table            string
}

func readCatalogue(t *testing.T, address string) catalogue {
	t.Helper()
	conn, err := pgx.Connect(t.Context(), address)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(context.WithoutCancel(t.Context()))
	c := catalogue{map[string]map[string]string{}, map[string][][]string{}, map[string][]foreignKey{}}
	each := func(query string, f func(pgx.Rows) error) {
		t.Helper()
		rows, err := conn.Query(t.Context(), query)
		if err != nil {
			t.Fatal(err)
		}
		defer rows.Close()
		for rows.Next() {
			if err := f(rows); err != nil {
				t.Fatal(err)
			}
		}
		if err := rows.Err(); err != nil {
			t.Fatal(err)
		}
	}
	each(`SELECT table_name, column_name, data_type FROM information_schema.columns WHERE table_schema = 'public'`, func(rows pgx.Rows) error {
		var table, column, kind string
		err := rows.Scan(&table, &column, &kind)
		if c.columns[table] == nil {
			c.columns[table] = map[string]string{}
		}
		c.columns[table][column] = kind
		return err
	})
	const names = `ARRAY(SELECT a.attname::text FROM unnest(%s) WITH ORDINALITY AS k(n, i) JOIN pg_attribute a ON a.attrelid = %s AND a.attnum = k.n ORDER BY k.i)`
	each(`SELECT x.indrelid::regclass::text, `+fmt.Sprintf(names, "x.indkey::int2[]", "x.indrelid")+` FROM pg_index x JOIN pg_class r ON r.oid = x.indrelid
		WHERE x.indisunique AND r.relnamespace = 'public'::regnamespace ORDER BY 1, 2`, func(rows pgx.Rows) error {
		var table string
		var columns []string
		err := rows.Scan(&table, &columns)
		c.unique[table] = append(c.unique[table], columns)
		return err
	})
	each(`SELECT f.conrelid::regclass::text, f.confrelid::regclass::text, `+fmt.Sprintf(names, "f.conkey", "f.conrelid")+`, `+fmt.Sprintf(names, "f.confkey", "f.confrelid")+`
		FROM pg_constraint f WHERE f.contype = 'f' ORDER BY 1, 2`, func(rows pgx.Rows) error {
		var table string
		var f foreignKey
		err := rows.Scan(&table, &f.table, &f.columns, &f.targets)
		c.foreign[table] = append(c.foreign[table], f)
		return err
	})
	return c
}

// obstacles are what keeps a table from being spread by its column: the rules of
// Citus for unique constraints and foreign keys.
func (c catalogue) obstacles(s spread) []string {
	if s.by == local || s.by == reference {
		return nil
	}
	var out []string
	if c.columns[s.table][s.by] == "" {
		out = append(out, "has no column `"+s.by+"`")
	}
	for _, columns := range c.unique[s.table] {
		if !slices.Contains(columns, s.by) {
			out = append(out, "its key ("+strings.Join(columns, ", ")+") lacks `"+s.by+"`")
		}
	}
	for _, f := range c.foreign[s.table] {
		i := slices.IndexFunc(plan, func(p spread) bool { return p.table == f.table })
		at := slices.Index(f.columns, s.by)
		switch {
		case plan[i].by == reference:
		case at < 0 || plan[i].by != f.targets[at]:
			out = append(out, "its reference to `"+f.table+"` ("+strings.Join(f.columns, ", ")+") lacks `"+s.by+"`")
		}
	}
	return out
}

// statement is the call that spreads the table, on Citus.
func (s spread) statement(kind string) string {
	with := ", colocate_with => 'none'"
	switch {
	case s.by == local:
		return ""
	case s.by == reference:
		return fmt.Sprintf("SELECT create_reference_table('%s');", s.table)
	case s.by == "library" && kind != "text" && s.table != "posting":
		with = ", colocate_with => 'posting'"
	case (s.by == "library" || s.by == "place") && kind == "text" && s.table != "job":
		with = ", colocate_with => 'job'"
	}
	return fmt.Sprintf("SELECT create_distributed_table('%s', '%s'%s);", s.table, s.by, with)
}

// TestDistribution holds docs/scaling.md to the schema: each table has its place,
// and what still keeps one from being spread is read off the catalogue. A new
// table goes into plan.
func TestDistribution(t *testing.T) {
	address := storetest.Postgres(t)(t)
	openAt(t, address)
	c := readCatalogue(t, address)
	var b strings.Builder
	b.WriteString("| table | by | what keeps it back today |\n| --- | --- | --- |\n")
	calls := map[bool][]string{}
	known := map[string]bool{}
	for _, s := range plan {
		if c.columns[s.table] == nil {
			continue // of a migration that is on its way
		}
		known[s.table] = true
		found := c.obstacles(s)
		fmt.Fprintf(&b, "| `%s` | %s | %s |\n", s.table, s.by, strings.Join(found, "; "))
		if call := s.statement(c.columns[s.table][s.by]); call != "" {
			calls[len(found) == 0] = append(calls[len(found) == 0], call)
		}
	}
	for table := range c.columns {
		if !known[table] {
			t.Errorf("table %s is in no place: put it into plan, by a column that all its keys have, reference or local", table)
		}
	}
	b.WriteString("\nReady as they are:\n\n```sql\n" + strings.Join(calls[true], "\n") + "\n```\n\nOnce that is out of the way:\n\n```sql\n" + strings.Join(calls[false], "\n") + "\n```\n")
	inDoc(t, "../docs/scaling.md", "distribution", b.String())
	if found := c.obstacles(spread{"vote", "place"}); len(found) == 0 {
		t.Error("nothing is said against spreading votes by a column that is not in their key")
	}
}

// inDoc holds the part of a page between two marks to a text.
func inDoc(t *testing.T, path, mark, want string) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	begin, end := "<!-- "+mark+" -->\n\n", "\n<!-- /"+mark+" -->"
	before, rest, ok := strings.Cut(string(data), begin)
	is, after, ended := strings.Cut(rest, end)
	if !ok || !ended {
		t.Fatalf("%s has no part between %q and %q", path, begin, end)
	}
	if *update {
		if err := os.WriteFile(path, []byte(before+begin+want+end+after), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if is != want {
		t.Errorf("%s says\n%s\nbut it is, go test ./store -run TestDistribution -update writes it:\n%s", path, is, want)
	}
}
