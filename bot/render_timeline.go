package bot

import (
	"fmt"
	"strings"

	"onrecord/answer"
)

// renderTimeline shows a timeline from the statement with that index on.
// Whatever else a look-up finds is shown as /speaker shows it.
func renderTimeline(t answer.Timeline, l answer.LookUp, from int) Message {
	card, quotes := t.Card(), t.Quotes()
	if card == nil || len(quotes) == 0 {
		return renderProfile(t.Profile, l, 0)
	}
	if from >= len(quotes) { // an article was removed since the button was made
		from = 0
	}
	out := newLayout(colourAnswer, card.Name)
	role, _ := fit(roleOf(*card), roomRole)
	out.add(role)
	head := "By date, the oldest first"
	if l.About != "" {
		topic, _ := fit(l.About, 200)
		head += ", about “" + topic + "”"
	}
	if from > 0 {
		head += fmt.Sprintf(", from number %d of %d", from+1, len(quotes))
	}
	out.add(head + ":")
	m, shown := out.quotes(quotes[from:], false)
	last := from + shown
	if last >= len(quotes) {
		return m
	}
	id, ok := customID(verbTimeline, fmt.Sprint(last), card.Name, l.About, l.Article)
	if !ok || strings.Contains(card.Name+l.About, separator) {
		id = nextID(quotes[last:])
	}
	if id != "" {
		m.addButtons(Button{"Next", id})
	}
	return m
}
