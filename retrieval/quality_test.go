package retrieval_test

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"onrecord/ingest"
	"onrecord/quotes"
	"onrecord/retrieval"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestQuality ranks the invented newsroom's paragraphs for its own questions
// and compares the summary with testdata/quality.txt, so that a change of
// ranking shows in review. What it measures: the share of questions whose
// paragraph ranks first, among the first three, and the mean of 1/rank; asked of
// the question's article, and of all the articles together.
func TestQuality(t *testing.T) {
	files, err := filepath.Glob("../testdata/news/*.questions.jsonl")
	if err != nil || len(files) == 0 {
		t.Fatal("no questions in testdata/news", err)
	}
	m := &retrieval.Memory{}
	ids := make([]string, len(files))
	for i, f := range files {
		ids[i] = addFile(t, m, strings.TrimSuffix(f, ".questions.jsonl"))
	}
	var one, all tally
	for i, f := range files {
		for _, q := range questions(t, f) {
			one.add(rank(t, m, retrieval.Scope{Article: ids[i]}, ids[i], q))
			all.add(rank(t, m, retrieval.Scope{}, ids[i], q))
		}
	}
	got := fmt.Sprintf("of its article:   %v\nof all articles:  %v\n", &one, &all)
	const golden = "testdata/quality.txt"
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
		t.Errorf("ranking changed (go test ./retrieval -update accepts it)\ngot\n%swant\n%s", got, want)
	}
}

type question struct {
	Question  string
	Answered  bool
	Paragraph any
}

func questions(t *testing.T, file string) []question {
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var out []question
	for dec := json.NewDecoder(bytes.NewReader(data)); dec.More(); {
		var q question
		if err := dec.Decode(&q); err != nil {
			t.Fatal(err)
		}
		if q.Answered && q.Paragraph != nil {
			out = append(out, q)
		}
	}
	return out
}

func addFile(t *testing.T, m *retrieval.Memory, base string) string {
	name := base + ".txt"
	data, err := os.ReadFile(name)
	if err != nil {
		name = base + ".md"
		if data, err = os.ReadFile(name); err != nil {
			t.Fatal(err)
		}
	}
	a, err := ingest.File(filepath.Base(name), data)
	if err != nil {
		t.Fatal(err)
	}
	a.Version = 1
	m.Add(a, quotes.Read(a))
	return a.ID
}

// rank is at which place a fair paragraph comes, 0 for none.
func rank(t *testing.T, m *retrieval.Memory, in retrieval.Scope, id string, q question) int {
	hits, err := retrieval.Search(context.Background(), m, m, in, retrieval.Query{Text: q.Question})
	if err != nil {
		t.Fatal(err)
	}
	fair, list := q.Paragraph.([]any)
	if !list {
		fair = []any{q.Paragraph}
	}
	for i, h := range hits {
		for _, p := range fair {
			if h.Article.ID == id && p == float64(h.Paragraph) {
				return i + 1
			}
		}
	}
	return 0
}

// tally sums ranks up.
type tally struct {
	n, first, third int
	reciprocal      float64
}

func (s *tally) add(rank int) {
	s.n++
	if rank == 0 {
		return
	}
	if rank == 1 {
		s.first++
	}
	if rank <= 3 {
		s.third++
	}
	s.reciprocal += 1 / float64(rank)
}

func (s *tally) String() string {
	n := float64(s.n)
	return fmt.Sprintf("%d questions, first %.1f, among three %.1f, mean 1/rank %.1f",
		s.n, 100*float64(s.first)/n, 100*float64(s.third)/n, 100*s.reciprocal/n)
}
