package main

import (
	"fmt"

	"onrecord/answer"
	"onrecord/news"
	"onrecord/terminal"
)

// showQuotes adds quotations, each as a block of its own.
func (p *program) showQuotes(quotes []news.Quote, explain bool) {
	for _, q := range quotes {
		p.page.Blank()
		p.showQuote(q, explain)
	}
}

// margin stands before what is shown below a quotation's words.
var margin = terminal.Text("    ")

// showQuote adds the words, then whose they are, what they are, and where they
// stand.
func (p *program) showQuote(q news.Quote, explain bool) {
	p.showWords(q)
	if q.Kind() != news.Narration {
		p.page.Block(margin, whoSaysIt(q)...)
	}
	p.showPlace(q, explain)
}

func (p *program) showWords(q news.Quote) {
	p.page.Block(terminal.In(terminal.Cyan, "  │ "), terminal.Text(shownWords(q)))
}

// showSaid is showQuote under a heading that names the speaker.
func (p *program) showSaid(q news.Quote, explain bool) {
	p.showWords(q)
	if q.Certainty() < news.Doubtful {
		p.page.Block(margin, whoSaysIt(q)...)
	}
	p.showPlace(q, explain)
}

// showPlace says what the words are and where they stand, not whose they are.
func (p *program) showPlace(q news.Quote, explain bool) {
	p.page.Block(margin, terminal.In(terminal.Faint, answer.Manner(q).String()))
	p.page.Block(margin, terminal.In(terminal.Faint, whereItStands(q)))
	if link := answer.Link(q); link != "" {
		p.page.Verbatim(margin, terminal.In(terminal.Faint, link))
	}
	if explain {
		p.page.Block(margin, terminal.In(terminal.Faint, howCredited(q)))
	}
}

// whoSaysIt names the speaker with the role, and says so where that is doubtful.
func whoSaysIt(q news.Quote) []terminal.Run {
	by := q.Speaker()
	if by.Name == "" {
		return []terminal.Run{terminal.In(terminal.Yellow, "the article does not make clear who says this")}
	}
	runs := []terminal.Run{terminal.In(terminal.Bold, by.Name)}
	if by.Role != "" {
		runs = append(runs, terminal.Text(" — "+by.Role))
	}
	if q.Certainty() < news.Doubtful {
		runs = append(runs, terminal.In(terminal.Yellow, " (doubtful: the article does not make clear who says this)"))
	}
	return runs
}

// whereItStands names paragraph, article and date.
func whereItStands(q news.Quote) string {
	a := q.Article()
	place := fmt.Sprintf("paragraph %d of %s", q.Paragraph(), titled(a.Title))
	for _, more := range []string{a.Outlet, longDate(a)} {
		if more != "" {
			place += ", " + more
		}
	}
	return place
}

// longDate is an article's date as people write it, "" if unknown.
func longDate(a news.ArticleInfo) string {
	if a.Published.IsZero() {
		return ""
	}
	return a.Published.UTC().Format("2 January 2006")
}

// howCredited tells the rule behind a credit and how sure it is.
func howCredited(q news.Quote) string {
	if q.Kind() == news.Narration {
		return "credited to nobody: no statement lies over these words"
	}
	text := fmt.Sprintf("credited by the rule %q, certainty %.2f", q.Rule(), q.Certainty())
	if q.Why() != "" {
		text += ": " + q.Why()
	}
	return text
}
