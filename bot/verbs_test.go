package bot

import "testing"

func TestVerbsAreUnique(t *testing.T) {
	seen := map[string]bool{}
	for _, p := range append(presses(Config{}), (&talker{}).presses()...) {
		if seen[p.Verb] {
			t.Errorf("two buttons have the verb %q", p.Verb)
		}
		seen[p.Verb] = true
	}
}
