package answer

import (
	"context"

	"onrecord/phrases"
	"onrecord/retrieval"
)

// draft drafts the answer that the question's shape calls for.
func (e *Engine) draft(ctx context.Context, in *inquiry) (Draft, error) {
	if in.Shape == Nothing {
		return noQuestion(), nil
	}
	r, err := e.roster(ctx, in.library, in.article)
	if err != nil {
		return Draft{}, err
	}
	in.roster, in.cards = r, r.cards
	if d, ok, err := e.draftWhoIs(ctx, in); ok || err != nil {
		return d, err
	}
	in.lenses, in.topic = nil, nil
	if d, ok, err := e.draftCaption(ctx, in); ok || err != nil {
		return d, err
	}
	in.settle()
	if !in.spoken() && !in.asksDeed() {
		d, err := e.draftPassages(ctx, in)
		if err == nil && d.Reason != Answered && in.Want == WantPerson {
			d = in.orSpeaker(d)
		}
		return d, err
	}
	draft := e.draftWhat
	if in.Shape == WhoSaid {
		draft = e.draftWho
	}
	d, err := draft(ctx, in)
	if err != nil {
		return Draft{}, err
	}
	if len(in.by.Cards) > 0 && deeds[in.Verb] != "" {
		return in.orNearest(d), nil // what somebody demanded is a statement or nothing
	}
	before := *in
	p, err := e.orPassages(ctx, in, d)
	if err != nil {
		return Draft{}, err
	}
	in.roster = r
	if d.Reason != Answered && p.Reason == Answered && in.bySomebodyElse(p) {
		*in = before
		return in.orNearest(d), nil
	}
	return in.orNearest(p), nil
}

// bySomebodyElse tells whether a draft answers about the speakers asked with
// what others are credited with.
func (in *inquiry) bySomebodyElse(d Draft) bool {
	if len(in.Names) == 0 {
		return false
	}
	by := in.roster.owners(in.by.Cards)
	for _, point := range d.Points {
		for _, p := range point.Picks {
			e := labelled(p.Label, in.ev)
			if p.Statement == nil || e == nil {
				continue
			}
			if l := in.lens(e.Article.Ref()); l == nil || !by.own(l.view, p.Statement.Speaker) {
				return true
			}
		}
	}
	return false
}

// draftWhat answers what somebody said, about a topic or at all.
func (e *Engine) draftWhat(ctx context.Context, in *inquiry) (Draft, error) {
	if len(in.by.Cards) == 0 {
		return e.draftUnknown(ctx, in)
	}
	if len(retrieval.Terms(in.Topic)) == 0 {
		if in.Shape == DidSay && deeds[in.Verb] == "" { // "Did Kerry say so?"
			in.topic = retrieval.NewTopic("")
			return in.abstain(NotOnThisTopic, in.creditsNothing(in.by.Cards), nil), nil
		}
		return e.draftList(ctx, in)
	}
	if err := e.look(ctx, in, in.by.Cards); err != nil {
		return Draft{}, err
	}
	return in.whatSaid(), nil
}

// draftWho answers who said something.
func (e *Engine) draftWho(ctx context.Context, in *inquiry) (Draft, error) {
	if len(retrieval.Terms(in.Topic)) == 0 {
		return e.draftVoices(ctx, in)
	}
	if err := e.look(ctx, in, in.by.Cards); err != nil {
		return Draft{}, err
	}
	return in.whoSaid(), nil
}

// draftUnknown answers about somebody who is credited with nothing: nobody the
// library knows, or somebody an article names without crediting him.
func (e *Engine) draftUnknown(ctx context.Context, in *inquiry) (Draft, error) {
	name := in.by.Unknown
	if err := e.look(ctx, in, nil); err != nil {
		return Draft{}, err
	}
	all := in.candidates()
	var said []candidate
	if best := in.first(all); best != nil && len(in.topic.Words) > 0 {
		said = []candidate{*best}
	}
	named, err := e.named(ctx, in, name)
	if err != nil {
		return Draft{}, err
	}
	if !named {
		return in.unknown(name, in.by.Nearest[:min(3, len(in.by.Nearest))], said), nil
	}
	prose := phrases.Sentence("The library names them, but credits them with nothing.")
	if typed := plainName(name); typed != "" {
		prose = phrases.Sentence("The library names {name}, but credits nothing to that name.", typed)
	}
	if len(said) > 0 {
		return in.abstain(NotByThisSpeaker, prose, said), nil
	}
	return in.abstain(NotOnThisTopic, prose, nil), nil
}

// named tells whether a paragraph of the library has every word of a name.
func (e *Engine) named(ctx context.Context, in *inquiry, name string) (bool, error) {
	scope := retrieval.Scope{Library: in.library, Article: in.article}
	topic, hits, err := retrieval.SearchTopic(ctx, e.lib, e.lib, scope, retrieval.Query{Text: name, Limit: 5})
	if err != nil || len(topic.Words) == 0 {
		return false, err
	}
	for _, h := range hits {
		v, err := e.view(ctx, in.library, h.Article)
		if err != nil {
			return false, err
		}
		if p := v.paragraph(h.Paragraph); p != nil && topic.Cover(p.Text).Share > 0.999 {
			return true, nil
		}
	}
	return false, nil
}

// draftPassages answers any other question from the passages found.
func (e *Engine) draftPassages(ctx context.Context, in *inquiry) (Draft, error) {
	if in.Shape != Anything {
		in.Topic = in.Text
	}
	if err := e.look(ctx, in, nil); err != nil {
		return Draft{}, err
	}
	return passages(in), nil
}
