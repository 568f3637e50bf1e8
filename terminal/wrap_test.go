package terminal

import (
	"slices"
	"strings"
	"testing"
)

// wrapped wraps plain text and returns its lines.
func wrapped(s string, columns int) []string {
	var out []string
	for _, line := range wrap(cells([]Run{Text(s)}), columns) {
		var b strings.Builder
		for _, c := range line {
			b.WriteString(c.text)
		}
		out = append(out, b.String())
	}
	return out
}

func TestWrap(t *testing.T) {
	tests := []struct {
		name, in string
		columns  int
		want     []string
	}{
		{"nothing", "", 10, []string{""}},
		{"fits exactly", "ten column", 10, []string{"ten column"}},
		{"breaks at the last space", "the mayor spoke", 10, []string{"the mayor", "spoke"}},
		{"space at the edge is dropped", "the mayors spoke", 10, []string{"the mayors", "spoke"}},
		{"long word is cut", "incomprehensible", 6, []string{"incomp", "rehens", "ible"}},
		{"long word after a short one", "an incomprehensible", 6, []string{"an", "incomp", "rehens", "ible"}},
		{"spaces collapse", "  a   b  ", 10, []string{"a b"}},
		{"wide characters", "記者会見を開いた", 7, []string{"記者会", "見を開", "いた"}},
		{"no break inside a joined emoji", "👩‍🚒👩‍🚒👩‍🚒", 4, []string{"👩‍🚒👩‍🚒", "👩‍🚒"}},
		{"not at all", "the mayor spoke", 0, []string{"the mayor spoke"}},
		{"no-break space holds", "page 12\u00a0km away", 8, []string{"page", "12\u00a0km", "away"}},
		{"narrower than a character", "記者", 1, []string{"記", "者"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := wrapped(tt.in, tt.columns); !slices.Equal(got, tt.want) {
				t.Errorf("wrap(%q, %d) = %q, want %q", tt.in, tt.columns, got, tt.want)
			}
		})
	}
}

// Wrapping loses nothing but spaces, and only a character that is too wide
// alone may stick out.
func FuzzWrap(f *testing.F) {
	f.Add("the mayor said “no” and went 記者会見", 9)
	f.Add("a\u200b\u200b 👩‍🚒 \x1b[0m", 2)
	f.Fuzz(func(t *testing.T, s string, columns int) {
		columns = max(1, min(columns, 500))
		lines := wrapped(s, columns)
		for _, l := range lines {
			if w := Width(l); w > columns && len(cells([]Run{Text(l)})) > 1 {
				t.Fatalf("line %q is %d wide, more than %d", l, w, columns)
			}
		}
		squeeze := func(s string) string { return strings.ReplaceAll(s, " ", "") }
		if got, want := squeeze(strings.Join(lines, "")), squeeze(Clean(s)); got != want {
			t.Fatalf("wrapping %q gave %q", want, got)
		}
	})
}

func BenchmarkWrap(b *testing.B) {
	text := []Run{Text(strings.Repeat("The harbour master said that the ferry would not sail. ", 100))}
	for b.Loop() {
		wrap(cells(text), 80)
	}
}
