package bot

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// TestEveryPhraseIsTranslated holds every language's file to what the source
// says and the commands are called: nothing missing, nothing left over.
func TestEveryPhraseIsTranslated(t *testing.T) {
	used := phrasesInSource(t)
	for _, c := range commands(Config{}) {
		for _, key := range c.keys("/") {
			used.keys[key] = "command " + c.Name
		}
	}
	files, err := filepath.Glob("../phrases/languages/*.json")
	if err != nil || len(files) != 6 {
		t.Fatalf("found the languages %v, %v", files, err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".json"), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			var has map[string]json.RawMessage
			if err := json.Unmarshal(data, &has); err != nil {
				t.Fatal(err)
			}
			for _, key := range sortedKeys(used.keys) {
				if _, ok := has[key]; !ok {
					t.Errorf("missing: %q (%s)", key, used.keys[key])
				}
			}
			for _, key := range sortedKeys(has) {
				if used.keys[key] == "" && !used.literals[key] {
					t.Errorf("left over: %q", key)
				}
			}
		})
	}
}

// keys are the phrases that a command is registered with; before stands before
// its name.
func (c Command) keys(before string) []string {
	if c.Menu {
		return []string{c.Name}
	}
	name := before + c.Name
	out := []string{name, c.Description}
	for _, o := range c.Options {
		out = append(out, name+" "+o.Name, o.Description)
		for _, choice := range o.Choices {
			out = append(out, choice.Name)
		}
	}
	for _, sub := range c.Subs {
		out = append(out, sub.keys(name+" ")...)
	}
	return out
}

// inSource is what the source says.
type inSource struct {
	keys     map[string]string // phrases, with a place where they stand
	literals map[string]bool   // every string
}

// keysAt tells which arguments of a function are phrases' keys; of those that
// count, it is the plural. A phrase that reaches one of them in a variable is
// not seen here: its own constant should be the argument of one, too.
var keysAt = map[string][]int{
	"Say": {0}, "Of": {0}, "Sentence": {0}, "Complain": {1}, "Count": {2}, "Counted": {2},
	"say": {0}, "assert": {0}, "excuse": {0}, "badInput": {0}, "setting": {0}, "either2": {2, 3},
}

// phrasesInSource reads the packages that speak to people.
func phrasesInSource(t *testing.T) inSource {
	t.Helper()
	found := inSource{map[string]string{}, map[string]bool{}}
	files := token.NewFileSet()
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if slices.Contains([]string{"cmd", "bench", "testdata", "discordtest", "storetest"}, d.Name()) || strings.HasPrefix(d.Name(), ".") && d.Name() != ".." {
				return filepath.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		f, err := parser.ParseFile(files, path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.BasicLit:
				if s, ok := constant(n); ok {
					found.literals[s] = true
				}
			case *ast.CallExpr:
				for _, i := range keysAt[functionName(n)] {
					if len(n.Args) <= i {
						continue
					}
					if s, ok := constant(n.Args[i]); ok {
						found.keys[s] = files.Position(n.Pos()).String()
					}
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// functionName is the last name of the function that is called.
func functionName(c *ast.CallExpr) string {
	switch f := c.Fun.(type) {
	case *ast.Ident:
		return f.Name
	case *ast.SelectorExpr:
		return f.Sel.Name
	}
	return ""
}

// constant is the text of a string literal, or of several that are added.
func constant(e ast.Expr) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		if e.Kind == token.STRING {
			s, err := strconv.Unquote(e.Value)
			return s, err == nil
		}
	case *ast.BinaryExpr:
		left, ok := constant(e.X)
		right, alsoOK := constant(e.Y)
		return left + right, ok && alsoOK
	}
	return "", false
}

func sortedKeys[V any](m map[string]V) []string {
	var out []string
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}
