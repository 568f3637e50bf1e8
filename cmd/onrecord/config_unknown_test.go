package main

import (
	"os"
	"slices"
	"strings"
	"testing"
)

func TestUnknownSettings(t *testing.T) {
	for _, c := range []struct{ name, variable, want string }{
		{"one letter short", "ONRECORD_BOLDNES", "nothing reads ONRECORD_BOLDNES: ONRECORD_BOLDNESS may be meant"},
		{"a letter of Discord's", "DISCRD_TOKEN", "nothing reads DISCRD_TOKEN: DISCORD_TOKEN may be meant"},
		{"like no other", "ONRECORD_COLOUR", "nothing reads ONRECORD_COLOUR: no setting has this name"},
		{"right", "ONRECORD_BOLDNESS", ""},
		{"another program's", "OPENAI_ORG_ID", ""},
		{"compose.yaml's", "ONRECORD_MEMORY", ""},
		{"what Kubernetes makes of a service", "ONRECORD_PORT_9464_TCP", ""},
		{"the system's", "HOME", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Chdir(t.TempDir())
			s, err := newSettings(env(c.variable, "0.3"))
			if err != nil {
				t.Fatal(err)
			}
			s.names = append(s.names, c.variable)
			if got := strings.Join(s.unknown(), "; "); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
	t.Run("in .env", func(t *testing.T) {
		t.Chdir(t.TempDir())
		if err := os.WriteFile(".env", []byte("ONRECORD_LOGG=debug\nPOSTGRES_PASSWORD=hush\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		s, err := newSettings(env())
		if err != nil {
			t.Fatal(err)
		}
		if got, want := s.unknown(), []string{"nothing reads ONRECORD_LOGG: ONRECORD_LOG may be meant"}; !slices.Equal(got, want) {
			t.Errorf("got %q, want %q", got, want)
		}
	})
}

func TestEdits(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{{"", "", 0}, {"", "ab", 2}, {"ab", "", 2}, {"kitten", "sitting", 3}, {"LOG", "LOGG", 1}} {
		if got := edits(c.a, c.b); got != c.want {
			t.Errorf("edits(%q, %q) = %d, want %d", c.a, c.b, got, c.want)
		}
	}
}
