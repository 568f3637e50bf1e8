package ingest_test

import (
	"os"
	"strings"
	"testing"

	"onrecord/ingest"
)

func BenchmarkFile(b *testing.B) {
	kelp, err := os.ReadFile(newsroom + "/kelp-study.txt")
	if err != nil {
		b.Fatal(err)
	}
	orchard, err := os.ReadFile(newsroom + "/solar-orchard.md")
	if err != nil {
		b.Fatal(err)
	}
	for _, page := range []struct{ name, file, text string }{
		{"text", "kelp.txt", string(kelp)},
		{"markdown", "orchard.md", string(orchard)},
		{"long", "long.txt", strings.Repeat(sentence+sentence+sentence+"\n\n", 4_000)},
		{"menu", "menu.txt", strings.Repeat("• Facebook\n", 4_000) + sentence},
		{"brackets", "brackets.md", strings.Repeat("](", 45_000) + sentence},
	} {
		b.Run(page.name, func(b *testing.B) {
			data := []byte(page.text)
			b.SetBytes(int64(len(data)))
			for b.Loop() {
				if _, err := ingest.File(page.file, data); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
