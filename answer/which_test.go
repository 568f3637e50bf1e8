package answer

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"onrecord/news"
	"onrecord/quotes"
)

// kiosk holds articles of several outlets, days and subjects in which one person
// says something else each time.
func kiosk(t testing.TB) *shelf {
	t.Helper()
	s := &shelf{}
	for i, page := range []struct{ date, outlet, title, url, text string }{
		{"2024-03-11", "The Dunmoor Gazette", "Ferry stays in port", "https://www.example.org/ferry", "Mayor Ilka Thorne said that the ferry would stay in port."},
		{"2024-09-29", "The Dunmoor Gazette", "Quarry to close", "", "Mayor Ilka Thorne said that the quarry would close."},
		{"2024-09-29", "Coast Radio", "Council meets on library", "", "Mayor Ilka Thorne said that the library would open in spring."},
		{"2023-05-02", "Coast Radio", "Council raises fares", "", "Mayor Ilka Thorne said that the fares would rise."},
		{"", "", "Untitled article (“Snow fell…”)", "", "Mayor Ilka Thorne said that the snow would melt."},
	} {
		a := &news.Article{Version: 1, Title: page.title, Outlet: page.outlet, URL: page.url}
		if page.date != "" {
			a.Published, _ = time.Parse(time.DateOnly, page.date)
		}
		a.Paragraphs = []news.Paragraph{{Kind: news.Body, Text: page.text}}
		news.NumberParagraphs(a.Paragraphs)
		a.ID = fmt.Sprintf("k%da2b3c4", i+2)
		s.add(a, quotes.Read(a))
	}
	return s
}

func TestWhichArticle(t *testing.T) {
	e := New(kiosk(t))
	const all = "fares ferry library quarry snow"
	for _, c := range []struct{ question, want string }{ // words of the quotations, sorted
		{"What did Thorne say?", all},
		{"What did Thorne say in the article?", all},
		{"What did Thorne say in the 11 March article?", "ferry"},
		{"In the article of March 11, 2024, what did Thorne say?", "ferry"},
		{"What did Thorne say in the 2024-03-11 story?", "ferry"},
		{"What did Thorne say in the article from 29 September?", "library quarry"},
		{"What did Thorne say in the 29th of September 2024 article?", "library quarry"},
		{"What did Thorne say in the Sept. 29 Gazette article?", "quarry"},
		{"What did Thorne say in the September article about the library?", "library"},
		{"What did Thorne say in the 2023 article?", "fares"},
		{"what did thorne say in the may article", "fares"},
		{"What did Thorne say in the Dunmoor Gazette?", "ferry quarry"},
		{"According to Coast Radio, what did Thorne say?", "fares library"},
		{"What did Thorne say in the quarry story?", "quarry"},
		{"What did Thorne say in the article about the council’s fares?", "fares"},
		{"In the story “Ferry stays in port”, what did Thorne say?", "ferry"},
		{"What did Thorne say in \"Ferry stays in port\"?", "ferry"},
		{"What did Thorne say in http://example.org/ferry/#top?", "ferry"},
		{"https://www.example.org/ferry What did Thorne say?", "ferry"},
		{"What did Thorne say in article k4a?", "library"},
		{"What did Thorne say [k3a2b3c4]?", "quarry"},
		// What can be nothing but an article, and is not there.
		{"What did Thorne say in the 12 March article?", "-"},
		{"What did Thorne say in the article of 29 September 2016?", "-"},
		{"What did Thorne say in \"Ferry stays in port\"?", "ferry"},
		{"What did Thorne say in https://example.org/other?", "-"},
		{"What did Thorne say in article z7z7?", "-"},
	} {
		t.Run(c.question, func(t *testing.T) {
			a, err := e.Ask(t.Context(), news.Question{Library: news.HomeLibrary, Text: c.question})
			if err != nil {
				t.Fatal(err)
			}
			if a.Question() != c.question {
				t.Errorf("the question became %q", a.Question())
			}
			var found []string
			for _, word := range strings.Fields(all) {
				for _, q := range a.Quotes() {
					if strings.Contains(q.Text(), word) {
						found = append(found, word)
					}
				}
			}
			got := strings.Join(found, " ")
			if c.want == "-" {
				if a.Answered() || !strings.Contains(a.Prose(), "no such article") {
					t.Errorf("answered from %q: %s", got, a.Prose())
				}
				return
			}
			if c.want == all && len(found) > 1 {
				return
			}
			if got != c.want {
				t.Errorf("answered from %q, want %q: %s", got, c.want, a.Prose())
			}
		})
	}
}

// TestWhichLeavesAlone: words that name no article are the question's own.
func TestWhichLeavesAlone(t *testing.T) {
	e := New(kiosk(t))
	for _, question := range []string{
		"What did Thorne say?",
		"What did Thorne say in the article?",
		"What did Thorne say in the leaked story?",
		"What did Thorne say in Dunmoor?",
		"What did Thorne say in the New York Times?",
		"What did Thorne say in the article about treaties?",
		"What did Thorne say about article 50?",
		"What did Thorne say in the report of 29 September 2016?",
		"the ferry article",
		"What did Thorne mean in “a gift to the ferry company”?",
		"Who may march in the first story of the building?",
	} {
		in := &inquiry{library: news.HomeLibrary}
		rest, refusal, err := e.which(t.Context(), in, question)
		if err != nil || refusal != nil || rest != question || in.article != "" || in.only != nil {
			t.Errorf("%q became %q, article %q, only %v, refused %v, error %v", question, rest, in.article, in.only, refusal != nil, err)
		}
	}
}

func TestDayIn(t *testing.T) {
	for _, c := range []struct {
		text string
		want day
		rest string
	}{
		{"29 September", day{0, 9, 29}, ""},
		{"Sept. 29, 2016", day{2016, 9, 29}, ""},
		{"the 1st of May 2020 Gazette", day{2020, 5, 1}, "the of Gazette"},
		{"2016-09-29", day{2016, 9, 29}, ""},
		{"March 2024", day{2024, 3, 0}, ""},
		{"2016", day{2016, 0, 0}, ""},
		{"ferry 48", day{}, "ferry 48"},
		{"top 10 ferries", day{}, "top 10 ferries"},
		{"jan van Dyk", day{}, "jan van Dyk"},
		{"", day{}, ""},
	} {
		if got, rest := dayIn(c.text); got != c.want || rest != c.rest {
			t.Errorf("dayIn(%q) = %v, %q; want %v, %q", c.text, got, rest, c.want, c.rest)
		}
	}
}

// FuzzWhich: whatever is asked, the hint lies inside it and the rest is shorter.
func FuzzWhich(f *testing.F) {
	f.Add("What did Thorne say in the 29 September article?")
	f.Add("in the \xff article https://x.y/[k3a2b3c4]")
	f.Fuzz(func(t *testing.T, text string) {
		h := hintIn(text)
		if h == nil {
			return
		}
		if h.start < 0 || h.end > len(text) || h.start >= h.end {
			t.Fatalf("hint [%d, %d) in %d bytes", h.start, h.end, len(text))
		}
		if rest := h.without(text); len(rest) >= len(text) {
			t.Errorf("%q became %q", text, rest)
		}
		h.among([]news.ArticleInfo{{Ref: news.Ref{ID: "k3a2b3c4"}, Title: "Ferry", URL: "https://x.y/"}})
	})
}
