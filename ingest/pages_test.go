package ingest_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"onrecord/ingest"
)

// TestPages reads pages that were written after the layouts of real outlets;
// each has a golden file that says what is to be read from it.
func TestPages(t *testing.T) {
	files, err := filepath.Glob("testdata/pages/*.html")
	if err != nil || len(files) < 20 {
		t.Fatalf("%d pages, %v", len(files), err)
	}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".html")
		t.Run(name, func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got := pageText(ingest.Document{Address: "https://pages.example/" + name, Type: "text/html", Data: data})
			golden := file + ".golden"
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

// pageText is everything that is read from a document, or why nothing is.
func pageText(d ingest.Document) string {
	a, err := ingest.Here{}.Read(context.Background(), d)
	if err != nil {
		return "refused: " + err.Error() + "\n"
	}
	var b strings.Builder
	fmt.Fprintf(&b, "title: %s\noutlet: %s\nauthors: %s\nlanguage: %s\npublished: %s\nurl: %s\n\n",
		a.Title, a.Outlet, strings.Join(a.Authors, "; "), a.Language, a.Info().Date(), a.URL)
	for _, p := range a.Paragraphs {
		fmt.Fprintf(&b, "%3d %-9s %s\n", p.Number, p.Kind, p.Text)
	}
	return b.String()
}
