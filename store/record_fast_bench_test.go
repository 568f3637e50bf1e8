package store

import (
	"testing"

	"onrecord/news"
)

// BenchmarkRecord opens the stored form of a reading of twenty statements, as
// it was written and as any JSON.
func BenchmarkRecord(b *testing.B) {
	ref := news.Ref{ID: "a", Version: 1}
	r := &news.Reading{Speakers: []news.Speaker{{ID: "x", Name: "Ana Brandt", Role: "mayor"}}}
	for i := range 20 {
		at := news.Span{Article: ref, Paragraph: i + 1, Start: 3, End: 60}
		r.Statements = append(r.Statements, news.Statement{Speaker: "x", Kind: news.Direct, Content: []news.Span{at}, Passage: at, Cue: at, Verb: "say", Certainty: 0.9, Rule: "quote, cue after"})
	}
	text, err := encodeReading(r)
	if err != nil {
		b.Fatal(err)
	}
	for name, read := range map[string]func(string, news.Ref) (*news.Reading, error){"as written": decodeReading, "as any JSON": parseReading} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := read(text, ref); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
