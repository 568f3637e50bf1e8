package bot

import (
	"cmp"
	"slices"
	"strconv"

	"onrecord/answer"
	"onrecord/news"
	"onrecord/phrases"
)

// perCard is how many quotations a message shows at most; further ones are a
// button away.
const perCard = 4

// renderAnswer shows an answer, and notes what it answers and how.
func renderAnswer(t phrases.Tongue, question string, a answer.Answer) Message {
	m := answerCard(t, question, a)
	m.Question, m.Outcome = question, string(cmp.Or(a.Reason(), answer.NothingFound))
	if a.Answered() {
		m.Outcome = answered
	}
	return m
}

// answered is the outcome of a question that is answered; those of the others are
// the reasons of package answer.
const answered = "answered"

// answerCard shows an answer with the words that carry it, or why there is
// none with the nearest evidence, which looks different and says so.
func answerCard(t phrases.Tongue, question string, a answer.Answer) Message {
	if a.Answered() {
		l := newLayout(t, colourAnswer, question)
		l.prose(a.Said().In(t))
		m, _ := l.quotes(a.Quotes(), true)
		if id, ok := customID(verbWhoElse, plain(question)); ok && credited(a.Quotes()) {
			m.addButtons(Button{t.Say("Who else?"), id})
		}
		return m
	}
	l := newLayout(t, colourAbstain, question)
	if why := a.Said(); len(why) > 0 {
		l.abstain(why.In(t))
	} else {
		l.abstain(t.Say("The articles in this library do not say."))
	}
	return l.nearest(a.Nearest())
}

// nearest ends the card of an abstention with the closest evidence, named as
// what it is.
func (l *layout) nearest(quotes []news.Quote) Message {
	if len(quotes) == 0 {
		return l.message()
	}
	l.assert("Nearest in the articles, but not an answer:")
	m, _ := l.quotes(quotes, true)
	return m
}

// credited tells whether somebody is credited with one of the quotations.
func credited(quotes []news.Quote) bool {
	return slices.ContainsFunc(quotes, func(q news.Quote) bool { return q.Speaker().Name != "" })
}

// roomProse bounds a sentence or two of the bot's own, in code points.
const roomProse = 700

// prose adds a sentence or two in bold.
func (l *layout) prose(text string) {
	if shown, _ := fitHarmless(plain(text), roomProse); shown != "" {
		l.add("**" + isolateWords(shown) + "**")
	}
}

// abstain says that there is no answer, and why. The first words say so, for who
// does not see the colour.
func (l *layout) abstain(why string) {
	shown, _ := fitHarmless(plain(why), roomProse)
	l.add("**" + l.Say("Not answered.") + "** " + isolateWords(shown))
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
		if !l.add(ownBlock(l.Tongue, q, number, !single, l.whose)) {
			break
		}
		shown++
	}
	if single {
		l.footer(source(l.Tongue, quotes[0].Article(), 240))
	}
	m = l.message()
	m.addButtons(contextButtons(l.Tongue, quotes[:shown])...)
	if more {
		m.addButtons(moreButtons(l.Tongue, quotes, shown)...)
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
func contextButtons(t phrases.Tongue, quotes []news.Quote) []Button {
	var row []Button
	for i, q := range quotes {
		label := t.Say("Context")
		if len(quotes) > 1 {
			label = t.Say("Context {n}", i+1)
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
func moreButtons(t phrases.Tongue, quotes []news.Quote, shown int) []Button {
	var row []Button
	if id := nextID(quotes[shown:]); id != "" {
		row = append(row, Button{t.Say("Next"), id})
	}
	for _, q := range quotes[:shown] {
		if b, ok := moreFrom(t, q.Speaker().Name, 0); ok && len(row) < 4 && !slices.Contains(row, b) {
			row = append(row, b)
		}
	}
	return row
}

// moreFrom is the button that shows a speaker's statements, from the one with
// that index on.
func moreFrom(t phrases.Tongue, name string, from int) (Button, bool) {
	id, ok := customID(verbMore, strconv.Itoa(from), name)
	return Button{clip(t.Say("More from {name}", clip(plain(name), 60)), 80), id}, ok && plain(name) != ""
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
func renderMore(t phrases.Tongue, quotes []news.Quote) Message {
	m, _ := newLayout(t, colourInfo, t.Say("More from the articles")).quotes(quotes, false)
	return m
}
