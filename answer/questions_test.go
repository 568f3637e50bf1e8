package answer

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"text/tabwriter"

	"onrecord/articles"
	"onrecord/ingest"
	"onrecord/news"
	"onrecord/quotes"
)

// asking is one question of a set, in the form that testdata/news/README.md
// describes; group, nearest and prose are added here.
type asking struct {
	Group    string
	Question string
	Answered bool
	Reason   string    // when not answered; any of those between bars will do
	Speaker  *string   // absent where it does not matter
	Kind     news.Kind // any of those between bars will do
	// Paragraph is a number or a list of numbers.
	Paragraph any
	Contains  string
	Nearest   string // the speaker of the first nearest quotation
	Prose     string // what the prose must contain
}

// wrong says what is wrong with an answer, "" when it is right.
func (w asking) wrong(a Answer) string {
	either := w.Answered && w.Reason != "" // both are fair
	switch {
	case a.Answered() && !w.Answered:
		q := a.Quotes()[0]
		return fmt.Sprintf("answered with %q by %q", q.Text(), q.Speaker().Name)
	case !a.Answered() && w.Answered && !either:
		return fmt.Sprintf("abstained: %s", a.Reason())
	case !a.Answered() && !contains(w.Reason, string(a.Reason())):
		return fmt.Sprintf("%s, want %s", a.Reason(), w.Reason)
	case !strings.Contains(a.Prose(), w.Prose):
		return fmt.Sprintf("prose %q lacks %q", a.Prose(), w.Prose)
	case w.Nearest != "" && (len(a.Nearest()) == 0 || a.Nearest()[0].Speaker().Name != w.Nearest):
		return "nearest is not " + w.Nearest
	case !a.Answered():
		return ""
	}
	for _, q := range a.Quotes() {
		if w.right(q) {
			return ""
		}
	}
	q := a.Quotes()[0]
	return fmt.Sprintf("%s by %q in %d: %q", q.Kind(), q.Speaker().Name, q.Paragraph(), q.Text())
}

// right tells whether one quotation is all that was asked for.
func (w asking) right(q news.Quote) bool {
	place := w.Paragraph == nil
	switch p := w.Paragraph.(type) {
	case float64:
		place = q.Paragraph() == int(p)
	case []any:
		for _, n := range p {
			place = place || n == float64(q.Paragraph())
		}
	}
	return place && (w.Speaker == nil || q.Speaker().Name == *w.Speaker) &&
		(w.Kind == "" || contains(string(w.Kind), string(q.Kind()))) &&
		strings.Contains(strings.ToLower(q.Text()), strings.ToLower(w.Contains))
}

// contains tells whether s is one of the words between bars.
func contains(bars, s string) bool {
	for _, x := range strings.Split(bars, "|") {
		if x == s {
			return true
		}
	}
	return false
}

// builtIn is the library that ships in the binary, read as the program reads it.
func builtIn(t testing.TB) *shelf {
	t.Helper()
	all, err := articles.Library()
	if err != nil {
		t.Fatal(err)
	}
	s := &shelf{}
	for _, a := range all {
		s.add(a, quotes.Read(a))
	}
	return s
}

// TestQuestions asks the questions about the built-in article and about the
// invented newsroom and reports them as tables (go test -v -run TestQuestions).
func TestQuestions(t *testing.T) {
	t.Run("built in", func(t *testing.T) {
		tb := &table{}
		tb.ask(t, New(builtIn(t)), "", readQuestions(t, "testdata/aleppo.questions.jsonl"))
		tb.report(t, 90)
	})
	t.Run("newsroom", func(t *testing.T) {
		tb := &table{}
		paths, err := filepath.Glob("../testdata/news/*.questions.jsonl")
		if err != nil || len(paths) == 0 {
			t.Fatalf("no questions of the newsroom: %v", err)
		}
		for _, path := range paths {
			base := strings.TrimSuffix(path, ".questions.jsonl")
			s := &shelf{}
			s.addFile(t, base)
			tb.ask(t, New(s), filepath.Base(base), readQuestions(t, path))
		}
		tb.report(t, 85)
	})
}

// TestQuestionsTogether asks the same questions of one library that has all
// the articles: the right article must be found too.
func TestQuestionsTogether(t *testing.T) {
	tb, s := &table{}, builtIn(t)
	paths, err := filepath.Glob("../testdata/news/*.questions.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range paths {
		s.addFile(t, strings.TrimSuffix(path, ".questions.jsonl"))
	}
	e := New(s)
	for _, path := range append(paths, "testdata/aleppo.questions.jsonl") {
		tb.ask(t, e, strings.TrimSuffix(filepath.Base(path), ".questions.jsonl"), readQuestions(t, path))
	}
	tb.report(t, 90)
}

// addFile reads an article from base.txt or base.md.
func (s *shelf) addFile(t testing.TB, base string) {
	t.Helper()
	for _, ext := range []string{".txt", ".md"} {
		data, err := os.ReadFile(base + ext)
		if err != nil {
			continue
		}
		a, err := ingest.File(base+ext, data)
		if err != nil {
			t.Fatal(err)
		}
		a.Version = 1
		s.add(a, quotes.Read(a))
		return
	}
	t.Fatalf("no article %s", base)
}

// table counts right answers by group.
type table struct {
	groups     []string
	right, all map[string]int
	misses     []string
}

// ask asks all questions; those of no group count for the one named.
func (tb *table) ask(t *testing.T, e *Engine, group string, asks []asking) {
	t.Helper()
	if tb.all == nil {
		tb.right, tb.all = map[string]int{}, map[string]int{}
	}
	for _, w := range asks {
		a, err := e.Ask(context.Background(), news.Question{Text: w.Question, Library: news.HomeLibrary})
		if err != nil {
			t.Fatalf("%q: %v", w.Question, err)
		}
		if w.Group == "" {
			w.Group = group
		}
		if tb.all[w.Group] == 0 {
			tb.groups = append(tb.groups, w.Group)
		}
		tb.all[w.Group]++
		if bad := w.wrong(a); bad != "" {
			tb.misses = append(tb.misses, fmt.Sprintf("%s: %s: %s", w.Group, w.Question, bad))
		} else {
			tb.right[w.Group]++
		}
	}
}

// report prints the table and wants so many in a hundred right.
func (tb *table) report(t *testing.T, want int) {
	t.Helper()
	var b bytes.Buffer
	w := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "group\tright\tof")
	right, all := 0, 0
	for _, g := range tb.groups {
		fmt.Fprintf(w, "%s\t%d\t%d\n", g, tb.right[g], tb.all[g])
		right, all = right+tb.right[g], all+tb.all[g]
	}
	fmt.Fprintf(w, "all\t%d\t%d\n", right, all)
	w.Flush()
	t.Logf("\n%s\nmissed:\n%s", b.String(), strings.Join(tb.misses, "\n"))
	if right*100 < all*want {
		t.Errorf("%d of %d questions answered rightly, want %d in a hundred", right, all, want)
	}
}

func readQuestions(t testing.TB, path string) []asking {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out []asking
	s := bufio.NewScanner(f)
	for s.Scan() {
		var w asking
		d := json.NewDecoder(bytes.NewReader(s.Bytes()))
		d.DisallowUnknownFields()
		if err := d.Decode(&w); err != nil {
			t.Fatalf("%s: %s: %v", path, s.Text(), err)
		}
		out = append(out, w)
	}
	if err := s.Err(); err != nil {
		t.Fatal(err)
	}
	return out
}
