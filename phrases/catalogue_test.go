package phrases

import (
	"encoding/json"
	"slices"
	"sort"
	"strings"
	"testing"
)

// TestCatalogues holds each language's file to the keys and to its language:
// the placeholders of the English sentence, the plural forms that there are.
func TestCatalogues(t *testing.T) {
	for _, s := range languages {
		t.Run(s.name, func(t *testing.T) {
			forms := pluralForms(Tongue{s})
			for key, e := range s.catalogue() {
				want := sorted(placeholders(key))
				got := map[string]string{"one": e.one, "few": e.few, "many": e.many, "other": e.other}
				several := e.one+e.few+e.many != ""
				for form, text := range got {
					switch {
					case text == "" && (form == "other" || several && slices.Contains(forms, form)):
						t.Errorf("%q lacks its form %q", key, form)
					case text != "" && form != "other" && !slices.Contains(forms, form):
						t.Errorf("%q has the form %q, which the language has not", key, form)
					case text != "" && !slices.Equal(sorted(placeholders(text)), want):
						t.Errorf("%q: the placeholders are others in %q", key, text)
					case text != strings.TrimSpace(text):
						t.Errorf("%q has blanks around it", text)
					}
				}
			}
		})
	}
}

// TestFilesAreTidy holds the files to the order of their keys, so that a
// missing one is easily found, to having each once, and to one apostrophe.
func TestFilesAreTidy(t *testing.T) {
	for _, s := range languages {
		data, err := files.ReadFile("languages/" + s.name + ".json")
		if err != nil {
			t.Fatal(err)
		}
		keys := topKeys(t, string(data))
		if !sort.StringsAreSorted(keys) {
			t.Errorf("%s: the keys are not sorted", s.name)
		}
		for _, key := range keys {
			if strings.Contains(key, "’") {
				t.Errorf("%s: %q: English sentences are written with the straight apostrophe", s.name, key)
			}
		}
		if n := len(slices.Compact(keys)); n != len(s.catalogue()) {
			t.Errorf("%s: %d keys, %d entries", s.name, n, len(s.catalogue()))
		}
	}
}

// topKeys are the keys of an object as the file has them.
func topKeys(t *testing.T, object string) []string {
	t.Helper()
	dec := json.NewDecoder(strings.NewReader(object))
	if _, err := dec.Token(); err != nil {
		t.Fatal(err)
	}
	var out []string
	for dec.More() {
		key, err := dec.Token()
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, key.(string))
		var value json.RawMessage
		if err := dec.Decode(&value); err != nil {
			t.Fatal(err)
		}
	}
	return out
}

// pluralForms are the forms that whole numbers have in a language, "other"
// included, which stands for the rest.
func pluralForms(t Tongue) []string {
	out := []string{"other"}
	for n := range 200 {
		if f := t.form(n); !slices.Contains(out, f) {
			out = append(out, f)
		}
	}
	return out
}

func sorted(names []string) []string {
	var out []string
	for _, n := range names {
		out = append(out, strings.ToLower(n))
	}
	slices.Sort(out)
	return out
}

func TestPluralForms(t *testing.T) {
	for locale, want := range map[string]string{
		"de": "other one other other other other other", "fr": "one one other other other other other",
		"ru": "many one few many many one few", "uk": "many one few many many one few",
	} {
		var got []string
		for _, n := range []int{0, 1, 2, 5, 11, 21, 104} {
			got = append(got, For(locale).form(n))
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %v, want %s", locale, got, want)
		}
	}
}
