// Package onrecord_test holds the house to its plan.
package onrecord_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// arrows lists what each package may import of ours, tests left out. Arrows
// point one way, towards news; a new package is added here with a thought.
var arrows = map[string][]string{
	"news":              {},
	"phrases":           {},
	"sentences":         {},
	"speakers":          {"news", "sentences"},
	"quotes":            {"news", "sentences", "speakers", "quotes/tongues"},
	"quotes/tongues":    {"news", "sentences", "speakers", "language"},
	"retrieval":         {"news", "sentences", "language", "stages"},
	"retrieval/wordnet": {"retrieval"},
	"answer":            {"news", "phrases", "sentences", "speakers", "retrieval", "prompts", "llm", "stages"},
	"ingest":            {"news", "sentences", "language", "ingest/fetch", "ingest/page", "ingest/pdf", "ingest/docx", "stages"},
	"ingest/fetch":      {"news"},
	"ingest/page":       {"news"},
	"ingest/pdf":        {},
	"ingest/docx":       {},
	"ingest/apart":      {"news", "ingest"},
	"articles":          {"news", "ingest"},
	"store":             {"news", "speakers", "retrieval", "stages"},
	"shelf":             {"news", "retrieval"},
	"feeds":             {"news", "ingest", "ingest/fetch", "retrieval", "stages"},
	"language":          {},
	"changes":           {"news"},
	"intake":            {"news", "ingest", "ingest/fetch", "quotes", "changes", "stages"},
	"bot":               {"news", "phrases", "answer", "changes", "shards", "stages"},
	"bot/discordtest":   {},
	"browsertest":       {},
	"prompts":           {},
	"llm":               {},
	"llm/llmtest":       {},
	"terminal":          {},
	"ops":               {"stages"},
	"shards":            {"news"},
	"stages":            {},
	"traces":            {"stages"},
}

// only lists the packages that alone may import a library.
var only = map[string][]string{
	"github.com/bwmarrin/discordgo": {"bot"},
	"modernc.org/sqlite":            {"store"},
	"github.com/jackc/pgx":          {"store", "store/storetest"},
	"github.com/alecthomas/kong":    {"cmd/onrecord"},
	"github.com/sashabaranov":       {"llm"},
	"github.com/mmcdole/gofeed":     {"feeds"},
	"github.com/joho/godotenv":      {"cmd/onrecord"},
	"go.opentelemetry.io":           {"traces"},
}

func TestArrowsPointOneWay(t *testing.T) {
	seen := map[string]bool{}
	err := filepath.WalkDir(".", func(file string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (strings.HasPrefix(d.Name(), ".") && file != "." || d.Name() == "bench" || d.Name() == "testdata") {
			return filepath.SkipDir
		}
		if !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go") {
			return nil
		}
		pkg := filepath.ToSlash(filepath.Dir(file))
		seen[pkg] = true
		f, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, spec := range f.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			checkImport(t, file, pkg, imported)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for pkg := range arrows {
		if !seen[pkg] {
			t.Errorf("the plan names package %s, which does not exist", pkg)
		}
	}
	for pkg := range seen {
		if _, planned := arrows[pkg]; !planned && !wires(pkg) {
			t.Errorf("package %s is not in the plan", pkg)
		}
	}
}

// wires tells whether a package is one of those that put the others together.
func wires(pkg string) bool {
	return strings.HasPrefix(pkg, "cmd/") || strings.Contains(pkg, "/cmd/") || path.Base(pkg) == "storetest"
}

func checkImport(t *testing.T, file, pkg, imported string) {
	t.Helper()
	if ours, ok := strings.CutPrefix(imported, "onrecord/"); ok && !wires(pkg) && !slices.Contains(arrows[pkg], ours) {
		t.Errorf("%s: %s may not import %s", file, pkg, ours)
	}
	for library, users := range only {
		if (imported == library || strings.HasPrefix(imported, library+"/")) && !slices.Contains(users, pkg) {
			t.Errorf("%s: only %v may import %s", file, users, library)
		}
	}
}
