package retrieval

import (
	"context"
	"fmt"
	"strings"
	"testing"
)

// wire is a paragraph of the length that news has.
const wire = `The harbour authority of Brinmouth said on Thursday that 312 of its 340 pilots had joined the walkout, the largest
since 1987, and that ferries to the northern islands would not sail before Friday noon. "We have asked for nothing but rest," said
Rosalind Achterberg, who leads the pilots' union, adding that a 48-hour truce offered by the company was "not worth the paper".`

func BenchmarkTerms(b *testing.B) {
	b.SetBytes(int64(len(wire)))
	b.ReportAllocs()
	for b.Loop() {
		Terms(wire)
	}
}

func BenchmarkTopic(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		NewTopic("When will the ferries to the northern islands sail again?")
	}
}

// BenchmarkSearch asks one article of forty paragraphs.
func BenchmarkSearch(b *testing.B) {
	article := []string{"Ferries"}
	for i := range 40 {
		article = append(article, fmt.Sprintf("Pier %d. %s", i, strings.Replace(wire, "ferries", "boats", i%2)))
	}
	m := shelf(article)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Search(context.Background(), m, m, Scope{}, Query{Text: "When will the ferries to the northern islands sail?"}); err != nil {
			b.Fatal(err)
		}
	}
}
