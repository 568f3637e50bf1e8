package answer

import (
	"onrecord/news"
)

// How many quotations an answer shows.
const (
	maxListed = 5 // of a speaker asked about without a topic
	maxShown  = 3 // of an answer on a topic
)

// whatSaid drafts the answer to what the speakers said about the topic.
func (in *inquiry) whatSaid() Draft {
	by, all := in.by.Cards, in.candidates()
	mine, others := in.split(all, by)
	if in.Shape == DidSay {
		others = in.atHome(others, by)
	}
	best := in.first(mine)
	rival := in.first(others)
	if deeds[in.Verb] != "" {
		if did := in.first(in.deedsOf(mine)); did != nil {
			best = did
		} else if theirs := in.first(in.deedsOf(others)); theirs != nil && deeds[in.Verb] != "blame" {
			best, rival = nil, theirs // somebody else demanded it
		} else if in.Shape == DidSay && deeds[in.Verb] == "deny" && best != nil && !negated(in.Topic) && best.denies() {
			return in.nearly(*best) // "We are not bankrupt" denies that they are
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
	case in.Shape == DidSay && !negated(in.Topic) && (best.denies() || in.deniedBy(*best)):
		d := in.answer([]candidate{*best})
		d.Points[0].Prose = in.contradicts(*best)
		return d
	default:
		d := in.answer(in.together(in.oneVoice(mine, *best), *best))
		if in.Shape == DidSay {
			d.Points[0].Prose = in.yes(*best, d)
		}
		return d
	}
	if c := in.contradicted(mine); c != nil && (rival == nil || c.fit.Total >= rival.fit.Total) {
		prose := in.contrast(*c)
		if prose == nil {
			prose = in.creditsNothing(by)
		}
		return in.abstain(NotOnThisTopic, prose, []candidate{*c})
	}
	denied := in.denial(by)
	switch {
	case rival != nil:
		return in.abstain(NotByThisSpeaker, in.creditsNothing(by), []candidate{*rival})
	case denied != nil:
		return in.abstain(NotOnThisTopic, in.creditsNothing(by), []candidate{*denied})
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
	return in.abstain(reason, nil, in.close(all, nil))
}

// orSpeaker answers who did something with the speaker who tells of it ("Who
// counted the leaks?"), where the passages did not answer and a statement has
// nearly all of the question.
func (in *inquiry) orSpeaker(d Draft) Draft {
	for _, c := range in.candidates() {
		if (c.fit.Total < 0.8 || c.fit.Content < 0.6) && !in.calls(c) {
			continue
		}
		if in.mayAnswer(c) {
			return in.answer([]candidate{c})
		}
	}
	return d
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
