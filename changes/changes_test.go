package changes

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/news"
	"onrecord/quotes"
)

func page(version int, paragraphs ...string) *news.Article {
	a := &news.Article{ID: "x", Version: version, Title: "The bridge"}
	for _, p := range paragraphs {
		a.Paragraphs = append(a.Paragraphs, news.Paragraph{Kind: news.Body, Text: p})
	}
	news.NumberParagraphs(a.Paragraphs)
	return a
}

// line shows edits as "kept [-deleted-] {+added+}".
func line(list []Edit) string {
	var out []string
	for _, e := range list {
		switch e.Op {
		case Same:
			out = append(out, e.Text)
		case Deleted:
			out = append(out, "[-"+e.Text+"-]")
		case Added:
			out = append(out, "{+"+e.Text+"+}")
		}
	}
	return strings.Join(out, " ")
}

func TestCompare(t *testing.T) {
	const (
		opening = "The old bridge over the harbour closed on Monday after an inspection found cracks."
		varga   = "“We will never let a lorry cross it again,” said Ilse Varga, the harbour master of Kelmar."
		oduya   = "Petra Oduya, the mayor, said the repairs would cost nine million crowns."
		end     = "The ferry runs every hour until then."
	)
	older := page(1, opening, varga, oduya, end)
	for _, c := range []struct {
		name   string
		newer  *news.Article
		text   []string
		quotes []string
		kept   int
	}{
		{"nothing", page(2, opening, varga, oduya, end), nil, nil, 2},
		{"a quotation silently edited", page(2, opening, strings.Replace(varga, "never let a lorry cross it again", "not let a lorry cross it this year", 1), oduya, end),
			[]string{"2→2 “We will [-never-] {+not+} let a lorry cross it [-again,”-] {+this year,”+} said Ilse Varga, the harbour master of Kelmar."},
			[]string{"edited Ilse Varga 2→2 “We will [-never-] {+not+} let a lorry cross it [-again,”-] {+this year,”+}"}, 1},
		{"a paraphrase edited", page(2, opening, varga, strings.Replace(oduya, "nine", "eleven", 1), end),
			[]string{"3→3 Petra Oduya, the mayor, said the repairs would cost [-nine-] {+eleven+} million crowns."},
			[]string{"edited Petra Oduya 3→3 the repairs would cost [-nine-] {+eleven+} million crowns."}, 1},
		{"a quotation dropped", page(2, opening, oduya, end),
			[]string{"2→0 [-" + varga + "-]"}, []string{"dropped Ilse Varga 2→0 [-“We will never let a lorry cross it again,”-]"}, 1},
		{"only moved", page(2, opening, "A new paragraph about the weather stands here.", oduya, varga, end), nil, nil, 2},
		{"a paragraph added at the end", page(2, opening, varga, oduya, end, "This article was updated."),
			[]string{"0→5 {+This article was updated.+}"}, nil, 2},
		{"nothing left", page(2, "Sorry."), nil, []string{
			"dropped Ilse Varga 2→0 [-“We will never let a lorry cross it again,”-]",
			"dropped Petra Oduya 3→0 [-the repairs would cost nine million crowns-]"}, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := Compare(older, quotes.Read(older), c.newer)
			var text, quoted []string
			for _, p := range got.Text {
				text = append(text, fmt.Sprintf("%d→%d %s", p.Old, p.New, line(p.Edits)))
			}
			for _, q := range got.Quotes {
				quoted = append(quoted, fmt.Sprintf("%s %s %d→%d %s", q.Fate, q.Speaker, q.Old, q.New, line(q.Edits)))
			}
			if c.text != nil {
				if d := cmp.Diff(c.text, text); d != "" {
					t.Errorf("text (-want +got):\n%s", d)
				}
			}
			if d := cmp.Diff(c.quotes, quoted); d != "" {
				t.Errorf("quotations (-want +got):\n%s", d)
			}
			if got.Kept != c.kept {
				t.Errorf("%d kept, want %d", got.Kept, c.kept)
			}
		})
	}
}

// Whatever the words: what is not added makes the older text, what is not
// deleted the newer one.
func FuzzEdits(f *testing.F) {
	f.Add("a b c d", "a x c d e")
	f.Add("", "a")
	f.Add("a a a b b", "b b a a a")
	f.Fuzz(func(t *testing.T, a, b string) {
		if len(a)+len(b) > 4000 {
			t.Skip()
		}
		x, y := strings.Fields(a), strings.Fields(b)
		var older, newer []string
		for _, e := range edits(x, y) {
			if e.Op != Added {
				older = append(older, e.Text)
			}
			if e.Op != Deleted {
				newer = append(newer, e.Text)
			}
		}
		if got, want := strings.Join(older, " "), strings.Join(x, " "); got != want {
			t.Errorf("older %q, want %q", got, want)
		}
		if got, want := strings.Join(newer, " "), strings.Join(y, " "); got != want {
			t.Errorf("newer %q, want %q", got, want)
		}
	})
}

func TestFarApart(t *testing.T) {
	var a, b []string
	for i := range 5000 {
		a, b = append(a, fmt.Sprint("a", i)), append(b, fmt.Sprint("b", i))
	}
	if got := edits(a, b); len(got) != 2 || got[0].Op != Deleted || got[1].Op != Added {
		t.Errorf("texts with nothing in common give %d edits", len(got))
	}
}
