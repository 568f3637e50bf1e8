package answer

import (
	"context"
	"strings"
	"testing"

	"onrecord/ingest"
	"onrecord/news"
	"onrecord/quotes"
)

// TestDidSay holds what is answered to whether somebody said, admitted or denied
// a thing, and that what a refusal shows is from a page that knows the person.
func TestDidSay(t *testing.T) {
	s := &shelf{}
	for name, text := range map[string]string{
		"orchard.txt": "Title: Orchard thief on trial\n\nDario Fenn, a former gardener, denies nine counts of theft.\n\n" +
			"Prosecutor Hilde Marrow told the court that Fenn had carried off 900 kilos of pears. Fenn said that nobody had seen him there.\n\n" +
			"Witness Ole Strand denied that the gate was broken. “We are not careless,” Strand said.",
		"bank.txt": "Title: Bank sounds alarm\n\n“The stealing of money must stop,” said Greta Voll, director of the bank.",
	} {
		a, err := ingest.File(name, []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		s.add(a, quotes.Read(a))
	}
	e := New(s)
	for _, tt := range []struct {
		name, question string
		prose, shown   string
		answered       bool
	}{
		{"admitted what he denies", "Did Fenn admit the theft?", "No, rather the contrary", "denies nine counts", true},
		{"said what he denies", "Did Strand say that the gate was broken?", "No, rather the contrary", "denied that the gate", true},
		{"denied it", "Did Strand deny that the gate was broken?", "Yes.", "denied that the gate", true},
		{"denied it in words of his own", "Did Strand deny that they were careless?", "Something near it.", "not careless", true},
		{"nothing of the sort", "Did Fenn admit taking the money?", "Nothing in the library credits Dario Fenn", "denies nine counts", false},
		{"all of it, by somebody else", "Did Marrow say that the stealing of money must stop?", "Nothing in the library credits Hilde Marrow", "must stop", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a, err := e.Ask(context.Background(), news.Question{Text: tt.question, Library: news.HomeLibrary})
			if err != nil {
				t.Fatal(err)
			}
			shown := ""
			for _, q := range append(a.Quotes(), a.Nearest()...) {
				shown += q.Text()
			}
			if a.Answered() != tt.answered || !strings.HasPrefix(a.Prose(), tt.prose) || !strings.Contains(shown, tt.shown) {
				t.Errorf("answered %v: %s\nshown: %s", a.Answered(), a.Prose(), shown)
			}
			if tt.shown != "must stop" && strings.Contains(shown, "stealing") {
				t.Errorf("shown from a page that does not know them: %s", shown)
			}
		})
	}
}
