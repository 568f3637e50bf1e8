package bot

import (
	"onrecord/answer"
	"onrecord/news"
	"onrecord/phrases"
)

// renderSides shows what the speakers say on a topic, each speaker's statements
// together; as many speakers as have room come before any has several.
func renderSides(t phrases.Tongue, s answer.Sides) Message {
	if len(s.Sides()) == 0 {
		l := newLayout(t, colourAbstain, s.Topic())
		l.assert("Nobody in these articles speaks of this.")
		if len(s.Nearest()) == 0 {
			return l.message()
		}
		l.assert("Nearest, but perhaps about something else:")
		m, _ := l.quotes(s.Nearest(), false)
		return m
	}
	l := newLayout(t, colourAnswer, s.Topic())
	only := s.Sides()
	switch {
	case s.Others():
		l.assert("Others who speak of this in these articles:")
	case len(only) == 1:
		l.assert("Only {name} speaks of this in these articles:", clip(plain(only[0].Speaker.Name), roomName))
	default:
		l.prose(l.Count(len(only), "{n} speaker on this, most on the topic first:", "{n} speakers on this, most on the topic first:"))
	}
	m, _ := l.quotes(inTurn(s.Sides(), perCard), true)
	return m
}

// inTurn orders the statements for a card with room for so many: those that are
// on it are dealt out to the speakers in turn and stand together by speaker.
func inTurn(sides []answer.Side, room int) []news.Quote {
	dealt := make([]int, len(sides))
	for live := true; live && room > 0; {
		live = false
		for i := range sides {
			if dealt[i] < len(sides[i].Quotes) && room > 0 {
				dealt[i]++
				room--
				live = true
			}
		}
	}
	var first, rest []news.Quote
	for i, s := range sides {
		first = append(first, s.Quotes[:dealt[i]]...)
		rest = append(rest, s.Quotes[dealt[i]:]...)
	}
	return append(first, rest...)
}
