package bot

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"
)

func TestFit(t *testing.T) {
	long := "The bridge closes in June. Nobody will cross it by car. " + strings.Repeat("word ", 100)
	for _, c := range []struct {
		name, in string
		limit    int
		want     string
		whole    bool
	}{
		{"fits", "Short.", 10, "Short.", true},
		{"fits exactly with its backslashes", "a*b", 4, `a\*b`, true},
		{"cut after a sentence", long, 70, `The bridge closes in June. Nobody will cross it by car. \[…\]`, false},
		{"cut after a word", strings.Repeat("word ", 20), 30, `word word word word word \[…\]`, false},
		{"no blank to cut at", strings.Repeat("x", 50), 20, `xxxxxxxxxxxxxx \[…\]`, false},
		{"family stays together", strings.Repeat("👩‍👩‍👧", 10), 20, `👩‍👩‍👧👩‍👩‍👧 \[…\]`, false},
		{"accents stay on their letter", strings.Repeat("e\u0301", 20), 16, strings.Repeat("e\u0301", 5) + ` \[…\]`, false},
		{"Chinese sentence too short to end with", "他说了。" + strings.Repeat("字", 40), 20, "他说了。" + strings.Repeat("字", 10) + ` \[…\]`, false},
		{"Chinese sentence", strings.Repeat("字", 9) + "他说了。" + strings.Repeat("字", 40), 20, strings.Repeat("字", 9) + `他说了。 \[…\]`, false},
		{"Chinese sentence in marks", strings.Repeat("字", 8) + "「他说。」" + strings.Repeat("字", 40), 20, strings.Repeat("字", 8) + `「他说。」 \[…\]`, false},
		{"right to left is set apart", "שלום", 20, "\u2068שלום\u2069", true},
		{"cut right to left too", strings.Repeat("שלום ", 20), 20, "\u2068שלום שלום \\[…\\]\u2069", false},
		{"one letter under a thousand accents", "e" + strings.Repeat("\u0301", 1000), 20, "e" + strings.Repeat("\u0301", 13) + ` \[…\]`, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, whole := fit(c.in, c.limit)
			if got != c.want || whole != c.whole {
				t.Errorf("got %q %v\nwant %q %v", got, whole, c.want, c.whole)
			}
		})
	}
}

func FuzzFit(f *testing.F) {
	f.Add("The bridge. Closes *soon* now and more.", 20)
	f.Add(strings.Repeat("🏳️‍🌈", 30), 37)
	f.Add("e"+strings.Repeat("\u0301", 90), 31)
	f.Fuzz(func(t *testing.T, s string, limit int) {
		limit = 20 + abs(limit)%500
		out, whole := fit(s, limit)
		if !utf8.ValidString(out) || size(out) > limit {
			t.Fatalf("%d code points for a limit of %d: %q", size(out), limit, out)
		}
		if runsLeft(plain(s)) {
			in, opened := strings.CutPrefix(out, isolateFirst)
			in, closed := strings.CutSuffix(in, isolateEnd)
			if !opened || !closed {
				t.Fatalf("right to left, but not set apart: %q", out)
			}
			out = in
		}
		if whole && shown(out) != plain(s) {
			t.Fatalf("called whole, but is %q of %q", out, s)
		}
		body := strings.TrimRight(strings.TrimSuffix(shown(out), ellipsis), " ")
		if !whole && !strings.HasPrefix(plain(s), body) {
			t.Fatalf("%q is no beginning of %q", body, plain(s))
		}
	})
}

func abs(n int) int { return max(n, -(n + 1)) }

func TestClipKeepsGraphemes(t *testing.T) {
	s := strings.Repeat("🇫🇷", 10)
	got := clip(s, 8)
	if size(got) > 8 || !strings.HasSuffix(got, "…") {
		t.Fatalf("got %q", got)
	}
	for g := graphemes.FromString(strings.TrimSuffix(got, "…")); g.Next(); {
		if g.Value() != "🇫🇷" {
			t.Errorf("a flag was cut: %q", got)
		}
	}
}
