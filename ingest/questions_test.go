package ingest_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"onrecord/news"
)

// question is a line of a questions file, see testdata/news/README.md.
type question struct {
	Question  string          `json:"question"`
	Answered  bool            `json:"answered"`
	Reason    string          `json:"reason"`
	Speaker   *string         `json:"speaker"`
	Kind      string          `json:"kind"`
	Paragraph json.RawMessage `json:"paragraph"`
	Contains  string          `json:"contains"`
}

// paragraphs are the numbers given: none, one or several.
func (q question) paragraphs(t *testing.T) []int {
	var one int
	var several []int
	switch {
	case q.Paragraph == nil:
	case json.Unmarshal(q.Paragraph, &one) == nil:
		several = []int{one}
	case json.Unmarshal(q.Paragraph, &several) != nil:
		t.Errorf("%q: paragraph %s is neither a number nor a list", q.Question, q.Paragraph)
	}
	return several
}

// TestQuestionsFitTheirArticles holds the questions files to the articles: what
// they expect to be quoted stands where they say.
func TestQuestionsFitTheirArticles(t *testing.T) {
	reasons := []string{"unknown_speaker", "not_by_this_speaker", "not_on_this_topic", "nothing_found", "no_question"}
	kinds := []news.Kind{news.Direct, news.Mixed, news.Reported, news.Narration}
	for _, file := range newsroomFiles(t) {
		a := readFile(t, file)
		qs := readQuestions(t, file[:strings.LastIndexByte(file, '.')]+".questions.jsonl")
		if len(qs) < 12 || len(qs) > 20 {
			t.Errorf("%s has %d questions, want 12 to 20", file, len(qs))
		}
		for _, q := range qs {
			if q.Answered == (q.Reason != "") {
				t.Errorf("%s: %q must have a reason exactly when it is not answered", file, q.Question)
			}
			for reason := range strings.SplitSeq(q.Reason, "|") {
				if reason != "" && !slices.Contains(reasons, reason) {
					t.Errorf("%s: %q: no such reason as %q", file, q.Question, reason)
				}
			}
			for kind := range strings.SplitSeq(q.Kind, "|") {
				if kind != "" && !slices.Contains(kinds, news.Kind(kind)) {
					t.Errorf("%s: %q: no such kind as %q", file, q.Question, kind)
				}
			}
			found := !q.Answered
			for _, n := range q.paragraphs(t) {
				p := a.Paragraph(n)
				found = found || p != nil && strings.Contains(strings.ToLower(p.Text), strings.ToLower(q.Contains))
			}
			if !found {
				t.Errorf("%s: %q: no paragraph of %s contains %q", file, q.Question, q.Paragraph, q.Contains)
			}
		}
	}
}

func readQuestions(t *testing.T, file string) []question {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var qs []question
	for lines := bufio.NewScanner(bytes.NewReader(data)); lines.Scan(); {
		var q question
		d := json.NewDecoder(bytes.NewReader(lines.Bytes()))
		d.DisallowUnknownFields()
		if err := d.Decode(&q); err != nil {
			t.Fatalf("%s: %v in %s", file, err, lines.Bytes())
		}
		qs = append(qs, q)
	}
	return qs
}
