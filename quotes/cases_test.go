package quotes

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/news"
)

// testCase is one case of testdata/cases.txt.
type testCase struct {
	phenomenon string
	paragraphs []string
	want       []string
}

func readCases(t *testing.T) []testCase {
	t.Helper()
	data, err := os.ReadFile("testdata/cases.txt")
	if err != nil {
		t.Fatal(err)
	}
	var cases []testCase
	var c testCase
	flush := func() {
		if len(c.want) > 0 {
			cases = append(cases, c)
			c = testCase{phenomenon: c.phenomenon}
		}
	}
	for line := range strings.Lines(string(data)) {
		line = strings.TrimRight(line, "\n")
		switch {
		case line == "" || line[0] == '#':
		case strings.HasPrefix(line, "== "):
			flush()
			c.phenomenon = line[3:]
		case strings.HasPrefix(line, "  "):
			c.want = append(c.want, strings.TrimSpace(line))
		default:
			flush()
			c.paragraphs = append(c.paragraphs, line)
		}
	}
	flush()
	return cases
}

// page makes an article of paragraphs.
func page(paragraphs ...string) *news.Article {
	a := &news.Article{ID: "test", Version: 1}
	for _, p := range paragraphs {
		a.Paragraphs = append(a.Paragraphs, news.Paragraph{Kind: news.Body, Text: p})
	}
	news.NumberParagraphs(a.Paragraphs)
	return a
}

// lines writes a reading the way cases.txt does.
func lines(t *testing.T, a *news.Article, r *news.Reading) []string {
	t.Helper()
	names := map[string]string{}
	for _, s := range r.Speakers {
		names[s.ID] = s.Name
	}
	cut := func(s news.Span) string {
		text, err := a.Text(s)
		if err != nil {
			t.Fatal(err)
		}
		return text
	}
	var out []string
	for _, st := range r.Statements {
		speaker := "?"
		if name := names[st.Speaker]; name != "" {
			speaker = name
		} else if !st.Source.Zero() {
			speaker = cut(st.Source)
		}
		var content []string
		for _, c := range st.Content {
			content = append(content, cut(c))
		}
		out = append(out, fmt.Sprintf("%s | %s | %s | %s", speaker, st.Kind, st.Stance, strings.Join(content, " ~ ")))
	}
	if out == nil {
		out = []string{"-"}
	}
	return out
}

// The table by phenomenon shows with -v.
func TestCases(t *testing.T) {
	type tally struct{ right, all int }
	table := map[string]*tally{}
	var order []string
	cases := readCases(t)
	for n, c := range cases {
		if table[c.phenomenon] == nil {
			table[c.phenomenon] = &tally{}
			order = append(order, c.phenomenon)
		}
		table[c.phenomenon].all++
		t.Run(fmt.Sprintf("%s/%d", c.phenomenon, n), func(t *testing.T) {
			a := page(c.paragraphs...)
			got := lines(t, a, Read(a))
			if d := cmp.Diff(c.want, got, cmp.Comparer(sameLine)); d != "" {
				t.Errorf("%s (-want +got):\n%s", strings.Join(c.paragraphs, "\n"), d)
				return
			}
			table[c.phenomenon].right++
		})
	}
	var b strings.Builder
	for _, name := range order {
		fmt.Fprintf(&b, "\n%-40s %3d of %3d", name, table[name].right, table[name].all)
	}
	t.Logf("%d cases%s", len(cases), b.String())
	if len(cases) < 150 {
		t.Errorf("only %d cases, want at least 150", len(cases))
	}
}

// sameLine compares two lines without regard to the case of their first
// letter and to "the", since a description may be a speaker's name.
func sameLine(a, b string) bool {
	plain := func(s string) string {
		name, rest, _ := strings.Cut(s, " | ")
		name = strings.TrimPrefix(strings.ToLower(name), "the ")
		return name + " | " + rest
	}
	return plain(a) == plain(b)
}
