package main

import (
	"context"
	"encoding/json"
	"strings"
	"testing"
)

// The places that come out count code points of the text that went in.
func TestAttributionPlaces(t *testing.T) {
	text := "Café news — today\n\n“Élan is all,” said Åsa Lind. “Nothing else.”\nÅsa Lind said the pier was safe."
	in, err := json.Marshal(map[string]any{"id": "a", "text": text, "attributions": "never read"})
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	if err := attribution(context.Background(), strings.NewReader(string(in)+"\n"), &out); err != nil {
		t.Fatal(err)
	}
	var res struct {
		ID         string
		Statements []struct {
			Spans   [][2]int
			Speaker string
			Kind    string
		}
	}
	if err := json.Unmarshal([]byte(out.String()), &res); err != nil {
		t.Fatal(err)
	}
	var got []string
	runes := []rune(text)
	for _, s := range res.Statements {
		line := s.Speaker + " " + s.Kind
		for _, p := range s.Spans {
			line += " | " + string(runes[p[0]:p[1]])
		}
		got = append(got, line)
	}
	want := []string{
		"Åsa Lind direct | “Élan is all,” | “Nothing else.”",
		"Åsa Lind indirect | the pier was safe",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") || res.ID != "a" {
		t.Errorf("got %q, want %q", got, want)
	}
}
