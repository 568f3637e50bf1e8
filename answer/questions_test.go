package answer

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"
	"text/tabwriter"

	"onrecord/articles"
	"onrecord/news"
	"onrecord/quotes"
)

// asking is one question of a set in testdata, with what a right answer has.
type asking struct {
	Group    string
	Question string
	Want     string // "answered" or reasons, any of those between bars will do
	Speaker  string // of the first quotation
	Kind     news.Kind
	// Paragraph must be among the quotations', Contains in the words of one.
	Paragraph int
	Contains  string
	Nearest   string // the speaker of the first nearest quotation
	Prose     string // what the prose must contain
}

// wrong says what is wrong with an answer, "" when it is right.
func (w asking) wrong(a Answer) string {
	got := string(a.Reason())
	if a.Answered() {
		got = "answered"
	}
	if !contains(strings.Split(w.Want, "|"), got) {
		return "got " + got + ", want " + w.Want
	}
	if w.Prose != "" && !strings.Contains(a.Prose(), w.Prose) {
		return fmt.Sprintf("prose %q lacks %q", a.Prose(), w.Prose)
	}
	if w.Nearest != "" && (len(a.Nearest()) == 0 || a.Nearest()[0].Speaker().Name != w.Nearest) {
		return "nearest is not " + w.Nearest
	}
	if !a.Answered() {
		return ""
	}
	first := a.Quotes()[0]
	if w.Speaker != "" && first.Speaker().Name != w.Speaker {
		return fmt.Sprintf("credited to %q, want %q", first.Speaker().Name, w.Speaker)
	}
	if w.Kind != "" && first.Kind() != w.Kind {
		return fmt.Sprintf("kind %s, want %s", first.Kind(), w.Kind)
	}
	place, words := w.Paragraph == 0, w.Contains == ""
	for _, q := range a.Quotes() {
		place = place || q.Paragraph() == w.Paragraph
		words = words || strings.Contains(q.Text(), w.Contains)
	}
	switch {
	case !place:
		return fmt.Sprintf("cites paragraph %d, want %d", first.Paragraph(), w.Paragraph)
	case !words:
		return fmt.Sprintf("quotes %q, want %q in it", first.Text(), w.Contains)
	}
	return ""
}

func contains(list []string, s string) bool {
	for _, x := range list {
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

// TestQuestions asks the questions about the built-in article and reports
// them as a table (go test -v -run TestQuestions).
func TestQuestions(t *testing.T) {
	asks := readQuestions(t, "testdata/aleppo.jsonl")
	right := askAll(t, New(builtIn(t)), asks)
	if right*10 < len(asks)*9 {
		t.Errorf("%d of %d questions answered rightly, want nine in ten", right, len(asks))
	}
}

func askAll(t *testing.T, e *Engine, asks []asking) (right int) {
	t.Helper()
	type tally struct{ right, all int }
	groups := map[string]*tally{}
	var order []string
	var misses []string
	for _, w := range asks {
		a, err := e.Ask(context.Background(), news.Question{Text: w.Question, Library: news.HomeLibrary})
		if err != nil {
			t.Fatalf("%q: %v", w.Question, err)
		}
		g := groups[w.Group]
		if g == nil {
			g = &tally{}
			groups[w.Group] = g
			order = append(order, w.Group)
		}
		g.all++
		if bad := w.wrong(a); bad != "" {
			misses = append(misses, fmt.Sprintf("%s: %s", w.Question, bad))
			continue
		}
		g.right++
		right++
	}
	var b bytes.Buffer
	w := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "group\tright\tof")
	for _, name := range order {
		fmt.Fprintf(w, "%s\t%d\t%d\n", name, groups[name].right, groups[name].all)
	}
	fmt.Fprintf(w, "all\t%d\t%d\n", right, len(asks))
	w.Flush()
	t.Logf("\n%s\nmissed:\n%s", b.String(), strings.Join(misses, "\n"))
	return right
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
