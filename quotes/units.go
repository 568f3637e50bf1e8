package quotes

import (
	"onrecord/sentences"
)

// place is a stretch of bytes [start, end) of one paragraph.
type place struct{ start, end int }

func (p place) none() bool { return p.end <= p.start }

// unit is one sentence of a paragraph, or several that a quotation holds
// together, with its words and cues.
type unit struct {
	place
	text string // the paragraph's
	ws   []word
	cues []cue
}

// cutUnits joins sentences over whose end a quotation runs.
func cutUnits(text string, quotes []quotation) []place {
	var out []place
	q := 0
	for _, s := range sentences.Split(text) {
		for q < len(quotes) && quotes[q].end <= s.Start {
			q++
		}
		joined := q < len(quotes) && quotes[q].start < s.Start
		if joined && len(out) > 0 {
			out[len(out)-1].end = s.End
			continue
		}
		out = append(out, place{s.Start, s.End})
	}
	return out
}

// headlineCase tells whether most words of a text are capitalised, as in a
// headline, where capitals make no names.
func headlineCase(ws []word) bool {
	long, capital := 0, 0
	for i := range ws {
		if len(ws[i].low) > 3 && ws[i].tag != tagNum {
			long++
			if ws[i].capital {
				capital++
			}
		}
	}
	return long >= 4 && capital*10 >= long*9
}
