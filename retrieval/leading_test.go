package retrieval

import (
	"slices"
	"testing"
)

func TestLeading(t *testing.T) {
	topic := &Topic{terms: []string{"august", "common", "harbour", "zebra"}, Counts: Counts{Docs: 100, With: []int{30, 90, 30, 0}}}
	for name, c := range map[string]struct {
		most int
		want []bool
	}{
		"all":                               {150, []bool{true, true, true, true, false}},
		"the commonest follows":             {149, []bool{true, false, true, true, false}},
		"of two alike the first":            {59, []bool{true, false, false, true, false}},
		"the rarest leads, whatever it has": {-1, []bool{false, false, false, true, false}},
	} {
		m := topic.match([]string{"§name"}, c.most)
		if !slices.Equal(m.Leading, c.want) || len(m.Terms) != 5 || m.Terms[4] != "§name" {
			t.Errorf("%s: %v lead of %q, want %v", name, m.Leading, m.Terms, c.want)
		}
	}
}

// What follows adds to the counts of documents that others lead to, and brings
// none of its own but the title of an article that has one.
func TestCandidatesLed(t *testing.T) {
	m := shelf([]string{"The harbour stays shut.", "The ferry left the harbour.", "The ferry is late."}, []string{"Ferry fares rise."})
	got, err := Collect(t.Context(), m, Scope{}, Match{Terms: []string{"harbour", "ferri"}, Leading: []bool{true, false}})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range got {
		if c.Counts[0] == 0 && c.Paragraph > 0 {
			t.Errorf("%+v has no term that leads", c)
		}
	}
	if last := got[len(got)-1]; len(got) < 2 || !slices.Equal(last.Counts, []int{1, 1}) {
		t.Errorf("candidates are %+v; the last should have both terms", got)
	}
}
