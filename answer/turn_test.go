package answer

import (
	"context"
	"strings"
	"testing"

	"onrecord/ingest"
	"onrecord/news"
	"onrecord/quotes"
)

// TestInterview holds that an answer in an interview is called neither a direct
// quotation nor a paraphrase.
func TestInterview(t *testing.T) {
	a, err := ingest.File("keeper.txt", []byte("Title: The last keeper\n\nThe lighthouse lost its keeper, Tove Arnsberg, in May.\n\nDo you miss the storms?\n\nTove Arnsberg: Every one of them kept me awake. I counted the waves aloud.\n\nThe harbour master, Ivo Brandt, said that the lamp would be kept.\n"))
	if err != nil {
		t.Fatal(err)
	}
	s := &shelf{}
	s.add(a, quotes.Read(a))
	for question, want := range map[string]string{
		"What did Tove Arnsberg say about the waves?": "printed conversation",
		"What did Ivo Brandt say about the lamp?":     "is paraphrased",
	} {
		got, err := New(s).Ask(context.Background(), news.Question{Text: question, Library: news.HomeLibrary})
		if err != nil {
			t.Fatal(err)
		}
		if !got.Answered() || !strings.Contains(got.Prose(), want) {
			t.Errorf("%s %s", question, got.Prose())
			continue
		}
		turn := want == "printed conversation"
		if q := got.Quotes()[0]; q.Kind() != news.Reported || q.Turn() != turn || strings.HasPrefix(Manner(q).String(), "printed") != turn {
			t.Errorf("%q is shown as %s, %s", q.Text(), q.Kind(), Manner(q).String())
		}
	}
}
