package bot

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
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
			shapes := map[string]bool{}
			for _, key := range sortedKeys(has) {
				shape := placeholder.ReplaceAllString(key, "{}")
				shapes[shape] = true
				if used.keys[key] == "" && !used.literals[shape] && !used.literals[strings.TrimPrefix(shape, "{} ")] {
					t.Errorf("left over: %q", key)
				}
			}
			for _, shape := range sortedKeys(used.problems) {
				if !shapes[shape] {
					t.Errorf("missing: %q (%s)", shape, used.problems[shape])
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
			if !slices.Contains(languages, choice) {
				out = append(out, choice.Name)
			}
		}
	}
	for _, sub := range c.Subs {
		out = append(out, sub.keys(name+" ")...)
	}
	return out
}

// inSource is what the source says. A shape is a sentence with {} for each of
// its arguments.
type inSource struct {
	keys     map[string]string // phrases, with a place where they stand
	problems map[string]string // shapes of errors that reach the bot as text, see phrases.Tongue.Translate
	literals map[string]bool   // shapes of every string
}

var (
	placeholder = regexp.MustCompile(`\{[A-Za-z]+\}`)
	verb        = regexp.MustCompile(`%(\.\d+)?[dqsv]`)
)

// problemsAt tells which arguments of a function are such errors.
var problemsAt = map[string]int{"problem": 0, "refuse": 1}

// keysAt tells which arguments of a function are phrases' keys; of those that
// count, it is the plural. A phrase that reaches one of them in a variable is
// not seen here: its own constant should be the argument of one, too.
var keysAt = map[string][]int{
	"Say": {0}, "Of": {0}, "Sentence": {0}, "Complain": {1}, "Count": {2}, "Counted": {2},
	"say": {0}, "assert": {0}, "excuse": {0}, "badInput": {0}, "setting": {0},
}

// phrasesInSource reads the packages that speak to people.
func phrasesInSource(t *testing.T) inSource {
	t.Helper()
	found := inSource{map[string]string{}, map[string]string{}, map[string]bool{}}
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
			case *ast.BasicLit, *ast.BinaryExpr:
				found.literals[shape(n.(ast.Expr))] = true
			case *ast.CallExpr:
				if i, is := problemsAt[functionName(n)]; is && len(n.Args) > i {
					if s := shape(n.Args[i]); s != "{}" {
						found.problems[s] = files.Position(n.Pos()).String()
					}
				}
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

// shape is the shape of an expression that makes a sentence.
func shape(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.BasicLit:
		s, _ := constant(e)
		return verb.ReplaceAllString(placeholder.ReplaceAllString(s, "{}"), "{}")
	case *ast.BinaryExpr:
		if e.Op == token.ADD {
			return shape(e.X) + shape(e.Y)
		}
	case *ast.CallExpr:
		if functionName(e) == "Sprintf" && len(e.Args) > 0 {
			return shape(e.Args[0])
		}
	}
	return "{}"
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
