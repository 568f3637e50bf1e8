package answer

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/news"
)

func TestCheck(t *testing.T) {
	e := New(byHand(t))
	for _, c := range []struct {
		name, words, speaker string
		finding              Finding
		by                   string
	}{
		{"the speaker's own words", "thinly disguised invitations", "Ryabkov", Verbatim, "Sergei Ryabkov"},
		{"anybody's", "thinly disguised invitations", "", Verbatim, "Sergei Ryabkov"},
		{"said by somebody else", "thinly disguised invitations", "Kirby", Other, "Sergei Ryabkov"},
		{"nearly, said by somebody else", "thinly disguised invitation to use terrorism", "Kirby", Other, "Sergei Ryabkov"},
		{"by somebody unknown", "thinly disguised invitations", "Lavrov", Other, "Sergei Ryabkov"},
		{"case and marks", "«THINLY disguised - invitations»", "Ryabkov", Verbatim, "Sergei Ryabkov"},
		{"spaces and dashes", "a 48 hour  ceasefire", "Ryabkov", Paraphrase, "Sergei Ryabkov"},
		{"an ellipsis", "We cannot interpret this … de facto support for terrorism", "Ryabkov", Verbatim, "Sergei Ryabkov"},
		{"three dots", "invitations to use terrorism...against Russia", "", Verbatim, "Sergei Ryabkov"},
		{"over the cue", "support for terrorism,\" said Ryabkov", "", Verbatim, "Sergei Ryabkov"},
		{"the reporter's paraphrase", "clumsy and unhelpful", "Peskov", Paraphrase, "Dmitry Peskov"},
		{"quoted within a sentence", "perhaps even Russian cities", "Kirby", Verbatim, "John Kirby"},
		{"unquoted in the same sentence", "a vested interest in stopping the violence", "Kirby", Paraphrase, "John Kirby"},
		{"nearly", "We cannot interpret this as anything else than the administration's de facto support for terrorism", "Ryabkov", Nearly, "Sergei Ryabkov"},
		{"the article's own voice", "the ceasefire collapsed following a number of incidents", "", Verbatim, ""},
		{"and nobody's words", "the ceasefire collapsed following a number of incidents", "Kerry", Other, ""},
		{"common words alone", "as a", "", Verbatim, "Sergei Ryabkov"},
		{"a headline of another story", "Building Drone Base in One of Africa's Poorest Countries", "", Absent, ""},
		{"not there", "We will bury you under a mountain of paper", "", Absent, ""},
		{"its words, but not in order", "terrorism for support facto de", "", Absent, ""},
	} {
		v, err := e.Check(context.Background(), Claim{Library: news.HomeLibrary, Words: c.words, Speaker: c.speaker})
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		by := ""
		if len(v.Quotes()) > 0 {
			by = v.Quotes()[0].Speaker().Name
		}
		if v.Finding() != c.finding || by != c.by || (c.finding == Absent) != (len(v.Quotes()) == 0) {
			t.Errorf("%s: %s by %q, want %s by %q", c.name, v.Finding(), by, c.finding, c.by)
		}
		if strings.HasPrefix(c.name, "nearly") != (len(v.Diff()) > 0) {
			t.Errorf("%s: %s with difference %v", c.name, v.Finding(), v.Diff())
		}
	}
}

func TestCheckDiff(t *testing.T) {
	v, err := New(byHand(t)).Check(context.Background(), Claim{Library: news.HomeLibrary, Words: "Russia would support a 72-hour ceasefire to allow food into Aleppo"})
	if err != nil {
		t.Fatal(err)
	}
	want := []Edit{
		{Same, "Russia would support a"}, {Claimed, "72"}, {Printed, "48"}, {Same, "hour ceasefire to allow"},
		{Claimed, "food"}, {Printed, "aid"}, {Same, "into Aleppo"},
	}
	if d := cmp.Diff(want, v.Diff()); d != "" {
		t.Errorf("difference (-want +got):\n%s", d)
	}
}

func TestCheckBadInput(t *testing.T) {
	e := New(byHand(t))
	for name, words := range map[string]string{
		"empty": "", "marks only": "“…”", "too long": strings.Repeat("word ", checkWords+1), "invalid": "\xff\xfe",
	} {
		if _, err := e.Check(context.Background(), Claim{Words: words}); !errors.Is(err, news.ErrBadInput) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestQuoted(t *testing.T) {
	for _, c := range []struct {
		text, words string
		want        bool
	}{
		{`He called it “a disgrace” again.`, "disgrace", true},
		{`He called it "a disgrace" again.`, "again", false},
		{`He called it “a disgrace" again.`, "a disgrace", true},
		{`“It began well`, "began", true},
		{`“One,” she said, “two.”`, "she said", false},
		{`“One,” she said, “two.”`, "One,” she", false},
		{`No marks at all.`, "marks", false},
	} {
		at := strings.Index(c.text, c.words)
		if got := quoted(c.text, at, at+len(c.words)); got != c.want {
			t.Errorf("%q in %q: %v", c.words, c.text, got)
		}
	}
}

// FuzzAlign: the edits of an alignment, read without what only the page has,
// are the claim's words; read without what only the claim has, the page's.
func FuzzAlign(f *testing.F) {
	f.Add("the boats are quite safe now", "she said the boats are safe for now and left")
	f.Add("a a a a a a", "a b a a a c a")
	f.Fuzz(func(t *testing.T, claim, page string) {
		x, y := tokens(claim), tokens(page)
		if len(x) > 200 || len(y) > 400 {
			return
		}
		m := align(x, y)
		if !m.good() {
			return
		}
		var got []string
		for _, e := range m.edits {
			if e.Op != Claimed {
				got = append(got, e.Text)
			}
		}
		var want []string
		for _, w := range y[m.from:m.to] {
			want = append(want, w.text)
		}
		if strings.Join(got, " ") != strings.Join(want, " ") {
			t.Fatalf("page reads %q, want %q", got, want)
		}
		if from, to, ok := verbatim(x, y); ok && to-from == len(x) && m.likeness < 1 {
			t.Fatalf("%q stands in %q and aligns only %.2f", claim, page, m.likeness)
		}
	})
}

func BenchmarkCheck(b *testing.B) {
	e := New(byHand(b))
	for b.Loop() {
		if _, err := e.Check(context.Background(), Claim{Library: news.HomeLibrary, Words: "We cannot interpret this as anything else than support for terrorism"}); err != nil {
			b.Fatal(err)
		}
	}
}

// TestCheckFarIntoAParagraph: words are found word for word however long the
// paragraph is.
func TestCheckFarIntoAParagraph(t *testing.T) {
	a := &news.Article{ID: "longpage", Version: 1, Paragraphs: []news.Paragraph{
		{Kind: news.Body, Text: strings.Repeat("The council met again. ", 2*pageWords/4) + "The plough was sold for scrap on Friday."},
	}}
	news.NumberParagraphs(a.Paragraphs)
	s := &shelf{}
	s.add(a, &news.Reading{})
	v, err := New(s).Check(context.Background(), Claim{Library: news.HomeLibrary, Words: "plough was sold for scrap"})
	if err != nil {
		t.Fatal(err)
	}
	if v.Finding() != Verbatim || len(v.Quotes()) == 0 || v.Quotes()[0].Text() != "The plough was sold for scrap on Friday." {
		t.Errorf("%s %v", v.Finding(), v.Quotes())
	}
}

func TestCheckTellsOfAStranger(t *testing.T) {
	e := New(builtIn(t))
	for name, want := range map[string]bool{"": false, "Kirby": false, "the spokesman": false, "Zebedee Krupp": true} {
		v, err := e.Check(t.Context(), Claim{Library: news.HomeLibrary, Words: "thinly disguised invitations", Speaker: name})
		if err != nil {
			t.Fatal(err)
		}
		if v.Stranger() != want {
			t.Errorf("%q is a stranger: %t", name, v.Stranger())
		}
	}
}
