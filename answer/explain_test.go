package answer

import (
	"encoding/json"
	"math"
	"testing"

	"onrecord/news"
)

func TestExplain(t *testing.T) {
	e := New(builtIn(t))
	for _, c := range []struct {
		question string
		ranked   bool
	}{
		{"What did Ryabkov say about a 48-hour ceasefire?", true},
		{"What did Kirby say about a 48-hour ceasefire?", true},
		{"When did the truce collapse in Aleppo?", true},
		{"What did Ryabkov say?", false},
		{"hello", false},
	} {
		t.Run(c.question, func(t *testing.T) {
			q := news.Question{Text: c.question, Library: news.HomeLibrary}
			x, err := e.Explain(t.Context(), q)
			if err != nil {
				t.Fatal(err)
			}
			a, err := e.Ask(t.Context(), q)
			if err != nil {
				t.Fatal(err)
			}
			if x.Prose() != a.Prose() || x.Answered() != a.Answered() {
				t.Errorf("explained, the answer is another: %q, not %q", x.Prose(), a.Prose())
			}
			if got := len(x.Ranking()) > 0; got != c.ranked {
				t.Errorf("%d paragraphs ranked", len(x.Ranking()))
			}
			for i, r := range x.Ranking() {
				sum := 0.0
				for _, p := range r.Parts {
					sum += p.Value
				}
				if math.Abs(sum-r.Score) > 1e-6 || i > 0 && r.Score > x.Ranking()[i-1].Score {
					t.Errorf("paragraph %d: score %v, parts add up to %v", r.Paragraph, r.Score, sum)
				}
			}
			b, err := json.Marshal(x)
			if err != nil {
				t.Fatal(err)
			}
			var object struct {
				Question string
				Ranking  []struct{ Score float64 }
			}
			if err := json.Unmarshal(b, &object); err != nil || object.Question != c.question || len(object.Ranking) != len(x.Ranking()) {
				t.Errorf("%v: %s", err, b)
			}
		})
	}
}
