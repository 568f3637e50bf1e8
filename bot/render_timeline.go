package bot

import (
	"strconv"
	"strings"

	"onrecord/answer"
	"onrecord/phrases"
)

// renderTimeline shows a timeline from the statement with that index on.
// Whatever else a look-up finds is shown as /speaker shows it.
func renderTimeline(t phrases.Tongue, told answer.Timeline, l answer.LookUp, from int) Message {
	card, quotes := told.Card(), told.Quotes()
	if card == nil || len(quotes) == 0 {
		return renderProfile(t, told.Profile, l, 0)
	}
	if from >= len(quotes) { // an article was removed since the button was made
		from = 0
	}
	out := newLayout(t, colourAnswer, card.Name)
	out.titled(*card)
	if l.About == "" {
		out.assert("By date, the oldest first:")
	} else {
		out.assert("About “{topic}” by date, the oldest first:", clip(plain(l.About), 200))
	}
	if from > 0 {
		out.say("From number {first} of {all}:", from+1, len(quotes))
	}
	m, shown := out.quotes(quotes[from:], false)
	last := from + shown
	if last >= len(quotes) {
		return m
	}
	id, ok := customID(verbTimeline, strconv.Itoa(last), card.Name, l.About, l.Article)
	if !ok || strings.Contains(card.Name+l.About, separator) {
		id = nextID(quotes[last:])
	}
	if id != "" {
		m.addButtons(Button{t.Say("Next"), id})
	}
	return m
}
