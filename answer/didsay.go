package answer

import (
	"slices"

	"onrecord/news"
	"onrecord/phrases"
)

// atHome keeps, of what others say, what stands in articles that credit the
// speakers asked about: a page that has never heard of them shows nothing of what
// they said, unless it has somebody else say all of it.
func (in *inquiry) atHome(others []candidate, by []news.Card) []candidate {
	o := in.roster.owners(by)
	home := map[*lens]bool{}
	for _, l := range in.lenses {
		home[l] = slices.ContainsFunc(l.reading.Statements, func(st news.Statement) bool { return o.own(l.view, st.Speaker) })
	}
	var out []candidate
	for _, c := range others {
		if home[c.lens] || c.fit.Sentence >= wholly {
			out = append(out, c)
		}
	}
	return out
}

// wholly is the share of a topic that is as good as all of it.
const wholly = 0.95

// denial is the speakers' denial that is nearest to the topic, nil where none is
// reported: whoever asks whether somebody admitted or denied a thing wants to
// know what they did deny.
func (in *inquiry) denial(by []news.Card) *candidate {
	if class := deeds[in.Verb]; in.Shape != DidSay || class != "admit" && class != "deny" {
		return nil
	}
	o := in.roster.owners(by)
	var best *candidate
	for rank, l := range in.lenses {
		for i := range l.reading.Statements {
			st := &l.reading.Statements[i]
			if st.Stance != news.Denied || len(st.Content) == 0 || st.Certainty < in.leastCertain() || !o.own(l.view, st.Speaker) {
				continue
			}
			if f := l.fit(st); best == nil || f.Total > best.fit.Total {
				best = &candidate{l, st, f, rank}
			}
		}
	}
	return best
}

// denying are the verbs with which news says that somebody says no to all that
// follows; others ("dismissed the remarks as clumsy") say something besides.
var denying = set("deny refute dispute contest contradict")

// deniedBy tells whether the statement denies what it was asked to say or admit.
func (in *inquiry) deniedBy(c candidate) bool {
	return deeds[in.Verb] != "deny" && c.st.Stance == news.Denied && denying[c.st.Verb]
}

// nearly answers with a statement that does what was asked in other words.
func (in *inquiry) nearly(c candidate) Draft {
	d := in.answer([]candidate{c})
	quotes, _ := cutAll(d.Points[0].Picks, in.ev)
	d.Points[0].Prose = append(phrases.Sentence("Something near it."), credits(quotes)...)
	return d
}
