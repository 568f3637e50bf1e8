package answer

import (
	"onrecord/news"
	"onrecord/retrieval"
)

// together adds to the best statement those that the answer needs beside it:
// as much on the topic as the best, or with words of it that the others lack.
func (in *inquiry) together(cs []candidate, best candidate) []candidate {
	out := []candidate{best}
	have := append([]float64(nil), in.wordsIn(best)...)
	for _, c := range cs {
		if len(out) == maxShown || c.fit.Total < 0.5*best.fit.Total {
			break
		}
		if c.st == best.st || !in.passes(c) || c.st.Stance == news.Unsaid || overlapping(out, c) {
			continue
		}
		more := false
		for i, f := range in.wordsIn(c) {
			more = more || f > 0.5 && have[i] == 0
		}
		if more || c.fit.Total >= 0.98*best.fit.Total {
			for i, f := range in.wordsIn(c) {
				have[i] = max(have[i], f)
			}
			out = append(out, c)
		}
	}
	return out
}

// wordsIn tells which words of the topic the statement's own words have.
func (in *inquiry) wordsIn(c candidate) []float64 {
	var terms []retrieval.Term
	for _, s := range c.st.Content {
		terms = append(terms, c.within(s)...)
	}
	return in.topic.CoverTerms(terms).Found
}

// overlapping tells whether a statement shares its passage with one of cs.
func overlapping(cs []candidate, c candidate) bool {
	for _, o := range cs {
		if o.st.Covers(c.st.Passage) && o.st.Kind != news.Direct {
			return true
		}
	}
	return false
}

// leaders are the best statements of different speakers that come close to best.
func (in *inquiry) leaders(cs []candidate, best candidate) []candidate {
	out := []candidate{best}
	for _, c := range cs {
		if len(out) == maxShown || c.fit.Total < 0.9*best.fit.Total {
			break
		}
		same := false
		for _, o := range out {
			same = same || o.st == c.st || o.st.Speaker == c.st.Speaker
		}
		if !same && in.passes(c) {
			out = append(out, c)
		}
	}
	return out
}

// close is the nearest evidence when nothing answers: the best of mine, else
// the best of the others, if it has anything to do with the topic.
func (in *inquiry) close(mine, others []candidate) []candidate {
	for _, cs := range [][]candidate{mine, others} {
		if len(cs) > 0 && cs[0].fit.Content >= 0.25 && cs[0].st.Stance != news.Unsaid {
			return cs[:1]
		}
	}
	if len(mine) > 0 && mine[0].fit.Total >= besideTopic && mine[0].st.Stance != news.Unsaid {
		return mine[:1]
	}
	return nil
}

// besideTopic is how much of the topic must stand around a statement of the
// speaker asked about for it to be shown as the nearest, if nothing is nearer.
const besideTopic = 0.3
