package answer

import (
	"strings"

	"onrecord/news"
	"onrecord/retrieval"
)

// How many quotations an answer shows.
const (
	maxListed = 5 // of a speaker asked about without a topic
	maxShown  = 3 // of an answer on a topic
)

// passes tells whether a statement is on the topic, at this boldness.
func (in *inquiry) passes(c candidate) bool {
	if len(in.topic.Words) == 0 {
		return true
	}
	need := needs(in.bold)
	if in.Shape == DidSay {
		need.Content += 0.1
		need.Total += 0.05
	}
	on := c.fit.Content >= need.Content || c.fit.Sentence >= need.Sentence
	return on && c.fit.Total >= need.Total && len(in.contrary(c)) == 0
}

// needs is the least fit that answers, by boldness. Chosen on the odd-numbered
// articles of the development file, see docs on evaluation.
func needs(b Boldness) fit {
	shy := float64(1 - b)
	return fit{Content: 0.15 + float64(0.4*shy), Sentence: 0.75 + float64(0.2*shy), Total: 0.3 + float64(0.4*shy)}
}

// contrary lists the figures of the topic that the statement's paragraphs do
// not have: a question about 72 hours is not answered by 48.
func (in *inquiry) contrary(c candidate) []int {
	var out []int
	first, last := extent(c.st)
	for i, w := range in.topic.Words {
		if w.Kind != retrieval.Figure {
			continue
		}
		has := false
		for n := max(1, first); n <= min(last, len(c.found)); n++ {
			has = has || c.found[n-1][i] > 0
		}
		if !has {
			out = append(out, i)
		}
	}
	return out
}

// whatSaid drafts the answer to what the speakers said about the topic.
func (in *inquiry) whatSaid() Draft {
	by, all := in.by.Cards, in.candidates()
	mine, others := in.split(all, by)
	best := in.first(mine)
	rival := in.first(others)
	if deeds[in.Verb] != "" {
		if did := in.first(in.deedsOf(mine)); did != nil {
			best = did
		} else if theirs := in.first(in.deedsOf(others)); theirs != nil {
			best, rival = nil, theirs // somebody else demanded it
		} else if deeds[in.Verb] == "deny" && best != nil {
			// saying it is not denying it
			return in.abstain(NotOnThisTopic, in.creditsNothing(by), []candidate{*best})
		}
	}
	switch {
	case best == nil:
	case rival != nil && outdone(best.fit, rival.fit):
	case best.st.Stance == news.Unsaid && in.Verb != "deny":
		return in.abstain(NotOnThisTopic, unsaidProse(best), []candidate{*best})
	case in.Shape == DidSay && negated(in.Topic) && !best.negated():
		return in.abstain(NotOnThisTopic, in.withoutNot(*best), []candidate{*best})
	case in.Shape == DidSay && !negated(in.Topic) && best.negated():
		d := in.answer([]candidate{*best})
		d.Points[0].Prose = in.contradicts(*best)
		return d
	default:
		d := in.answer(in.together(mine, *best))
		if in.Shape == DidSay {
			d.Points[0].Prose = in.yes(*best, d)
		}
		return d
	}
	if c := in.contradicted(mine); c != nil && (rival == nil || c.fit.Total >= rival.fit.Total) {
		return in.abstain(NotOnThisTopic, in.contrast(*c), []candidate{*c})
	}
	if rival != nil {
		return in.abstain(NotByThisSpeaker, in.creditsNothing(by), []candidate{*rival})
	}
	return in.abstain(NotOnThisTopic, in.creditsNothing(by), in.close(mine, others))
}

// whoSaid drafts the answer to who said something, only limiting whom.
func (in *inquiry) whoSaid() Draft {
	only, all := in.by.Cards, in.candidates()
	mine := all
	if len(only) > 0 {
		mine, _ = in.split(all, only)
	}
	var named []candidate
	for _, c := range mine {
		if c.st.Speaker != "" && c.st.Stance != news.Unsaid && in.verbFits(c.st) {
			named = append(named, c)
		}
	}
	if best := in.first(named); best != nil {
		return in.answer(in.leaders(named, *best))
	}
	if c := in.contradicted(named); c != nil {
		return in.abstain(NothingFound, in.contrast(*c), []candidate{*c})
	}
	reason := NothingFound
	if len(only) > 0 && in.first(all) != nil {
		reason = NotByThisSpeaker
	}
	return in.abstain(reason, "", in.close(all, nil))
}

// deedsOf keeps the statements that do what the question's verb says.
func (in *inquiry) deedsOf(cs []candidate) []candidate {
	var out []candidate
	for _, c := range cs {
		if in.verbAsked(c.st) {
			out = append(out, c)
		}
	}
	return out
}

// orSpeaker answers who did something with the speaker who tells of it ("Who
// counted the leaks?"), where the passages did not answer and a statement has
// nearly all of the question.
func (in *inquiry) orSpeaker(d Draft) Draft {
	for _, c := range in.candidates() {
		if c.fit.Total < 0.8 || c.fit.Content < 0.6 {
			continue
		}
		if c.st.Speaker != "" && c.st.Stance == news.Said && len(in.contrary(c)) == 0 {
			return in.answer([]candidate{c})
		}
	}
	return d
}

// outdone tells whether another speaker's statement is so much more on the
// topic that the question must be about that one.
func outdone(mine, theirs fit) bool {
	return theirs.Content >= mine.Content+0.3 && theirs.Total >= mine.Total+0.3
}

// first is the best of the candidates that pass, nil when none does.
func (in *inquiry) first(cs []candidate) *candidate {
	for i := range cs {
		if in.passes(cs[i]) {
			return &cs[i]
		}
	}
	return nil
}

// contradicted is the best of the candidates that would pass but for a figure.
func (in *inquiry) contradicted(cs []candidate) *candidate {
	need := needs(in.bold)
	for i := range cs {
		if wrong := in.contrary(cs[i]); len(wrong) > 0 && cs[i].fit.Content >= need.Content/2 {
			return &cs[i]
		}
	}
	return nil
}

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
	return nil
}

// split parts the statements by the speakers from all others.
func (in *inquiry) split(cs []candidate, by []news.Card) (mine, others []candidate) {
	o := in.roster.owners(by)
	for _, c := range cs {
		switch {
		case o.own(c.view, c.st.Speaker):
			mine = append(mine, c)
		case c.st.Speaker != "":
			others = append(others, c)
		}
	}
	return mine, others
}

// verbFits tells whether a statement may answer a question with that verb: who
// denied something is not whoever said it.
func (in *inquiry) verbFits(st *news.Statement) bool {
	switch in.Verb {
	case "deny", "refute", "reject", "dismiss":
		return st.Stance == news.Denied || st.Verb == "dismiss" || st.Verb == "reject" || st.Verb == "refute" || st.Verb == "dispute"
	}
	said := st.Stance == news.Denied && st.Verb != "dismiss" && verbs()[in.Verb].plain
	return !said
}

// negated tells whether a text says no.
func negated(s string) bool {
	for _, w := range words(s) {
		switch w.low {
		case "not", "no", "never", "nobody", "nothing", "none", "without", "neither", "cannot", "refused", "refuses":
			return true
		}
		if strings.HasSuffix(w.low, "n't") {
			return true
		}
	}
	return false
}

// negated tells whether the statement's words say no.
func (c *candidate) negated() bool {
	for _, s := range c.st.Content {
		if text, err := c.article.Text(s); err == nil && negated(text) {
			return true
		}
	}
	return false
}
