package news

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"
)

// harbour is a page with a citable paragraph on each side of one that is not.
func harbour() *Article {
	a := &Article{ID: "harbour1", Version: 2, Paragraphs: []Paragraph{
		{Kind: Caption, Text: "The harbour wall. | Photo: A. Nielsen"},
		{Kind: Related, Text: "Ferry fares to rise"},
		{Kind: Body, Text: "“It’s finished,” said Ása Lind. She had said the wall cost €4m."},
	}}
	NumberParagraphs(a.Paragraphs)
	return a
}

func TestNumberParagraphsCountsOnlyWhatMayBeCited(t *testing.T) {
	a := harbour()
	for i, want := range []int{1, 0, 2} {
		if got := a.Paragraphs[i].Number; got != want {
			t.Errorf("paragraph at %d (%s) has number %d, want %d", i, a.Paragraphs[i].Kind, got, want)
		}
	}
	if got := len(a.Citable()); got != 2 {
		t.Errorf("%d citable paragraphs, want 2", got)
	}
	if a.Paragraph(0) != nil || a.Paragraph(3) != nil {
		t.Error("a number that no citable paragraph has must give nil")
	}
}

func TestTextRefusesWhatIsNotInTheArticle(t *testing.T) {
	a := harbour()
	body := a.Paragraph(2).Text
	for _, c := range []struct {
		name string
		span Span
		want string // "" when it must be refused
	}{
		{"the quotation", Span{a.Ref(), 2, 0, strings.Index(body, " said")}, "“It’s finished,”"},
		{"another article", Span{Ref{"other", 2}, 2, 0, 3}, ""},
		{"another version", Span{Ref{"harbour1", 1}, 2, 0, 3}, ""},
		{"no such paragraph", Span{a.Ref(), 3, 0, 3}, ""},
		{"furniture", Span{a.Ref(), 0, 0, 3}, ""},
		{"past the end", Span{a.Ref(), 2, 0, len(body) + 1}, ""},
		{"before the start", Span{a.Ref(), 2, -1, 3}, ""},
		{"backwards", Span{a.Ref(), 2, 5, 3}, ""},
		{"empty", Span{a.Ref(), 2, 3, 3}, ""},
		{"starts inside a character", Span{a.Ref(), 2, 1, 5}, ""},
		{"ends inside a character", Span{a.Ref(), 2, 0, 2}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := a.Text(c.span)
			if got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
			if (c.want == "") != errors.Is(err, ErrBadSpan) {
				t.Errorf("error %v", err)
			}
		})
	}
}

func TestCutCreditsOnlyWhomTheStatementCredits(t *testing.T) {
	a := harbour()
	body := a.Paragraph(2).Text
	said := Span{a.Ref(), 2, 0, strings.Index(body, " said")}
	passage := Span{a.Ref(), 2, 0, strings.Index(body, " She")}
	later := Span{a.Ref(), 2, strings.Index(body, "She"), len(body)}
	st := &Statement{Speaker: "asa-lind", Kind: Direct, Stance: Said, Content: []Span{said}, Passage: passage, Certainty: .9}
	lind := &Speaker{ID: "asa-lind", Name: "Ása Lind"}
	mayor := &Speaker{ID: "the-mayor", Name: "the mayor"}

	q, err := Cut(a, said, st, lind)
	if err != nil {
		t.Fatal(err)
	}
	start, end := q.Runes()
	if q.Text() != "“It’s finished,”" || start != 0 || end != utf8.RuneCountInString(q.Text()) || q.Speaker().Name != "Ása Lind" || q.Kind() != Direct {
		t.Errorf("got %q [%d,%d) by %q, %s", q.Text(), start, end, q.Speaker().Name, q.Kind())
	}
	if _, err := Cut(a, said, st, mayor); !errors.Is(err, ErrBadSpan) {
		t.Errorf("credited the mayor with Lind's words: %v", err)
	}
	if _, err := Cut(a, later, st, lind); !errors.Is(err, ErrBadSpan) {
		t.Errorf("credited words that the statement does not cover: %v", err)
	}
	if _, err := Cut(a, said, nil, lind); !errors.Is(err, ErrBadSpan) {
		t.Errorf("credited words without a statement: %v", err)
	}
	if q, err = Cut(a, later, nil, nil); err != nil || q.Kind() != Narration || q.Speaker().Name != "" {
		t.Errorf("the article's own voice: %v %s %q", err, q.Kind(), q.Speaker().Name)
	}
	if start, _ = q.Runes(); start != utf8.RuneCountInString(body[:later.Start]) {
		t.Errorf("offsets given to users must count code points: %d", start)
	}
}

func TestArticleIDDependsOnAddressOrWordsOnly(t *testing.T) {
	a, b := harbour(), harbour()
	b.Title, b.Version = "Another title", 7
	if ArticleID(a) != ArticleID(b) {
		t.Error("title and version changed the identifier")
	}
	b.Paragraphs[2].Text += " More."
	if ArticleID(a) == ArticleID(b) {
		t.Error("other words, same identifier")
	}
	a.URL, b.URL = "https://example.org/harbour", "https://example.org/harbour"
	if ArticleID(a) != ArticleID(b) {
		t.Error("one address, two identifiers")
	}
	if id := ArticleID(a); len(id) != 8 {
		t.Errorf("identifier %q, want eight characters", id)
	}
}

// FuzzCut: whatever the span, the words shown are the article's or there are none.
func FuzzCut(f *testing.F) {
	f.Add(2, 0, 18)
	f.Add(1, -4, 900)
	f.Fuzz(func(t *testing.T, paragraph, start, end int) {
		a := harbour()
		q, err := Cut(a, Span{a.Ref(), paragraph, start, end}, nil, nil)
		if err != nil {
			if q.Text() != "" {
				t.Errorf("an error and words: %q", q.Text())
			}
			return
		}
		if !strings.Contains(a.Paragraph(paragraph).Text, q.Text()) || !utf8.ValidString(q.Text()) || q.Text() == "" {
			t.Errorf("not the article's words: %q", q.Text())
		}
		from, to := q.Runes()
		if string([]rune(a.Paragraph(paragraph).Text)[from:to]) != q.Text() {
			t.Errorf("code points [%d,%d) are not %q", from, to, q.Text())
		}
	})
}
