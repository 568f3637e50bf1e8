package answer

import (
	"cmp"
	"slices"

	"onrecord/news"
	"onrecord/prompts"
)

// offer is what a model may choose from: the quotations that are shown anyway
// and what else the engine would let answer. Where nothing answers it is what
// may come nearest.
type offer struct {
	items []prompts.Item
	picks []Pick // parallel to items
	shown int    // how many of the first are shown whatever the model says
}

// How much is offered.
const (
	mostItems     = 16
	mostNearItems = 10   // found by the question's own words, to leave room for others
	mostAdded     = 2    // quotations that a model adds to an answer
	mostNear      = 3    // pieces of evidence shown beside an abstention
	longestRow    = 1200 // bytes of one item
)

// offer gathers what may be told of a question. Beyond what the engine shows,
// that is only what passes the engine's own checks: a statement by the speakers
// asked about and on the topic, or a sentence that it is sure enough of. So
// whichever numbers a model returns, what they stand for may be shown.
func (e *Engine) offer(in *inquiry, base Answer) offer {
	var o offer
	for _, p := range in.drafted.Points {
		for _, pick := range p.Picks {
			o.add(pick, in.ev)
		}
	}
	o.shown = len(o.items)
	switch base.reason {
	case Answered:
		o.addAll(in.furtherAnswers(), in.ev)
	case NothingFound, NotOnThisTopic:
		near := in.near()
		o.addAll(near[:min(len(near), mostNearItems)], in.ev)
	default:
		return offer{} // who is unknown, or said nothing of the kind, is not for a model to say
	}
	return o
}

// add offers a pick once.
func (o *offer) add(p Pick, ev []news.Evidence) {
	if len(o.items) == mostItems {
		return
	}
	for _, have := range o.picks {
		if have.Span.Overlaps(p.Span) {
			return
		}
	}
	q, err := cut(p, ev)
	if err != nil {
		return
	}
	item := prompts.Item{
		Number: len(o.items) + 1, Speaker: q.Speaker().Name, Role: q.Speaker().Role, Kind: string(q.Kind()),
		Article: q.Article().Title, Date: q.Article().Date(), Text: q.Text(),
	}
	if q.Stance() != news.Said {
		item.Stance = string(q.Stance())
	}
	if s, ok := sourceOf(p, []news.Quote{q}, ev); ok && p.Statement != nil {
		item.Verb = s.cue
		if s.content != item.Text {
			item.Said = s.content
		}
	}
	if len(item.Text)+len(item.Said) > longestRow {
		return
	}
	o.items, o.picks = append(o.items, item), append(o.picks, p)
}

func (o *offer) addAll(picks []Pick, ev []news.Evidence) {
	for _, p := range picks {
		o.add(p, ev)
	}
}

// furtherAnswers are the picks that the engine would let answer too.
func (in *inquiry) furtherAnswers() []Pick {
	if in.topic == nil || len(in.topic.Words) == 0 {
		return nil
	}
	var out []Pick
	if in.byStatements() {
		for _, c := range in.mine() {
			if in.passes(c) && in.mayAnswer(c) && c.st.Certainty >= news.Doubtful {
				out = append(out, in.pick(c)...)
			}
		}
		return out
	}
	for _, s := range in.best() {
		if in.sure(&s) >= needed(in.bold) {
			out = append(out, in.pickSentence(&s)...)
		}
	}
	return out
}

// near are picks that may come nearest to what was asked: of the speaker asked
// about, or of the passages found.
func (in *inquiry) near() []Pick {
	if in.topic == nil {
		return nil
	}
	var out []Pick
	if in.byStatements() {
		for _, c := range in.mine() {
			if c.st.Speaker != "" && c.st.Stance != news.Unsaid && c.st.Certainty >= news.Doubtful {
				out = append(out, in.pick(c)...)
			}
		}
		return out
	}
	for _, s := range in.best() {
		out = append(out, in.pickSentence(&s)...)
	}
	return out
}

// byStatements tells whether the question was answered, or not, by statements.
func (in *inquiry) byStatements() bool { return in.Shape != Anything && in.Shape != Nothing }

// mine are the statements, best first, of the speakers asked about, of everybody
// where nobody is named.
func (in *inquiry) mine() []candidate {
	all := in.candidates()
	if len(in.Names) == 0 || in.roster == nil {
		return all
	}
	mine, _ := in.split(all, in.by.Cards)
	return mine
}

// best are the sentences of the passages found, best first.
func (in *inquiry) best() []sentence {
	all := in.sentences()
	slices.SortStableFunc(all, func(a, b sentence) int { return cmp.Compare(b.score, a.score) })
	return all[:min(len(all), mostItems)]
}

// draft makes of a model's reply the draft of an answer: the engine's own with
// the chosen quotations behind it, or with the chosen evidence before it where
// nothing answers.
func (o offer) draft(r reply, base Draft, answered bool) Draft {
	d := base
	d.Drafter = ModelDrafter
	d.Points = slices.Clone(base.Points)
	most := mostAdded
	if !answered {
		most = mostNear
	}
	var chosen []Pick
	for _, n := range r.Numbers {
		if n > o.shown && len(chosen) < most {
			chosen = append(chosen, o.picks[n-1])
		}
	}
	switch {
	case len(d.Points) == 0:
	case answered && len(chosen) > 0:
		d.Points[0].Picks = append(slices.Clone(d.Points[0].Picks), chosen...)
	case !answered && len(chosen) > 0:
		first := &d.Points[0]
		if len(first.Prose) > 0 && len(first.Picks) > 0 { // it speaks of what comes first
			first.Picks = append(slices.Clone(first.Picks), chosen...)
		} else {
			first.Picks = append(chosen, first.Picks...)
		}
		first.Picks = first.Picks[:min(len(first.Picks), mostNear)]
	}
	if !answered || !r.Answers {
		return d
	}
	for _, s := range r.Prose {
		t := Told{Text: s.Text}
		for _, n := range s.From {
			t.From = append(t.From, o.picks[n-1])
		}
		d.Told = append(d.Told, t)
	}
	return d
}
