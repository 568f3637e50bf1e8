package ingest_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"onrecord/ingest"
	"onrecord/news"
)

var update = flag.Bool("update", false, "write the golden files")

const newsroom = "../testdata/news"

// newsroomFiles are the invented articles that the packages share.
func newsroomFiles(t *testing.T) []string {
	t.Helper()
	var files []string
	for _, ext := range []string{"*.txt", "*.md"} {
		found, err := filepath.Glob(filepath.Join(newsroom, ext))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range found {
			if filepath.Base(f) != "README.md" {
				files = append(files, f)
			}
		}
	}
	if len(files) != 10 {
		t.Fatalf("found %d articles, want ten", len(files))
	}
	return files
}

func readFile(t *testing.T, file string) *news.Article {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	a, err := ingest.File(file, data)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// TestParagraphs holds what each paragraph is in the newsroom, and on invented
// pages that were copied whole out of a browser, menus and all. The goldens were
// read by a person; a change in one is a change of what may be cited.
func TestParagraphs(t *testing.T) {
	files := newsroomFiles(t)
	copied, err := filepath.Glob("testdata/pages/*.txt")
	if err != nil || len(copied) == 0 {
		t.Fatalf("no copied pages: %v", err)
	}
	for _, file := range append(files, copied...) {
		name := filepath.Base(file)
		t.Run(name, func(t *testing.T) {
			got := outline(readFile(t, file))
			golden := filepath.Join("testdata", "paragraphs", name+".golden")
			if *update {
				if err := os.MkdirAll(filepath.Dir(golden), 0o755); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Errorf("paragraphs differ from the golden file (-want +got):\n%s", diff)
			}
		})
	}
}

// outline is an article with the ends of its paragraphs, one a line.
func outline(a *news.Article) string {
	var b strings.Builder
	fmt.Fprintf(&b, "title: %s\nuntitled: %v\nurl: %s\noutlet: %s\nauthors: %s\nlanguage: %s\npublished: %s\n\n",
		a.Title, a.Untitled, a.URL, a.Outlet, strings.Join(a.Authors, "; "), a.Language, a.Info().Date())
	for _, p := range a.Paragraphs {
		number := "-"
		if p.Number > 0 {
			number = fmt.Sprint(p.Number)
		}
		fmt.Fprintf(&b, "%2s %-9s %s\n", number, p.Kind, ends(p.Text))
	}
	return b.String()
}

// ends is the beginning and the end of a long text.
func ends(text string) string {
	const most, part = 100, 48
	if utf8.RuneCountInString(text) <= most {
		return text
	}
	r := []rune(text)
	return string(r[:part]) + " […] " + string(r[len(r)-part:])
}
