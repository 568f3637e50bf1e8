package bot

import (
	"strings"
	"testing"
)

func TestIsolateWords(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"nothing to set apart", "Ada, 3 times", "Ada, 3 times"},
		{"a name", "שרה לוי: 3 quoted", "<שרה לוי>: 3 quoted"},
		{"two names", "The articles credit שרה and علي, 2 times", "The articles credit <שרה> and <علي>, 2 times"},
		{"a number inside", "by (שרה 7 לוי).", "by (<שרה 7 לוי>)."},
	} {
		t.Run(c.name, func(t *testing.T) {
			want := strings.NewReplacer("<", isolateFirst, ">", isolateEnd).Replace(c.want)
			if got := isolateWords(c.in); got != want {
				t.Errorf("got %q, want %q", got, want)
			}
		})
	}
}
