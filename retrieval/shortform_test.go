package retrieval

import (
	"context"
	"testing"

	"onrecord/news"
)

func TestSpelledOut(t *testing.T) {
	for _, c := range []struct{ name, text, short, want string }{
		{"before the parentheses", "The Kelmar River Protection Board (KRPB) met.", "KRPB", "Kelmar River Protection Board"},
		{"small words between", "The Ministry of Roads and Bridges (MRB) met.", "MRB", "Ministry of Roads and Bridges"},
		{"in the parentheses", "The KRPB (Kelmar River Protection Board) met.", "KRPB", "Kelmar River Protection Board"},
		{"small words in them", "The MRB (Ministry of Roads and Bridges) met.", "MRB", "Ministry of Roads and Bridges"},
		{"other letters", "The old harbour office (KRPB) met.", "KRPB", ""},
		{"too few words", "Board (KRPB) met.", "KRPB", ""},
		{"not spelled out", "The KRPB met.", "KRPB", ""},
		{"beyond the capitals", "Members of the União Nacional (UN) met.", "UN", "União Nacional"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := spelledOut(c.text, c.short); got != c.want {
				t.Errorf("spelledOut = %q, want %q", got, c.want)
			}
		})
	}
}

func TestIsShort(t *testing.T) {
	for word, want := range map[string]bool{"KRPB": true, "UN": true, "A": false, "Board": false, "G7": false, "ABCDEFGH": false, "": false} {
		if isShort(word) != want {
			t.Errorf("isShort(%q) = %v", word, !want)
		}
	}
}

// counted is an index that counts how often candidates are asked for.
type counted struct {
	Memory
	looks int
}

func (c *counted) Candidates(ctx context.Context, in Scope, m Match, f func(*Candidate)) error {
	c.looks++
	return c.Memory.Candidates(ctx, in, m, f)
}

// TestShortFormsAreFew: a question made of capitals does not have every word of it
// looked up in the articles.
func TestShortFormsAreFew(t *testing.T) {
	var idx counted
	a := &news.Article{ID: "a", Version: 1, Paragraphs: []news.Paragraph{{Kind: news.Body, Text: "The Kelmar River Protection Board (KRPB) met. AA BB CC DD EE FF GG HH."}}}
	news.NumberParagraphs(a.Paragraphs)
	idx.Add(a, &news.Reading{})
	for question, want := range map[string]int{
		"What did the KRPB say?":                            2,
		"what of AA BB CC DD EE FF GG HH and KRPB":          1 + mostForms,
		"WHAT DID THE KRPB SAY OF AA BB CC DD EE FF GG HH?": 1,
	} {
		idx.looks = 0
		if _, _, err := SearchTopic(t.Context(), &idx, &idx, Scope{Library: news.HomeLibrary}, Query{Text: question}); err != nil {
			t.Fatal(err)
		}
		if idx.looks != want {
			t.Errorf("%q: %d looks, want %d", question, idx.looks, want)
		}
	}
}
