package onrecord_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestDocsNameTests holds the pages to the tests that there are: a guard whose test
// is gone is no longer guarded.
func TestDocsNameTests(t *testing.T) {
	var code strings.Builder
	if err := filepath.WalkDir(".", func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(file, "_test.go") {
			return err
		}
		data, err := os.ReadFile(file)
		code.Write(data)
		return err
	}); err != nil {
		t.Fatal(err)
	}
	pages, err := filepath.Glob("docs/*.md")
	if err != nil {
		t.Fatal(err)
	}
	if n := len(testsNamed(t, "docs/security.md")); n < 20 {
		t.Fatalf("only %d tests are named", n)
	}
	for _, page := range append(pages, "README.md") {
		for _, name := range testsNamed(t, page) {
			if !strings.Contains(code.String(), "func "+name+"(") {
				t.Errorf("%s names %s, which does not exist", page, name)
			}
		}
	}
}

// testsNamed are the tests that a page names in full.
func testsNamed(t *testing.T, page string) []string {
	t.Helper()
	text, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	return regexp.MustCompile(`\b(?:Test|Fuzz)[A-Z]\w+`).FindAllString(string(text), -1)
}

// TestDocsAreLinked keeps a page, a picture or a file of deployment from lying
// where nobody who reads is led to it.
func TestDocsAreLinked(t *testing.T) {
	pages, err := filepath.Glob("docs/*.md")
	if err != nil {
		t.Fatal(err)
	}
	pages = append(pages, "README.md", "CHANGELOG.md", "compose.yaml", "docs/bench/report.md")
	text := map[string]string{}
	for _, page := range pages {
		data, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		text[page] = string(data)
	}
	for _, pattern := range []string{"docs/*.*", "docs/bench/report.md", "docs/bench/*.svg", "deploy/*"} {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			t.Fatalf("%s: %d files, error %v", pattern, len(files), err)
		}
		for _, file := range files {
			named := false
			for page, words := range text {
				named = named || page != file && strings.Contains(words, filepath.Base(file))
			}
			if !named {
				t.Errorf("no page names %s", file)
			}
		}
	}
}
