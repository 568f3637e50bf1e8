package speakers

import (
	"strings"
	"testing"
	"unicode/utf8"

	"onrecord/news"
)

// page of invented news, one paragraph a line.
func article(paragraphs ...string) *news.Article {
	a := &news.Article{ID: "invented", Version: 1}
	for _, p := range paragraphs {
		a.Paragraphs = append(a.Paragraphs, news.Paragraph{Kind: news.Body, Text: p})
	}
	news.NumberParagraphs(a.Paragraphs)
	return a
}

// FuzzRead: whatever the text, every mention is a place of the article, mentions
// of a paragraph are in order and apart, everybody mentioned is in the cast, IDs
// are unique, and Who answers for any place.
func FuzzRead(f *testing.F) {
	f.Add("Harbour Minister Ana Brandt said she would go. “He won’t,” said Mr. Okoro.", 3, 20)
	f.Add("\"", 0, 1)
	f.Add("O’Neil-Smith, Jr., of the U.S. (D-Ore.), who’d said: 'I", 1, 9)
	f.Add("Владимир İstanbul ﬀ ́a ’s ’ S' of of The", 2, 5)
	f.Fuzz(func(t *testing.T, text string, start, end int) {
		if !utf8.ValidString(text) || len(text) > 4096 {
			return
		}
		a := article(strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == '\r' })...)
		c := Read(a)
		ids := map[string]bool{}
		for _, s := range c.Speakers() {
			if s.ID == "" || s.Name == "" || ids[s.ID] {
				t.Fatalf("speaker %+v: no ID, no name or not unique", s)
			}
			ids[s.ID] = true
		}
		for _, p := range a.Citable() {
			last := 0
			for _, m := range c.Mentions(p.Number) {
				if _, err := a.Text(m.Span); err != nil {
					t.Fatal(err)
				}
				if _, err := a.Text(m.Name); err != nil || !m.Span.Contains(m.Name) {
					t.Fatalf("name %v of mention %v: %v", m.Name, m.Span, err)
				}
				if m.Span.Start < last {
					t.Fatalf("mention %v begins before %d", m.Span, last)
				}
				last = m.Span.End
				if !ids[m.Speaker] {
					t.Fatalf("mention %v of %q, who is not in the cast", m.Span, m.Speaker)
				}
			}
			w := c.Who(news.Span{Article: a.Ref(), Paragraph: p.Number, Start: start, End: end})
			if w.Speaker != w.Is.ID || w.Certainty < 0 || w.Certainty > 1 || (w.Speaker == "") != (w.Is.Name == "") {
				t.Fatalf("Who = %+v", w)
			}
		}
	})
}

// FuzzFind: whatever is asked, what is found lies in the question, in order and
// on character boundaries, and Match answers for it.
func FuzzFind(f *testing.F) {
	f.Add("What did Ryabkow say about Kerrys' plan?")
	f.Add("the spokesman's said by o’")
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			return
		}
		last := 0
		for _, x := range Find(text, library()) {
			if x.Start < last || x.End <= x.Start || x.End > len(text) {
				t.Fatalf("found %d to %d behind %d in %d bytes", x.Start, x.End, last, len(text))
			}
			if !utf8.RuneStart(text[x.Start]) || x.End < len(text) && !utf8.RuneStart(text[x.End]) {
				t.Fatalf("found %q inside a character", text[x.Start:x.End])
			}
			last = x.End
		}
		Match(text, library())
	})
}
