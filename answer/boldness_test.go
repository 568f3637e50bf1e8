package answer

import (
	"context"
	"testing"

	"onrecord/news"
)

// TestBoldness: a bolder engine answers more, and one that is shy is wrong
// less often when it answers.
func TestBoldness(t *testing.T) {
	e := New(builtIn(t))
	asks := readQuestions(t, "testdata/aleppo.questions.jsonl")
	last, lastWrong := -1, -1
	for _, b := range []Boldness{0, 0.25, Balanced, 0.75, 1} {
		answered, wrong := 0, 0
		for _, w := range asks {
			a, err := e.WithBoldness(b).Ask(context.Background(), news.Question{Text: w.Question, Library: news.HomeLibrary})
			if err != nil {
				t.Fatal(err)
			}
			if a.Answered() {
				answered++
				if w.wrong(a) != "" {
					wrong++
				}
			}
		}
		t.Logf("boldness %.2f: %d of %d answered, %d wrongly", float64(b), answered, len(asks), wrong)
		if answered < last || wrong < lastWrong {
			t.Errorf("boldness %.2f: %d answered, %d wrongly; before %d, %d", float64(b), answered, wrong, last, lastWrong)
		}
		last, lastWrong = answered, wrong
	}
}

func TestBoldnessIsHeldBetweenItsEnds(t *testing.T) {
	e := New(byHand(t))
	if e.WithBoldness(-3).bold != 0 || e.WithBoldness(7).bold != 1 || e.bold != Balanced {
		t.Error("boldness is out of its range")
	}
}
