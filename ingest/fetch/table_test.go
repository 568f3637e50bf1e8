package fetch

import (
	"flag"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write docs/fetching.md anew")

const page = "../../docs/fetching.md"

// row is what was tried, and what whoever tried it is told.
type row struct{ what, tried, told string }

// checkTable holds the table of that name in docs/fetching.md to the rows.
func checkTable(t *testing.T, name string, rows []row) {
	t.Helper()
	var b strings.Builder
	for _, r := range rows {
		b.WriteString("| " + cell(r.what) + " | ")
		if r.tried != "" {
			b.WriteString("`" + cell(r.tried) + "` | ")
		}
		b.WriteString(cell(r.told) + " |\n")
	}
	data, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	open, end := "<!-- "+name+" -->\n", "<!-- end -->\n"
	before, rest, ok := strings.Cut(string(data), open)
	head, after, closed := strings.Cut(rest, end)
	if !ok || !closed {
		t.Fatalf("%s has no table %s", page, name)
	}
	lines := strings.SplitAfterN(head, "\n", 3) // the table's head and rule stay
	table := lines[0] + lines[1] + b.String()
	if table == head {
		return
	}
	if !*update {
		t.Errorf("%s: the table of %s is not what happens; run the test with -update\n%s", page, name, table)
		return
	}
	if err := os.WriteFile(page, []byte(before+open+table+end+after), 0o644); err != nil {
		t.Fatal(err)
	}
}

// cell makes a text fit for a table of Markdown.
func cell(s string) string {
	return strings.NewReplacer("|", `\|`, "\r", `\r`, "\n", `\n`, "`", "'").Replace(s)
}
