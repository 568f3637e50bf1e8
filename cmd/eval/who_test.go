package main

import (
	"strings"
	"testing"
)

func TestWho(t *testing.T) {
	const text = "Ilse Varga, the harbour master, spoke on Monday. She said the ferry would sail."
	in := `{"id":"a","text":"` + text + `","paragraphs":[[0,79]],"attributions":[` +
		`{"source":[[49,52]],"content":[[58,78]],"kind":"indirect"},{"source":[],"content":[],"kind":"indirect"},{"source":[[500,510]],"content":[],"kind":"indirect"}]}`
	var out strings.Builder
	if err := who(t.Context(), strings.NewReader(in), &out); err != nil {
		t.Fatal(err)
	}
	if got := out.String(); strings.Count(got, `"speaker":"Ilse Varga"`) != 1 || strings.Count(got, `"speaker":null`) != 2 {
		t.Errorf("got %s", got)
	}
	if err := who(t.Context(), strings.NewReader("no JSON"), &out); err == nil || !strings.Contains(err.Error(), "article 1") {
		t.Errorf("of no JSON: %v", err)
	}
}
