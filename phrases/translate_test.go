package phrases

import "testing"

func TestTranslate(t *testing.T) {
	for _, c := range []struct{ name, locale, in, want string }{
		{"English stays", "en-US", "There are no articles here.", "There are no articles here."},
		{"a whole phrase", "de", "There are no articles here.", "Hier gibt es keine Artikel."},
		{"with its argument", "de", "There is no site called a.example, or it can't be found now: check the address.", "Eine Website namens a.example gibt es nicht, oder sie ist gerade nicht zu finden: Prüf die Adresse."},
		{"one argument twice", "de", "a.example can't prove that it is a.example: its certificate is not valid, so nothing was read from it.", "a.example kann nicht nachweisen, dass es a.example ist: Das Zertifikat ist ungültig, deshalb wurde nichts gelesen."},
		{"a sentence in a sentence", "de", "a.example sends its readers somewhere else, but: b.example gave an empty page at this address.", "a.example leitet weiter, aber: b.example lieferte unter dieser Adresse eine leere Seite."},
		{"no phrase of ours", "de", "Something else altogether, and more.", "Something else altogether, and more."},
		{"nothing", "de", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := For(c.locale).Translate(c.in); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestMatch(t *testing.T) {
	for _, c := range []struct {
		key, in string
		want    bool
	}{
		{"a {x} b", "a 1 b", true}, {"a {x} b", "a  b", false}, {"{x} b", "1 b", true}, {"a {x}", "a 1", true},
		{"a {x}", "a ", false}, {"a {x} b", "a 1 c", false}, {"a", "a", true}, {"a", "ab", false}, {"a {x", "a {x", false},
		{"{x} is {y}.", "it is so is it.", true},
	} {
		if _, got := match(c.key, c.in); got != c.want {
			t.Errorf("match(%q, %q) is %v", c.key, c.in, got)
		}
	}
}

func FuzzTranslate(f *testing.F) {
	f.Add("There is no site called {host}, or it can't be found now: check the address.")
	f.Fuzz(func(t *testing.T, s string) {
		if got := For("de").Translate(s); s != "" && got == "" {
			t.Errorf("%q became nothing", s)
		}
	})
}
