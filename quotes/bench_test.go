package quotes

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// newsText is about n bytes of the invented news of the cases.
func newsText(b *testing.B, n int) []string {
	data, err := os.ReadFile("testdata/cases.txt")
	if err != nil {
		b.Fatal(err)
	}
	var ps []string
	size := 0
	for size < n {
		for line := range strings.Lines(string(data)) {
			if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "=") && !strings.HasPrefix(line, "#") && !strings.Contains(line, " | ") {
				ps = append(ps, line)
				size += len(line)
			}
			if size >= n {
				break
			}
		}
	}
	return ps
}

// The growth curve on news: bytes a second should not fall.
func BenchmarkRead(b *testing.B) {
	for _, size := range []int{10_000, 100_000, 1_000_000, 10_000_000} {
		b.Run(fmt.Sprintf("%dKB", size/1000), func(b *testing.B) {
			a := page(newsText(b, size)...)
			b.SetBytes(int64(size))
			b.ReportAllocs()
			for b.Loop() {
				Read(a)
			}
		})
	}
}

// Pages that try to make it slow, each one paragraph of up to 10 MB. The time
// must grow with the size and no faster.
func BenchmarkHostile(b *testing.B) {
	for _, h := range []struct{ name, piece string }{
		{"straight marks", `"`},
		{"opening marks", "“"},
		{"quotations", "“a b c.” "},
		{"cues", "and said that "},
		{"commas", "Moss, Moss, and "},
		{"stops", "! "},
		{"apostrophes", "''' ' "},
	} {
		for _, size := range []int{1_000_000, 10_000_000} {
			b.Run(fmt.Sprintf("%s/%dMB", h.name, size/1_000_000), func(b *testing.B) {
				a := page(strings.Repeat(h.piece, size/len(h.piece)))
				b.SetBytes(int64(size))
				for b.Loop() {
					Read(a)
				}
			})
		}
	}
}
