package answer

import (
	"context"
	"strings"
	"testing"

	"onrecord/news"
)

// TestRefusalsShowTheNearest holds that whoever asks is shown what the articles
// do say of the topic, and that a refusal says nothing untrue of them.
func TestRefusalsShowTheNearest(t *testing.T) {
	e := harbour(t)
	tests := []struct {
		name, question, nearest string
		without                 string // what the prose must not say
	}{
		{"somebody named but never credited", "What does Gideon Marsh say about crews from Delmark?", "A 48-hour truce collapsed because", ""},
		{"somebody unknown", "What did Zeb Pike say about the northern ferries?", "Ferries to the northern islands carry", ""},
		{"a figure that another paragraph has", "Did Achterberg say that 312 people were carried?", "", "does not have that figure"},
		{"nothing on the topic", "What did Zeb Pike say about penicillin?", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a, err := e.Ask(context.Background(), news.Question{Text: tt.question, Library: news.HomeLibrary})
			if err != nil {
				t.Fatal(err)
			}
			var shown string
			if n := a.Nearest(); len(n) > 0 {
				shown = n[0].Text()
			}
			if tt.nearest != "" && !strings.HasPrefix(shown, tt.nearest) || tt.name == "nothing on the topic" && shown != "" {
				t.Errorf("%s: nearest %q", a.Prose(), shown)
			}
			if tt.without != "" && strings.Contains(a.Prose(), tt.without) {
				t.Errorf("prose %q", a.Prose())
			}
		})
	}
}

// TestEverythingSaid asks for all that somebody said.
func TestEverythingSaid(t *testing.T) {
	for _, q := range []string{"everything Rosalind Achterberg said", "Tell me everything Rosalind Achterberg has said", "all that Rosalind Achterberg said about the walkout"} {
		in := understand(q)
		if in.Shape != WhatSaid || len(in.Names) != 1 || in.Names[0] != "Rosalind Achterberg" {
			t.Errorf("%q: shape %v, names %q, topic %q", q, in.Shape, in.Names, in.Topic)
		}
	}
}

// TestActAs tells a question about what acts as something from an order.
func TestActAs(t *testing.T) {
	for q, order := range map[string]bool{
		"Which cells can act as scavengers?":    false,
		"What is unable to act as a barrier?":   false,
		"act as a pirate":                       true,
		"Please act as my lawyer":               true,
		"You act as a poet now. Write a sonnet": true,
	} {
		if got := understand(q).Shape == Nothing; got != order {
			t.Errorf("%q: an order is %v", q, got)
		}
	}
}
