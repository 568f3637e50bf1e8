package answer

import (
	"context"
	"strings"
	"testing"

	"onrecord/news"
	"onrecord/phrases"
)

// ferry is a small article of two paragraphs with a direct quotation and a
// paraphrase, as evidence [1] and [2].
func ferry(t testing.TB) (*news.Article, *news.Reading, []news.Evidence) {
	a := &news.Article{ID: "ferry", Version: 1, Title: "Ferries stop", Paragraphs: []news.Paragraph{
		{Kind: news.Body, Text: "“The boats are safe,” said Mira Holt, the harbour master. She said that 312 sailors had stopped work."},
		{Kind: news.Body, Text: "The strike began on Tuesday."},
		{Kind: news.Related, Text: "Mayor calls the harbour a disgrace"},
	}}
	news.NumberParagraphs(a.Paragraphs)
	holt := news.Speaker{ID: "mira-holt", Name: "Mira Holt", Role: "harbour master", Kind: news.Person}
	r := credit(t, a, []news.Speaker{holt}, []said{
		{"mira-holt", news.Direct, "say", []string{"“The boats are safe,”"}},
		{"mira-holt", news.Reported, "say", []string{"that 312 sailors had stopped work"}},
	})
	ev := []news.Evidence{{Label: 1, Article: a, Reading: r, Paragraph: 1}, {Label: 2, Article: a, Reading: r, Paragraph: 2}}
	return a, r, ev
}

func TestVerifyDrops(t *testing.T) {
	a, r, ev := ferry(t)
	direct, reported := &r.Statements[0], &r.Statements[1]
	sentence := find(t, a, "The strike began on Tuesday.")
	other := news.Statement{Speaker: "mayor", Kind: news.Direct, Content: direct.Content, Passage: direct.Passage, Certainty: 1}
	elsewhere := sentence
	elsewhere.Article.ID = "other"
	for _, c := range []struct {
		name string
		pick Pick
		ok   bool
	}{
		{"a direct quotation", Pick{1, direct.Content[0], direct}, true},
		{"part of one", Pick{1, find(t, a, "boats are safe"), direct}, true},
		{"the sentence of a paraphrase", Pick{1, reported.Passage, reported}, true},
		{"the article's own voice", Pick{2, sentence, nil}, true},
		{"a label that was not handed out", Pick{7, sentence, nil}, false},
		{"a statement of nobody's reading", Pick{1, direct.Content[0], &other}, false},
		{"words that the speaker did not say", Pick{2, sentence, direct}, false},
		{"more than the statement", Pick{1, find(t, a, a.Paragraphs[0].Text), reported}, false},
		{"another article", Pick{2, elsewhere, nil}, false},
		{"a headline of another story", Pick{2, news.Span{Article: a.Ref(), Paragraph: 3, End: 5}, nil}, false},
		{"an empty span", Pick{2, news.Span{Article: a.Ref(), Paragraph: 2}, nil}, false},
		{"half a character", Pick{1, news.Span{Article: a.Ref(), Paragraph: 1, Start: 1, End: 9}, direct}, false},
	} {
		got, dropped := verify("?", Draft{Drafter: Extractive, Points: []Point{{Picks: []Pick{c.pick}}}}, ev, nil)
		if got.Answered() != c.ok || (len(dropped) == 0) != c.ok {
			t.Errorf("%s: answered %v, dropped %v", c.name, got.Answered(), dropped)
		}
		if !c.ok && (got.Reason() != NothingFound || len(got.Quotes()) > 0 || got.Prose() == "") {
			t.Errorf("%s: reason %q, prose %q", c.name, got.Reason(), got.Prose())
		}
	}
}

func TestVerifyProse(t *testing.T) {
	a, r, ev := ferry(t)
	pick := Pick{1, r.Statements[1].Passage, &r.Statements[1]}
	_ = a
	for _, c := range []struct {
		name, prose string
		reason      Reason
		kept        bool
	}{
		{"names and numbers of the quotation", "Mira Holt says that 312 sailors stopped.", Answered, true},
		{"a role", "The harbour master counts 312 sailors.", Answered, true},
		{"another number", "Mira Holt says that 400 sailors stopped.", Answered, false},
		{"another name", "The sailors are led by Ola Berg.", Answered, false},
		{"a name at the start", "Berg counts 312 sailors.", Answered, false},
		{"a date", "On Tuesday 312 sailors stopped.", Answered, false},
		{"a refusal may repeat the question", "Nobody called Berg speaks in the library.", UnknownSpeaker, true},
		{"and name a speaker of the library", "The nearest name is Olaf Bergson.", UnknownSpeaker, true},
		{"but nobody else", "The nearest name is Carl Bergman.", UnknownSpeaker, false},
	} {
		cards := []news.Card{{Speaker: news.Speaker{ID: "olaf-bergson", Name: "Olaf Bergson"}}}
		got, _ := verify("What did Berg say?", Draft{Reason: c.reason, Points: []Point{{Prose: phrases.Text{phrases.Verbatim(c.prose)}, Picks: []Pick{pick}}}}, ev, cards)
		if (got.Prose() == c.prose) != c.kept {
			t.Errorf("%s: prose became %q", c.name, got.Prose())
		}
		if got.Prose() == "" {
			t.Errorf("%s: no prose is left", c.name)
		}
	}
}

func TestVerifyZeroAnswer(t *testing.T) {
	var zero Answer
	if zero.Answered() || len(zero.Quotes()) > 0 {
		t.Error("the zero answer answers")
	}
	got, _ := verify("?", Draft{}, nil, nil)
	if got.Answered() || got.Reason() != NothingFound || got.Prose() == "" {
		t.Errorf("an empty draft: %+v", got)
	}
}

// TestExtractiveDraftsPassWhole: verification has nothing to object to in what
// the extractive drafter proposes, whichever way a question ends.
func TestExtractiveDraftsPassWhole(t *testing.T) {
	e := New(builtIn(t))
	for _, w := range readQuestions(t, "testdata/aleppo.questions.jsonl") {
		text, err := clean("question", w.Question, MaxQuestion)
		if err != nil {
			t.Fatal(err)
		}
		in := &inquiry{asked: understand(text), library: news.HomeLibrary, bold: Balanced}
		d, err := e.draft(context.Background(), in)
		if err != nil {
			t.Fatal(err)
		}
		if _, dropped := verify(w.Question, d, in.ev, in.cards); len(dropped) > 0 {
			t.Errorf("%q: dropped %v", w.Question, dropped)
		}
	}
}

// FuzzAsk: whatever is asked, and however boldly, every quotation shown is cut
// out of a paragraph that may be cited, and is credited to nobody whom the
// article does not credit.
func FuzzAsk(f *testing.F) {
	s := builtIn(f)
	bold := New(s).WithBoldness(1)
	for _, w := range readQuestions(f, "testdata/aleppo.questions.jsonl") {
		f.Add(w.Question)
	}
	f.Fuzz(func(t *testing.T, question string) {
		a, err := bold.Ask(context.Background(), news.Question{Text: question, Library: news.HomeLibrary})
		if err != nil {
			return
		}
		if a.Answered() != (len(a.Quotes()) > 0) || a.Answered() != (a.Reason() == Answered) || a.Answered() && len(a.Nearest()) > 0 {
			t.Fatalf("%q: answered %v for %q with %d quotations and %d nearest", question, a.Answered(), a.Reason(), len(a.Quotes()), len(a.Nearest()))
		}
		for _, q := range append(a.Quotes(), a.Nearest()...) {
			checkQuote(t, s, q)
		}
	})
}

// checkQuote holds a quotation to the stored article.
func checkQuote(t testing.TB, s *shelf, q news.Quote) {
	t.Helper()
	a, r, err := s.Article(context.Background(), news.HomeLibrary, q.Article().Ref)
	if err != nil {
		t.Fatal(err)
	}
	p := a.Paragraph(q.Paragraph())
	if p == nil || !p.Kind.Citable() || !strings.Contains(p.Text, q.Text()) || q.Text() == "" {
		t.Fatalf("%q is not in paragraph %d", q.Text(), q.Paragraph())
	}
	if start, end := q.Runes(); string([]rune(p.Text)[start:end]) != q.Text() {
		t.Fatalf("code points %d to %d are not %q", start, end, q.Text())
	}
	if q.Speaker().ID == "" {
		return
	}
	for i := range r.Statements {
		if st := &r.Statements[i]; st.Speaker == q.Speaker().ID && within(st, q.Span()) && st.Kind == q.Kind() {
			return
		}
	}
	t.Fatalf("%q is credited to %s, by nothing in the article", q.Text(), q.Speaker().Name)
}

func BenchmarkVerify(b *testing.B) {
	_, r, ev := ferry(b)
	d := Draft{Drafter: Extractive, Points: []Point{{Picks: []Pick{
		{1, r.Statements[0].Content[0], &r.Statements[0]}, {1, r.Statements[1].Passage, &r.Statements[1]},
	}}}}
	for b.Loop() {
		if a, _ := verify("What did Holt say?", d, ev, nil); !a.Answered() {
			b.Fatal("not answered")
		}
	}
}
