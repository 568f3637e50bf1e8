package answer

import (
	"slices"

	"onrecord/news"
	"onrecord/phrases"
)

// answer drafts an answer from statements, best first.
func (in *inquiry) answer(cs []candidate) Draft {
	d := Draft{Drafter: Extractive}
	var p Point
	for _, c := range oneAnArticle(cs) {
		p.Picks = append(p.Picks, in.pick(c)...)
	}
	d.Points = []Point{p}
	return d
}

// oneAnArticle keeps, when statements come from several articles, the best of
// each.
func oneAnArticle(cs []candidate) []candidate {
	several := false
	for _, c := range cs {
		several = several || c.lens != cs[0].lens
	}
	if !several {
		return cs
	}
	var out []candidate
	seen := map[*lens]bool{}
	for _, c := range cs {
		if !seen[c.lens] {
			seen[c.lens] = true
			out = append(out, c)
		}
	}
	return out
}

// abstain drafts a refusal with the nearest evidence; prose nil is the usual one.
func (in *inquiry) abstain(r Reason, prose phrases.Text, nearest []candidate) Draft {
	p := Point{Prose: prose}
	for _, c := range nearest {
		p.Picks = append(p.Picks, in.pick(c)...)
	}
	if len(prose) > 0 && len(nearest) > 0 && r == NotByThisSpeaker {
		if s := nearest[0].speakers[nearest[0].st.Speaker]; s != nil {
			p.Prose = slices.Concat(prose, nearestIs(s.Name))
		}
	}
	return Draft{Drafter: Extractive, Reason: r, Points: []Point{p}}
}

// noQuestion drafts the answer to what asks nothing.
func noQuestion() Draft {
	return Draft{Drafter: Extractive, Reason: NoQuestion, Points: []Point{{}}}
}

// unknown drafts the answer to a question about somebody the library does not
// know: it names those who are called nearly so, and who spoke of the topic.
func (in *inquiry) unknown(name string, nearest []news.Card, said []candidate) Draft {
	var names []string
	for _, c := range nearest {
		names = append(names, c.Name)
	}
	prose := phrases.Sentence("Nobody of that name speaks in the library.")
	if typed := plainName(name); typed != "" {
		prose = phrases.Sentence("Nobody called {name} speaks in the library.", typed)
	}
	if n := len(names); n > 0 {
		prose = append(prose, phrases.Counted(n, "The nearest name is {names}.", "The nearest names are {names}.", phrases.Listed(names)))
	}
	return in.abstain(UnknownSpeaker, prose, said)
}
