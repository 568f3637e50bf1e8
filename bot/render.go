package bot

import (
	"cmp"
	"fmt"
	"slices"

	"onrecord/answer"
	"onrecord/news"
)

// perCard is how many quotations a message shows at most; further ones are a
// button away.
const perCard = 4

// renderAnswer shows an answer with the words that carry it, or why there is
// none with the nearest evidence, which looks different and says so.
func renderAnswer(question string, a answer.Answer) Message {
	if a.Answered() {
		l := newLayout(colourAnswer, question)
		l.prose(a.Prose())
		m, _ := l.quotes(a.Quotes(), true)
		if id, ok := customID(verbWhoElse, plain(question)); ok && credited(a.Quotes()) {
			m.addButtons(Button{"Who else?", id})
		}
		return m
	}
	l := newLayout(colourAbstain, question)
	l.prose(cmp.Or(a.Prose(), whyNot(a.Reason())))
	return l.nearest(a.Nearest())
}

// nearest ends the card of an abstention with the closest evidence, named as
// what it is.
func (l *layout) nearest(quotes []news.Quote) Message {
	if len(quotes) == 0 {
		return l.message()
	}
	l.add("**Nearest in the articles, but not an answer:**")
	m, _ := l.quotes(quotes, true)
	return m
}

// credited tells whether somebody is credited with one of the quotations.
func credited(quotes []news.Quote) bool {
	return slices.ContainsFunc(quotes, func(q news.Quote) bool { return q.Speaker().Name != "" })
}

// prose adds a sentence or two in bold.
func (l *layout) prose(text string) {
	if shown, _ := fit(text, 700); shown != "" {
		l.add("**" + shown + "**")
	}
}

// whyNot is a reason in words, for an answer that comes without any.
func whyNot(r answer.Reason) string {
	switch r {
	case answer.UnknownSpeaker:
		return "Nobody of that name speaks in these articles."
	case answer.NotByThisSpeaker:
		return "The articles do not credit that speaker with it."
	case answer.NotOnThisTopic:
		return "That speaker is in the articles, but not on this topic."
	case answer.NoQuestion:
		return "That is not a question that articles can answer."
	}
	return "The articles in this library do not say."
}

// quotes fills the card with as many quotations as have room, and the message
// with the buttons that go with them; more tells whether to offer the rest. It
// returns how many it shows.
func (l *layout) quotes(quotes []news.Quote, more bool) (m Message, shown int) {
	single := oneArticle(quotes)
	for i, q := range quotes[:min(len(quotes), perCard)] {
		number := i + 1
		if len(quotes) == 1 {
			number = 0
		}
		if !l.add(quoteBlock(q, number, !single)) {
			break
		}
		shown++
	}
	if single {
		l.footer(source(quotes[0].Article(), 240))
	}
	m = l.message()
	m.addButtons(contextButtons(quotes[:shown])...)
	if more {
		m.addButtons(moreButtons(quotes, shown)...)
	}
	return m, shown
}

// addButtons puts buttons into the message's last row if all of them have a
// place there, else into a new one.
func (m *Message) addButtons(buttons ...Button) {
	const perRow = 5
	last := len(m.Rows) - 1
	switch {
	case len(buttons) == 0:
	case last >= 0 && len(m.Rows[last])+len(buttons) <= perRow:
		m.Rows[last] = append(m.Rows[last], buttons...)
	default:
		m.Rows = append(m.Rows, buttons)
	}
}

// contextButtons are one for each quotation, numbered like them.
func contextButtons(quotes []news.Quote) []Button {
	var row []Button
	for i, q := range quotes {
		label := "Context"
		if len(quotes) > 1 {
			label = fmt.Sprintf("Context %d", i+1)
		}
		id, ok := customID(verbContext, spanID(q.Span()))
		if ok && !slices.ContainsFunc(row, func(b Button) bool { return b.ID == id }) {
			row = append(row, Button{label, id})
		}
	}
	return row
}

// moreButtons offer the quotations that had no room and more from the first
// speakers.
func moreButtons(quotes []news.Quote, shown int) []Button {
	var row []Button
	if id := nextID(quotes[shown:]); id != "" {
		row = append(row, Button{"Next", id})
	}
	for _, q := range quotes[:shown] {
		if b, ok := moreFrom(q.Speaker().Name, 0); ok && len(row) < 4 && !slices.Contains(row, b) {
			row = append(row, b)
		}
	}
	return row
}

// moreFrom is the button that shows a speaker's statements, from the one with
// that index on.
func moreFrom(name string, from int) (Button, bool) {
	id, ok := customID(verbMore, fmt.Sprint(from), name)
	return Button{"More from " + clip(plain(name), 60), id}, ok && plain(name) != ""
}

// nextID is the ID of a button that shows these quotations, as many as fit.
func nextID(rest []news.Quote) string {
	var spans []string
	fits := ""
	for _, q := range rest[:min(len(rest), perCard)] {
		spans = append(spans, spanID(q.Span()))
		id, ok := customID(verbNext, spans...)
		if !ok {
			break
		}
		fits = id
	}
	return fits
}

// renderMore shows further quotations of an answer.
func renderMore(quotes []news.Quote) Message {
	m, _ := newLayout(colourInfo, "More from the articles").quotes(quotes, false)
	return m
}
