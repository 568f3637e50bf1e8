package answer

import (
	"context"
	"testing"

	"onrecord/news"
)

// harbour is an invented article: narration, a caption-like line, a direct
// quotation and a reported statement.
func harbour(t testing.TB) *Engine {
	a := &news.Article{Title: "Pilots stay ashore", Version: 1}
	for _, p := range []string{
		"The pilots of Brinmouth harbour stopped work on 3 May after a tug ran aground in fog. It was the first stoppage since 1987.",
		"A 48-hour truce collapsed because the company hired crews from Delmark. Gideon Marsh, who runs the company, lives in Port Ansel.",
		"“We will not sail tired,” Rosalind Achterberg told reporters. She said 312 pilots had joined the walkout.",
		"Ferries to the northern islands carry 4,200 people a day. They call at Skerry and at Holm.",
	} {
		a.Paragraphs = append(a.Paragraphs, news.Paragraph{Kind: news.Body, Text: p})
	}
	news.NumberParagraphs(a.Paragraphs)
	a.ID = news.ArticleID(a)
	r := credit(t, a, []news.Speaker{{ID: "rosalind-achterberg", Name: "Rosalind Achterberg", Kind: news.Person}}, []said{
		{"rosalind-achterberg", news.Direct, "tell", []string{"“We will not sail tired,”"}},
		{"rosalind-achterberg", news.Reported, "say", []string{"312 pilots had joined the walkout"}},
	})
	s := &shelf{}
	s.add(a, r)
	return New(s)
}

func TestPassages(t *testing.T) {
	e := harbour(t)
	tests := []struct {
		name, question string
		answered       bool
		quote          string // the first quotation, or the nearest
		speaker        string
		prose          string // if it matters
	}{
		{"when", "When did the pilots stop work?", true,
			"The pilots of Brinmouth harbour stopped work on 3 May after a tug ran aground in fog.", "", ""},
		{"why", "Why did the truce collapse?", true,
			"A 48-hour truce collapsed because the company hired crews from Delmark.", "", ""},
		{"how many, from a statement", "How many pilots joined the walkout?", true,
			"She said 312 pilots had joined the walkout.", "Rosalind Achterberg", ""},
		{"how many, from narration", "How many people do ferries to the northern islands carry?", true,
			"Ferries to the northern islands carry 4,200 people a day.", "", ""},
		{"a misspelled word", "When did the pilots of Brinmuoth harbour stop work?", true,
			"The pilots of Brinmouth harbour stopped work on 3 May after a tug ran aground in fog.", "", ""},
		{"another number", "Why did the 72-hour truce collapse?", false,
			"A 48-hour truce collapsed because the company hired crews from Delmark.", "", "You asked about 72; the article says 48-hour."},
		{"another number in words", "Why did the seventy-two hour truce collapse?", false,
			"A 48-hour truce collapsed because the company hired crews from Delmark.", "", "You asked about seventy-two; the article says 48-hour."},
		{"off the topic", "Who discovered penicillin?", false, "", "", ""},
		{"a name that is not there", "When did the pilots of Wendmark airport stop work?", false,
			"The pilots of Brinmouth harbour stopped work on 3 May after a tug ran aground in fog.", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a, err := e.Ask(context.Background(), news.Question{Text: tt.question, Library: news.HomeLibrary})
			if err != nil {
				t.Fatal(err)
			}
			shown := a.Quotes()
			if !a.Answered() {
				shown = a.Nearest()
			}
			quote, speaker := "", ""
			if len(shown) > 0 {
				quote, speaker = shown[0].Text(), shown[0].Speaker().Name
			}
			if a.Answered() != tt.answered || quote != tt.quote || speaker != tt.speaker {
				t.Errorf("answered %v, %q by %q\nwant     %v, %q by %q", a.Answered(), quote, speaker, tt.answered, tt.quote, tt.speaker)
			}
			if tt.prose != "" && a.Prose() != tt.prose {
				t.Errorf("prose %q, want %q", a.Prose(), tt.prose)
			}
		})
	}
}

// TestDirectQuotationIsShownAlone holds that the reporter's words around a
// direct quotation are not shown as the speaker's.
func TestDirectQuotationIsShownAlone(t *testing.T) {
	a, err := harbour(t).Ask(context.Background(), news.Question{Text: "Will they sail tired?", Library: news.HomeLibrary})
	if err != nil {
		t.Fatal(err)
	}
	q := append(a.Quotes(), a.Nearest()...)[0]
	if q.Text() != "“We will not sail tired,”" || q.Kind() != news.Direct || q.Speaker().Name != "Rosalind Achterberg" {
		t.Errorf("%q, %s by %q", q.Text(), q.Kind(), q.Speaker().Name)
	}
}

func TestPassageBoldness(t *testing.T) {
	e := harbour(t)
	q := news.Question{Text: "Did the northern ferries carry many people to Holm?", Library: news.HomeLibrary}
	last := false
	for _, b := range []Boldness{0, 0.25, 0.5, 0.75, 1} {
		a, err := e.WithBoldness(b).Ask(context.Background(), q)
		if err != nil {
			t.Fatal(err)
		}
		if last && !a.Answered() {
			t.Errorf("boldness %v abstains where less answered", b)
		}
		last = a.Answered()
	}
	if !last {
		t.Error("the boldest does not answer")
	}
}

func TestSpoken(t *testing.T) {
	tests := []struct {
		question string
		want     bool
	}{
		{"What did Marsh say about the truce?", true},
		{"who said the truce had failed", true},
		{"What is steam used for?", false},
		{"What was the device called?", false},
		{"What is the name given to the first ferry?", false},
		{"How many pilots joined the walkout?", false},
	}
	for _, tt := range tests {
		in := &inquiry{asked: understand(tt.question)}
		if got := in.spoken(); got != tt.want {
			t.Errorf("%q: spoken is %v", tt.question, got)
		}
	}
}
