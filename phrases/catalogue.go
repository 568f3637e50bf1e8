package phrases

import (
	"bytes"
	"cmp"
	"embed"
	"encoding/json"
	"fmt"
)

//go:embed languages
var files embed.FS

// entry is a translation: one sentence, or one for each plural form.
type entry struct {
	one, few, many string // "" where the language has no such form
	other          string
}

// form is the sentence for a plural form.
func (e entry) form(name string) string {
	form := map[string]string{"one": e.one, "few": e.few, "many": e.many}[name]
	if form == "" {
		return e.other
	}
	return form
}

// UnmarshalJSON reads a sentence or an object of forms.
func (e *entry) UnmarshalJSON(data []byte) error {
	if len(data) > 0 && data[0] == '"' {
		return json.Unmarshal(data, &e.other)
	}
	var forms struct{ One, Few, Many, Other string }
	strict := json.NewDecoder(bytes.NewReader(data))
	strict.DisallowUnknownFields()
	if err := strict.Decode(&forms); err != nil {
		return fmt.Errorf("read the plural forms of a phrase: %w", err)
	}
	// Whole numbers of some languages are never "other"; fractions are.
	*e = entry{forms.One, forms.Few, forms.Many, cmp.Or(forms.Other, forms.Many)}
	return nil
}

// load parses a language's file. The files are part of the program and tests
// read them all, so one that can't be read is a mistake of ours.
func load(name string) map[string]entry {
	data, err := files.ReadFile("languages/" + name + ".json")
	if err != nil {
		panic(err)
	}
	out := map[string]entry{}
	if err := json.Unmarshal(data, &out); err != nil {
		panic(fmt.Errorf("%s.json: %w", name, err))
	}
	return out
}
