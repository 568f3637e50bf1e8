package bot

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"onrecord/answer"
	"onrecord/news"
	"onrecord/phrases"
)

var update = flag.Bool("update", false, "write the golden files anew")

// english is the language of goldens whose names say no other.
var english phrases.Tongue

// golden compares text with a file of testdata.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name+".golden")
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), got); d != "" {
		t.Errorf("%s changed (-want +got):\n%s\nrun go test -update if that is right", path, d)
	}
}

// print is a message as text.
func (m Message) print() string {
	var b strings.Builder
	for _, c := range m.Cards {
		fmt.Fprintf(&b, "[colour %06X]\n", c.Colour)
		for _, part := range []string{c.Title, c.Text, c.Footer} {
			if part != "" {
				fmt.Fprintf(&b, "%s\n", part)
			}
		}
	}
	for _, r := range m.Rows {
		for _, button := range r {
			fmt.Fprintf(&b, "(%s → %s) ", button.Label, button.ID)
		}
		b.WriteString("\n")
	}
	return b.String()
}

// story is an article for renderings, a paragraph for each text, all of them
// body but the first, a caption.
func story(url string, texts ...string) *news.Article {
	a := &news.Article{ID: "story234", Version: 1, Title: "Harbour city votes to close its *old* bridge", URL: url,
		Outlet: "The Salen Courier", Published: time.Date(2025, 3, 14, 0, 0, 0, 0, time.UTC)}
	for i, text := range texts {
		p := news.Paragraph{Kind: news.Body, Text: text}
		if i == 0 {
			p.Kind = news.Caption
		}
		a.Paragraphs = append(a.Paragraphs, p)
	}
	news.NumberParagraphs(a.Paragraphs)
	return a
}

var varga = news.Speaker{ID: "ilse-varga", Name: "Ilse Varga", Role: "Mayor"}

// cut quotes words of a paragraph; st says how they are credited and may be nil.
func cut(t *testing.T, a *news.Article, paragraph int, words string, st *news.Statement, by *news.Speaker) news.Quote {
	t.Helper()
	text := a.Paragraph(paragraph).Text
	at := strings.Index(text, words)
	if at < 0 {
		t.Fatalf("paragraph %d has no %q", paragraph, words)
	}
	s := news.Span{Article: a.Ref(), Paragraph: paragraph, Start: at, End: at + len(words)}
	if st != nil {
		made := *st
		made.Content, made.Passage = []news.Span{s}, s
		if by != nil {
			made.Speaker = by.ID
		}
		st = &made
	}
	q, err := news.Cut(a, s, st, by)
	if err != nil {
		t.Fatal(err)
	}
	return q
}

func TestQuoteBlocks(t *testing.T) {
	long := strings.Repeat("The girders were measured twice, and *twice* they held. ", 30)
	a := story("https://courier.example/bridge",
		`Mayor Ilse Varga beside the bridge on Thursday.`,
		`“We will not wait for a girder to fall," Varga said. "Nobody wants that."`,
		`Varga called the plan “a gift to the ferry” and left.`,
		`# @everyone <@1> said [so](https://evil.example) in ||secret|| at <t:1:R> – שלום, “他说了。”`,
		long,
	)
	sure := func(k news.Kind) *news.Statement { return &news.Statement{Kind: k, Stance: news.Said, Certainty: 1} }
	with := func(k news.Kind, s news.Stance, certainty float64) *news.Statement {
		return &news.Statement{Kind: k, Stance: s, Certainty: certainty}
	}
	var b strings.Builder
	for _, c := range []struct {
		name  string
		quote news.Quote
	}{
		{"direct, marks of two kinds", cut(t, a, 2, `“We will not wait for a girder to fall,"`, sure(news.Direct), &varga)},
		{"direct, with the cue inside", cut(t, a, 2, `“We will not wait for a girder to fall," Varga said. "Nobody wants that."`, sure(news.Direct), &varga)},
		{"mixed", cut(t, a, 3, `Varga called the plan “a gift to the ferry” and left.`, sure(news.Mixed), &varga)},
		{"reported", cut(t, a, 3, `Varga called the plan`, sure(news.Reported), &varga)},
		{"narration", cut(t, a, 3, `left.`, nil, nil)},
		{"caption", cut(t, a, 1, `Mayor Ilse Varga beside the bridge on Thursday.`, nil, nil)},
		{"speaker not named", cut(t, a, 2, `"Nobody wants that."`, sure(news.Direct), nil)},
		{"doubtful", cut(t, a, 2, `"Nobody wants that."`, with(news.Direct, news.Said, 0.3), &varga)},
		{"not said", cut(t, a, 3, `Varga called the plan`, with(news.Reported, news.Unsaid, 1), &varga)},
		{"denied", cut(t, a, 3, `Varga called the plan`, with(news.Reported, news.Denied, 1), &varga)},
		{"held", cut(t, a, 3, `Varga called the plan`, with(news.Reported, news.Held, 1), &varga)},
		{"hostile", cut(t, a, 4, a.Paragraph(4).Text, sure(news.Reported), &news.Speaker{ID: "x", Name: "**@here** [X](https://evil.example)", Role: "> `root`\n# boss"})},
		{"long", cut(t, a, 5, long, sure(news.Reported), &varga)},
	} {
		fmt.Fprintf(&b, "--- %s\n%s\n\n", c.name, quoteBlock(english, c.quote, 0, false))
		if n := size(quoteBlock(english, c.quote, 4, true)); n > 2000 {
			t.Errorf("%s: a block of %d code points leaves no room for others", c.name, n)
		}
	}
	golden(t, "quotes", b.String())
}

func TestAnswerCard(t *testing.T) {
	a := story("https://courier.example/bridge", "Mayor Ilse Varga.", "“We will not wait,” Varga said.", "The bridge opened in 1931.")
	b := story("", "Ilse Varga at her desk.", "Varga said it would cost nothing.")
	b.ID, b.Title, b.Published = "other567", "A second look @everyone", time.Time{}
	said := func(k news.Kind) *news.Statement { return &news.Statement{Kind: k, Stance: news.Said, Certainty: 1} }
	own := cut(t, a, 2, "“We will not wait,”", said(news.Direct), &varga)
	for name, quotes := range map[string][]news.Quote{
		"answer-one":          {own},
		"answer-one-article":  {own, cut(t, a, 3, "The bridge opened in 1931.", nil, nil)},
		"answer-two-articles": {own, cut(t, b, 2, "Varga said it would cost nothing.", said(news.Reported), &varga)},
	} {
		l := newLayout(english, colourAnswer, "What did *Varga* say?")
		l.prose("Ilse Varga (Mayor) is quoted as saying this.")
		m, _ := l.quotes(quotes, true)
		golden(t, name, m.print())
	}
	golden(t, "help", renderHelp(english, commands(Config{}), builtIn).print())
	m, _ := sorry(english, errInternal)
	golden(t, "sorry", m.print())
}

func TestContext(t *testing.T) {
	long := strings.Repeat("The girders were measured twice, and they held. ", 40)
	a := story("", "Mayor Ilse Varga.", "The council met on Thursday.", long+"“We will not wait.” "+long, "It voted at nine.")
	q := cut(t, a, 3, "“We will not wait.”", &news.Statement{Kind: news.Direct, Stance: news.Said, Certainty: 1}, &varga)
	golden(t, "context", renderContext(english, a, q).print())
	first := cut(t, a, 1, "Mayor Ilse Varga.", nil, nil)
	golden(t, "context-first", renderContext(english, a, first).print())
}

func TestListsSayHowManyHadNoRoom(t *testing.T) {
	var cards []news.Card
	for i := range 300 {
		cards = append(cards, news.Card{Speaker: news.Speaker{Name: fmt.Sprintf("Speaker Number_%d", i), Role: "witness"}, Direct: i, Reported: 1})
	}
	text := renderSpeakers(english, cards).Cards[0].Text
	if size(text) > roomText {
		t.Errorf("%d code points", size(text))
	}
	lines := strings.Split(text, "\n")
	if want := fmt.Sprintf("and %d more", 300-len(lines)+1); lines[len(lines)-1] != want {
		t.Errorf("the last of %d lines is %q, want %q", len(lines), lines[len(lines)-1], want)
	}
}

func TestManyQuotesArePaged(t *testing.T) {
	var texts []string
	for range 12 {
		texts = append(texts, strings.Repeat("A long paragraph of words that goes on. ", 40))
	}
	a := story("https://courier.example/bridge", texts...)
	var quotes []news.Quote
	for i := range texts {
		quotes = append(quotes, cut(t, a, i+1, a.Paragraph(i+1).Text, &news.Statement{Kind: news.Reported, Stance: news.Said, Certainty: 1}, &varga))
	}
	m, n := newLayout(english, colourAnswer, strings.Repeat("q", 3000)).quotes(quotes, true)
	if n < 2 || n >= len(quotes) {
		t.Fatalf("%d of %d shown", n, len(quotes))
	}
	card := m.Cards[0]
	if total := size(card.Title) + size(card.Text) + size(card.Footer); total > 6000 || size(card.Text) > 4096 || size(card.Title) > 256 {
		t.Errorf("the card does not fit: %d in all", total)
	}
	buttons := slices.Concat(m.Rows...)
	i := slices.IndexFunc(buttons, func(b Button) bool { return b.Label == "Next" })
	if i < 0 {
		t.Fatalf("no Next among %+v", buttons)
	}
	next := buttons[i]
	_, args := splitID(next.ID)
	spans, err := parseSpans(args)
	if err != nil || len(spans) == 0 || spans[0] != quotes[n].Span() {
		t.Errorf("Next goes on with %v, %v; want %v", spans, err, quotes[n].Span())
	}
}

func TestDifferences(t *testing.T) {
	got := differences(english, []answer.Edit{
		{Op: answer.Same, Text: "thinly"}, {Op: answer.Claimed, Text: "veiled*"}, {Op: answer.Printed, Text: "disguised"}, {Op: answer.Same, Text: "invitations"},
	})
	want := "> thinly ~~veiled\\*~~ **disguised** invitations\n" +
		"Struck through, only in the words checked: “veiled\\*”\n" +
		"Bold, only in the article: “disguised”"
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if differences(english, []answer.Edit{{Op: answer.Same, Text: "the same"}}) != "" {
		t.Error("no difference is shown as one")
	}
}

func TestCompletionsFit(t *testing.T) {
	var cards []news.Card
	for i := range 40 {
		cards = append(cards, news.Card{Speaker: news.Speaker{Name: strings.Repeat("é", 150) + fmt.Sprint(i)}, Roles: []news.RoleAt{{Role: "witness"}}})
	}
	choices := renderChoices(cards)
	if len(choices) != maxChoices {
		t.Errorf("%d choices", len(choices))
	}
	for _, c := range choices {
		if size(c.Name) > 100 || size(c.Value) > 100 {
			t.Errorf("%d and %d code points", size(c.Name), size(c.Value))
		}
	}
}

// FuzzQuoteBlock holds what is shown to what is stored: the words, with the
// backslashes gone that Discord drops, are words of the article.
func FuzzQuoteBlock(f *testing.F) {
	f.Add("“We will not wait,” she said.", "Ilse Varga", 0, 20)
	f.Add(hostileText, hostileText, 3, 40)
	f.Add(strings.Repeat("long words ", 200), "", 0, 2000)
	f.Fuzz(func(t *testing.T, text, name string, start, end int) {
		text = plain(text)
		a := story("https://courier.example/x", text)
		s := news.Span{Article: a.Ref(), Paragraph: 1, Start: start, End: end}
		by := &news.Speaker{ID: "x", Name: name, Role: name}
		for _, kind := range []news.Kind{news.Direct, news.Mixed, news.Reported} {
			st := &news.Statement{Speaker: "x", Kind: kind, Content: []news.Span{s}, Passage: s, Certainty: 1}
			q, err := news.Cut(a, s, st, by)
			if err != nil {
				t.Skip()
			}
			words, _ := quotedText(q, roomQuote)
			got := shown(words)
			if kind == news.Direct {
				got = strings.TrimSuffix(strings.TrimPrefix(got, "“"), "”")
			}
			got = strings.NewReplacer(isolateFirst, "", isolateEnd, "").Replace(got)
			got = strings.TrimRight(strings.TrimSuffix(got, ellipsis), " ")
			if !strings.Contains(text, got) {
				t.Fatalf("%q is not in %q", got, text)
			}
			block := quoteBlock(english, q, 1, true)
			if lines := strings.Count(block, "\n"); lines != 3 {
				t.Fatalf("%d line breaks in %q", lines, block)
			}
		}
	})
}

func TestHelpHasRoomForEverythingInEveryLanguage(t *testing.T) {
	for _, tongue := range tongues() {
		text := renderHelp(tongue, commands(Config{}), builtIn).Cards[0].Text
		for _, c := range commands(Config{}) {
			if !strings.Contains(text, c.line(tongue)) {
				t.Errorf("%s: /%s is left out of %d code points", tongue.Locale(), c.Name, size(text))
			}
		}
		if !strings.Contains(text, builtIn.question()) {
			t.Errorf("%s: no example", tongue.Locale())
		}
	}
}
