package speakers

import (
	"testing"

	"onrecord/news"
)

func TestSpeaksFor(t *testing.T) {
	tests := []struct {
		name, role string
		kind       news.SpeakerKind
		country    string
		want       bool
	}{
		{"Ada Renn", "Norwegian Deputy Foreign Minister", news.Person, "Norway", true},
		{"Ada Renn", "Norway's ambassador to Chile", news.Person, "Norway", true},
		{"Ada Renn", "Norway's ambassador to Chile", news.Person, "Chile", false},
		{"Ada Renn", "ambassador to Chile", news.Person, "Chile", false},
		{"Tom Dahl", "Kremlin spokesperson", news.Person, "Russia", true},
		{"Tom Dahl", "U.S. Secretary of State", news.Person, "United States", true},
		{"Tom Dahl", "former Norwegian minister", news.Person, "Norway", false},
		{"Tom Dahl", "Norwegian opposition leader", news.Person, "Norway", false},
		{"Tom Dahl", "Norwegian singer", news.Person, "Norway", false},
		{"Norwegian diplomats", "", news.Group, "Norway", true},
		{"Norwegian farmers", "", news.Group, "Norway", false},
		{"Norway", "", news.Country, "Norway", false},
	}
	for _, tt := range tests {
		t.Run(tt.name+", "+tt.role, func(t *testing.T) {
			if got := SpeaksFor(news.Speaker{Name: tt.name, Role: tt.role, Kind: tt.kind}, tt.country); got != tt.want {
				t.Errorf("speaks for %s: %v", tt.country, got)
			}
		})
	}
}

func TestCountry(t *testing.T) {
	for typed, want := range map[string]string{
		"Oslo": "Norway", "the norwegian government": "Norway", "the White House": "United States", "the US": "United States",
		"Renn": "", "": "",
	} {
		if got, _ := Country(typed); got != want {
			t.Errorf("%q is %q, want %q", typed, got, want)
		}
	}
}
