package answer

import (
	"context"
	"fmt"
	"testing"

	"onrecord/news"
)

// BenchmarkPassages answers a question about an article of forty paragraphs,
// from its words to the verified answer.
func BenchmarkPassages(b *testing.B) {
	var paragraphs []string
	for i := range 40 {
		paragraphs = append(paragraphs, fmt.Sprintf("Pier %d will stay shut. The harbour authority of Brinmouth said on Thursday that %d of its "+
			"pilots had joined the walkout, the largest since 1987. Ferries to the northern islands will not sail before Friday noon.", i, 300+i))
	}
	lib, a := libraryOf(paragraphs)
	e := New(lib)
	q := news.Question{Text: "When will the ferries to the northern islands sail?", Article: a.ID}
	b.ReportAllocs()
	for b.Loop() {
		if got, err := e.Ask(context.Background(), q); err != nil || !got.Answered() {
			b.Fatal(got.Reason(), err)
		}
	}
}
