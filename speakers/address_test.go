package speakers

import (
	"slices"
	"testing"

	"onrecord/news"
)

// TestAddress holds that a surname alone keeps how the article speaks of it.
func TestAddress(t *testing.T) {
	for _, tc := range []struct{ name, text, id, want string }{
		{"honorific", "Mr. Roe said that the harbour would freeze.", "roe", "Mr Roe"},
		{"pronoun", "Quandt said that the ice was thin. She warned the skaters.", "quandt", "Ms Quandt"},
		{"neither", "Quandt said that the ice was thin.", "quandt", ""},
		{"a full name says it itself", "Mary Roe said no. Ms. Roe left.", "mary-roe", ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			s, ok := Read(article(tc.text)).Speaker(tc.id)
			if !ok {
				t.Fatal("nobody of that ID")
			}
			for _, form := range []string{"Mr Roe", "Ms Roe", "Mr Quandt", "Ms Quandt"} {
				if slices.Contains(s.Aliases, form) != (form == tc.want) {
					t.Errorf("aliases %q", s.Aliases)
				}
			}
		})
	}
}

func TestAddressed(t *testing.T) {
	for _, tc := range []struct {
		typed, name string
		aliases     []string
		want        bool
	}{
		{"Mr. Roe", "Mary Roe", nil, false},
		{"Mrs Roe", "Mary Roe", nil, true},
		{"Roe", "Mary Roe", nil, true},
		{"Ms Roe", "Roe", []string{"Mr Roe"}, false},
		{"Mr Roe", "Roe", nil, true},
		{"Dr. Roe", "Mary Roe", nil, true},
		{"Mr", "Mary Roe", nil, true},
	} {
		c := news.Card{Speaker: news.Speaker{Name: tc.name, Aliases: tc.aliases, Kind: news.Person}}
		if got := Addressed(tc.typed, c); got != tc.want {
			t.Errorf("%q for %s %q: %v", tc.typed, tc.name, tc.aliases, got)
		}
	}
}
