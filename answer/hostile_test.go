package answer

import (
	"context"
	"strings"
	"testing"

	"onrecord/news"
	"onrecord/quotes"
)

// TestHostilePages asks about pages made to be slow: everything in them many
// times over. The test's own time limit tells if anything is worse than linear.
func TestHostilePages(t *testing.T) {
	for name, text := range map[string]string{
		"one quotation after another": strings.Repeat(`"Syria is safe," said Ann Brook. `, 4000),
		"one endless quotation":       `"` + strings.Repeat("Syria is safe. ", 15000) + `" said Ann Brook.`,
		"one endless sentence":        "Ann Brook said that " + strings.Repeat("Syria and ", 30000) + "peace were near.",
		"marks only":                  strings.Repeat(`“”"`, 60000),
	} {
		a := &news.Article{ID: "hostile", Version: 1, Paragraphs: []news.Paragraph{{Kind: news.Body, Text: text}}}
		news.NumberParagraphs(a.Paragraphs)
		s := &shelf{}
		s.add(a, quotes.Read(a))
		e, ctx := New(s), context.Background()
		for _, q := range []string{"What did Ann Brook say about Syria?", "Who spoke about peace?", "What did Brook say?", "Where is Syria?"} {
			got, err := e.Ask(ctx, news.Question{Text: q, Library: news.HomeLibrary})
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			for _, quote := range append(got.Quotes(), got.Nearest()...) {
				checkQuote(t, s, quote)
			}
		}
		if _, err := e.Check(ctx, Claim{Library: news.HomeLibrary, Words: strings.Repeat("Syria was safe ", 90)}); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if _, err := e.Speaker(ctx, LookUp{Library: news.HomeLibrary, Name: "Brook", About: "Syria"}); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
	}
}
