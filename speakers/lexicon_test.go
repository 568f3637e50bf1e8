package speakers

import (
	"strings"
	"testing"
)

// TestWordLists: every list says where it is from, and its words are such as
// the program looks up: folded, without stops.
func TestWordLists(t *testing.T) {
	for name, file := range map[string]string{
		"given-male": givenMaleFile, "given-female": givenFemaleFile, "nicknames": nicknamesFile, "roles": rolesFile,
		"countries": countriesFile, "places": placesFile, "bodies": bodiesFile, "plain": plainFile,
	} {
		head := ""
		for line := range strings.Lines(file) {
			if strings.HasPrefix(line, "#") {
				head += line
			}
		}
		if !strings.Contains(head, "ompiled by hand") {
			t.Errorf("%s does not say where its words are from", name)
		}
	}
	for name, file := range map[string]string{"given-male": givenMaleFile, "given-female": givenFemaleFile, "nicknames": nicknamesFile} {
		for line := range entries(file) {
			for w := range strings.FieldsSeq(line) {
				if fold(w) != w {
					t.Errorf("%s: %q is not folded", name, w)
				}
			}
		}
	}
}

func TestFold(t *testing.T) {
	for _, tc := range []struct{ name, in, want string }{
		{"plain", "brandt", "brandt"},
		{"case", "McAllister", "mcallister"},
		{"accents", "José Ibáñez", "jose ibanez"},
		{"stops", "F.B.I.", "fbi"},
		{"apostrophe", "O’Neil", "o'neil"},
		{"letters that do not decompose", "Łukasz Sørensen", "lukasz sorensen"},
		{"other scripts", "Лавров", "лавров"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if got := fold(tc.in); got != tc.want {
				t.Errorf("fold(%q) = %q, want %q", tc.in, got, tc.want)
			}
		})
	}
}

func TestSlug(t *testing.T) {
	for in, want := range map[string]string{
		"Sergei Ryabkov": "sergei-ryabkov", "José Ibáñez": "jose-ibanez", "Martin O’Neil Jr.": "martin-oneil-jr",
		"U.S.": "us", "Bashar al-Assad": "bashar-al-assad", " – ": "", "Лавров": "лавров",
	} {
		if got := slug(in); got != want {
			t.Errorf("slug(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestGivenNames(t *testing.T) {
	lx := words()
	for name, want := range map[string]gender{"peter": male, "ana": female, "kim": unknownGender} {
		if got, ok := lx.given[name]; !ok || got != want {
			t.Errorf("%s is listed: %v, of sex %d; want sex %d", name, ok, got, want)
		}
	}
}
