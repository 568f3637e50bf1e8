package answer

import (
	"context"
	"strings"
	"testing"

	"onrecord/ingest"
	"onrecord/news"
	"onrecord/quotes"
)

// bakery is an invented page on which statements go on about the sentence
// before them.
const bakery = `Title: Ovens go cold in Marlow Bay

The bakers of Marlow Bay have signed a petition against the new oven tax. Mayor Inga Thorsby said it would change nothing.

Nine bakeries have shut since the spring. Baker Otto Lund said the harbour lights had failed again.

The Crumb Company, which owns the mill, says it had to raise the price of flour in April. "Had we waited, there would be no mill," its director, Pell Aldous, said.

The council plans a bread museum. "My boots are wet," its clerk, Runa Holt, said.

A windmill on the dike will be pulled down. Teacher Asta Brandt said that it is time to go home for good.

Ten thousand loaves were given away. Widow Maren Quill called the idea a fine one.`

// TestCarriedTopic holds that a statement is about what the sentence before it
// names where it stands for that, and not where it only stands beside it.
func TestCarriedTopic(t *testing.T) {
	a, err := ingest.File("bakery.txt", []byte(bakery))
	if err != nil {
		t.Fatal(err)
	}
	s := &shelf{}
	s.add(a, quotes.Read(a))
	e := New(s)
	for _, tt := range []struct{ name, question, want string }{
		{"a pronoun", "What did Inga Thorsby say about the petition?", "change nothing"},
		{"a noun that wraps up", "What did Maren Quill say about the loaves?", "a fine one"},
		{"the quotation of a body's own person", "What did Pell Aldous say about the price of flour?", "no mill"},
		{"a subject of its own", "What did Otto Lund say about the bakeries?", ""},
		{"its person, but no statement of its", "What did Runa Holt say about the museum?", ""},
		{"an it that stands for nothing", "What did Asta Brandt say about the windmill?", ""},
		{"somebody else's paragraph", "What did Otto Lund say about the petition?", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, err := e.Ask(context.Background(), news.Question{Text: tt.question, Library: news.HomeLibrary})
			if err != nil {
				t.Fatal(err)
			}
			switch {
			case tt.want == "" && got.Answered():
				t.Errorf("answered %q", got.Quotes()[0].Text())
			case tt.want != "" && !got.Answered():
				t.Errorf("not answered: %s", got.Prose())
			case tt.want != "" && !strings.Contains(got.Quotes()[0].Text(), tt.want):
				t.Errorf("answered %q", got.Quotes()[0].Text())
			}
		})
	}
}

func TestPointsBack(t *testing.T) {
	for clause, want := range map[string]bool{
		"it would change nothing":              true,
		"“That's a lie,”":                      true,
		"this was the third time":              true,
		"he did not believe the figure":        true,
		"they were never asked":                true,
		"that the roof leaked":                 false,
		"that it was a disgrace":               true,
		"it is time to go":                     false,
		"it seems that nobody came":            false,
		"the roof leaked and it would fall":    false,
		"her mother had sold it":               false,
		"the bakers of Marlow Bay had made it": false,
		"":                                     false,
	} {
		if got := pointsBack(clause, true); got != want {
			t.Errorf("%q: %v", clause, got)
		}
	}
	if pointsBack("it would change nothing", false) {
		t.Error("a body's own “it” points back")
	}
}
