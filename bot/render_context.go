package bot

import (
	"strings"

	"onrecord/news"
	"onrecord/phrases"
)

// Rooms of the passage around a quotation, in code points.
const (
	roomNeighbour = 800
	roomAround    = 500 // on either side within the paragraph
)

// renderContext shows a quotation in bold in its paragraph, between the
// paragraphs before and after it.
func renderContext(t phrases.Tongue, a *news.Article, q news.Quote) Message {
	l := newLayout(t, colourInfo, t.Say("Context: paragraph {n}", q.Paragraph()))
	l.add(credit(t, q, 0) + "\n*" + kindMark(t, q) + "*")
	if p := a.Paragraph(q.Paragraph() - 1); p != nil {
		l.add(neighbour(t, p))
	}
	p := a.Paragraph(q.Paragraph())
	s := q.Span()
	before, _ := fitEnd(p.Text[:s.Start], roomAround)
	words, _ := fitHarmless(plain(q.Text()), roomQuote)
	after, _ := fitHarmless(plain(p.Text[s.End:]), roomAround)
	passage := joinWords(before, "**"+words+"**", after, p.Text, s)
	if runsLeft(p.Text) {
		passage = isolate(passage)
	}
	l.add("> " + passage)
	if p := a.Paragraph(q.Paragraph() + 1); p != nil {
		l.add(neighbour(t, p))
	}
	if at := link(q); at != "" {
		l.add("[" + t.Say("open the article there") + "](" + at + ")")
	}
	l.footer(source(t, q.Article(), 240))
	return l.message()
}

func neighbour(t phrases.Tongue, p *news.Paragraph) string {
	text, _ := fit(p.Text, roomNeighbour)
	return t.Say("Paragraph {n}: {text}", p.Number, text)
}

// joinWords puts a paragraph together again, with a space where it has one.
func joinWords(before, words, after, text string, s news.Span) string {
	if strings.HasSuffix(text[:s.Start], " ") {
		before += " "
	}
	if strings.HasPrefix(text[s.End:], " ") {
		after = " " + after
	}
	return before + words + after
}

// fitEnd is fit for a text whose end matters: it cuts at the beginning, after a
// word.
func fitEnd(s string, limit int) (shown string, whole bool) {
	s = plain(s)
	if out := harmless(s); size(out) <= limit {
		return out, true
	}
	words := strings.Fields(s)
	from := len(words)
	for room := limit - 6; from > 0; from-- {
		if room -= size(harmless(words[from-1])) + 1; room < 0 {
			break
		}
	}
	return harmless(ellipsis) + " " + harmless(strings.Join(words[from:], " ")), false
}
