package main

import (
	"math"
	"strings"
	"testing"

	"onrecord/answer"
)

// TestFitWeights: what tells right sentences from wrong ones gets the weight.
func TestFitWeights(t *testing.T) {
	sentence := func(tells, noise float64) answer.Signs {
		return answer.Signs{Order: []float64{tells, noise}, Sure: []float64{tells, noise}}
	}
	var all []fitQuestion
	for n := range 40 {
		noise := float64(n % 2)
		all = append(all,
			fitQuestion{article: n % 2, sentences: []answer.Signs{sentence(0, noise), sentence(1, 1-noise)}, holds: []bool{false, true}},
			fitQuestion{article: n % 2, impossible: true, sentences: []answer.Signs{sentence(0, noise)}, holds: []bool{false}})
	}
	order := fitOrder(all, -1)
	sure := fitSure(all, -1, order)
	if order[0] < 1 || math.Abs(order[1]) > order[0]/4 {
		t.Errorf("the order's weights are %.2f", order)
	}
	if right, wrong := sure.of([]float64{1, 0.5}), sure.of([]float64{0, 0.5}); right < 0.8 || wrong > 0.2 {
		t.Errorf("sure of a right one: %.2f, of a wrong one: %.2f", right, wrong)
	}
	if h := all[0].judge(order, sure); !h.holds || h.sure < 0.8 || h.gap != dot(order, []float64{1, 1})-dot(order, []float64{0, 0}) {
		t.Errorf("a question was judged %+v", h)
	}
}

func TestFit(t *testing.T) {
	const in = `{"article":"a","paragraphs":["The ferry sails at six. The bridge is closed until May.","Nobody asked about the tram."],"questions":[
		{"id":"1","question":"When does the ferry sail?","answers":["at six"]},
		{"id":"2","question":"Until when is the bridge closed?","answers":["May"]},
		{"id":"3","question":"When does the tram sail?","impossible":true}]}
		{"article":"b","paragraphs":["Ilse Varga runs the harbour. Tomas Reil runs the yard."],"questions":[
		{"id":"4","question":"Who runs the yard?","answers":["Tomas Reil"]},
		{"id":"5","question":"When does the ferry sail?","impossible":true,"trap":"other-article"}]}`
	var out strings.Builder
	if err := fit(t.Context(), strings.NewReader(in), &out); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"the best sentence holds the answer: 100.0\n", "needed 0.50: ", "sentenceWeights [", "sureWeights ["} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %q in\n%s", want, out.String())
		}
	}
	for in, want := range map[string]string{"": "no questions", `{"paragraphs": 3}`: "article 1"} {
		if err := fit(t.Context(), strings.NewReader(in), &out); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", in, err, want)
		}
	}
}

func TestHoldsAny(t *testing.T) {
	for _, tt := range []struct {
		text    string
		answers []string
		want    bool
	}{
		{"It sails at the Six.", []string{"At six!"}, true},
		{"It sails at sixteen.", []string{"six"}, false},
		{"It sails.", []string{"the", ""}, false},
	} {
		if got := holdsAny(tt.text, tt.answers); got != tt.want {
			t.Errorf("holdsAny(%q, %q) = %v", tt.text, tt.answers, got)
		}
	}
}
