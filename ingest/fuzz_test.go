package ingest_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"onrecord/ingest"
	"onrecord/news"
)

// FuzzFile states what holds of every file: it is read or refused in words, and
// what is read can be stored, shown and cited.
func FuzzFile(f *testing.F) {
	seeds, err := filepath.Glob(filepath.Join(newsroom, "*.[tm]*"))
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range seeds {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(filepath.Base(file), data)
	}
	for _, s := range []string{
		"---\ntitle: \"\"\n---\n# \n\n![](a)\n*b.*\n\n[x](y)\n",
		"A line.\r\n\u202eB line.\u2028C\u00a0line.\x07",
		"\xff\xfeA\x00.\x00",
		"a | b\n--|--\nc&#x202e; | d.\n",
		"a | b\n--|--\n<!-- --> c | `d`\n&#x202e;&#10;&lt;",
		"Title: \nDate: 2026-13-40\n\n“It is,” he said.",
	} {
		f.Add("seed.md", []byte(s))
		f.Add("seed.txt", []byte(s))
	}
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		a, err := ingest.File(name, data)
		if err != nil {
			if !errors.Is(err, news.ErrBadInput) {
				t.Fatalf("error %v does not wrap news.ErrBadInput", err)
			}
			if !utf8.ValidString(err.Error()) || strings.IndexFunc(err.Error(), unicode.IsControl) >= 0 {
				t.Fatalf("error %q is not fit to be shown", err)
			}
			return
		}
		checkArticle(t, a)
		again, err := ingest.File(name, data)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(a, again); diff != "" {
			t.Fatalf("read differently the second time:\n%s", diff)
		}
	})
}

func checkArticle(t *testing.T, a *news.Article) {
	t.Helper()
	if a.ID != news.ArticleID(a) || a.Version != 0 {
		t.Fatalf("ID %q, version %d", a.ID, a.Version)
	}
	for _, s := range append([]string{a.Title, a.URL, a.Outlet, a.Language}, a.Authors...) {
		checkLine(t, s)
	}
	if a.Title == "" {
		t.Fatal("no title")
	}
	number := 0
	for _, p := range a.Paragraphs {
		checkLine(t, p.Text)
		if p.Text == "" || p.Text != strings.TrimSpace(p.Text) {
			t.Fatalf("paragraph %q is empty or has spaces at its ends", p.Text)
		}
		citable := p.Kind == news.Body || p.Kind == news.Caption
		if citable {
			number++
		}
		if citable && p.Number != number || !citable && p.Number != 0 {
			t.Fatalf("%s paragraph %q has number %d, want %d", p.Kind, p.Text, p.Number, number)
		}
		switch p.Kind {
		case news.Body, news.Caption, news.Heading, news.Related, news.Furniture:
		default:
			t.Fatalf("paragraph %q is of no kind: %q", p.Text, p.Kind)
		}
	}
	if number == 0 {
		t.Fatal("nothing can be cited")
	}
}

// checkLine holds a text to being one line of visible characters.
func checkLine(t *testing.T, s string) {
	t.Helper()
	if !utf8.ValidString(s) {
		t.Fatalf("%q is not UTF-8", s)
	}
	for _, r := range s {
		joiner := r == '\u200c' || r == '\u200d'
		if unicode.IsControl(r) || unicode.In(r, unicode.Zl, unicode.Zp) || unicode.Is(unicode.Cf, r) && !joiner || unicode.Is(unicode.Zs, r) && r != ' ' {
			t.Fatalf("%q has the character %U", s, r)
		}
	}
}
