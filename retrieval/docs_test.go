package retrieval

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/news"
)

func TestDocs(t *testing.T) {
	a := &news.Article{ID: "a", Version: 1, Title: "Ferry strike", Paragraphs: []news.Paragraph{
		{Kind: news.Furniture, Text: "Menu Sport Weather"},
		{Kind: news.Heading, Text: "No end"},
		{Kind: news.Body, Text: "The ferries stay, Marsh said. Ferries!"},
		{Kind: news.Related, Text: "Elsewhere: floods"},
		{Kind: news.Caption, Text: "A cease-fire"},
	}}
	news.NumberParagraphs(a.Paragraphs)
	r := &news.Reading{
		Speakers: []news.Speaker{{ID: "marsh", Name: "Gideon Marsh", Aliases: []string{"Marsh"}}},
		Statements: []news.Statement{
			{Speaker: "marsh", Content: []news.Span{{Article: a.Ref(), Paragraph: 1, Start: 0, End: 16}}},
			{Content: []news.Span{{Article: a.Ref(), Paragraph: 2, Start: 0, End: 3}}},
		},
	}
	want := []string{
		"0: length 3, end 1 ferri 1 strike 1",
		"1: length 5, ferri 2 marsh 1 said 1 stay 1 §gideon 1 §marsh 1",
		"2: length 2, ceas 1 ceasefir 1 fire 1",
	}
	var got []string
	for _, d := range Docs(a, r) {
		s := fmt.Sprintf("%d: length %d,", d.Paragraph, d.Length)
		for _, term := range d.Terms {
			s += fmt.Sprintf(" %s %d", term.Term, term.Count)
		}
		got = append(got, s)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}
