package bot

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

// discordNames is what Discord takes for the name of a slash command or option.
var discordNames = regexp.MustCompile(`^[-_'\p{L}\p{N}]{1,32}$`)

// TestRegistrationInEveryLanguage holds names and descriptions to what Discord
// takes, in each language that it is told.
func TestRegistrationInEveryLanguage(t *testing.T) {
	for _, locale := range []string{"", "es-ES", "es-419", "fr", "de", "pt-BR", "ru", "uk"} {
		t.Run(locale, func(t *testing.T) {
			in := func(english string, others map[string]string) string {
				if locale == "" {
					return english
				}
				if others[locale] == "" && english != "" {
					t.Errorf("no translation of %q", english)
				}
				return others[locale]
			}
			seen := map[string]bool{}
			for _, c := range commands(Config{}) {
				r := c.registration()
				name, total := in(r.Name, r.Names), 0
				if seen[name] {
					t.Errorf("two commands are called %q", name)
				}
				seen[name] = true
				if c.Menu {
					if n := size(name); n < 1 || n > 32 {
						t.Errorf("a menu entry of %d characters: %q", n, name)
					}
					continue
				}
				checkNamed(t, name, in(r.Description, r.Descriptions), &total)
				checkOptions(t, name, r.Options, in, &total)
				if total > 8000 {
					t.Errorf("/%s has %d characters in all", name, total)
				}
			}
		})
	}
}

func checkNamed(t *testing.T, name, description string, total *int) {
	t.Helper()
	if !discordNames.MatchString(name) || strings.ToLower(name) != name {
		t.Errorf("%q can't be a name", name)
	}
	if n := size(description); n < 1 || n > 100 {
		t.Errorf("the description of %q has %d characters", name, n)
	}
	*total += size(name) + size(description)
}

func checkOptions(t *testing.T, command string, options []optionRegistration, in func(string, map[string]string) string, total *int) {
	t.Helper()
	seen := map[string]bool{}
	for _, o := range options {
		name := in(o.Name, o.Names)
		if seen[name] {
			t.Errorf("two options of %s are called %q", command, name)
		}
		seen[name] = true
		checkNamed(t, name, in(o.Description, o.Descriptions), total)
		for _, c := range o.Choices {
			shown := c.Name
			if !slices.Contains(languages, Choice{c.Name, c.Value}) { // they are called as they call themselves
				shown = in(c.Name, c.Names)
			}
			if n := size(shown); n < 1 || n > 100 {
				t.Errorf("a choice of %s has %d characters", name, n)
			}
			*total += size(shown) + size(c.Value)
		}
		checkOptions(t, command+" "+name, o.Options, in, total)
	}
}
