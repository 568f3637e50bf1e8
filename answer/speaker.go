package answer

import (
	"context"
	"fmt"
	"sort"

	"onrecord/news"
	"onrecord/retrieval"
)

// How much a profile holds at most; the card's counts tell of the rest.
const (
	profileArticles   = 100
	profileStatements = 200
	maxCouldBe        = 10
)

// Speaker looks a speaker up by name. The name and the topic may be typed
// anyhow; errors wrap news.ErrBadInput when they can't be read.
func (e *Engine) Speaker(ctx context.Context, l LookUp) (Profile, error) {
	ctx = moment(ctx, e.lib)
	name, err := clean("name", l.Name, 200)
	if err != nil {
		return Profile{}, err
	}
	if name == "" {
		return Profile{}, badInput("The name is empty; type whom to look up, such as Ryabkov.")
	}
	about, err := clean("topic", l.About, MaxQuestion)
	if err != nil {
		return Profile{}, err
	}
	r, err := e.roster(ctx, l.Library, l.Article)
	if err != nil {
		return Profile{}, err
	}
	p := Profile{name: name, about: about}
	by := r.call(name)
	if len(by.Cards) == 1 && by.Cards[0].Kind != news.Person {
		if kin := r.withKin(name, nil); len(kin) > 0 { // Trump, not "the Trumps"
			by.Cards = kin
		}
	}
	switch len(by.Cards) {
	case 0:
		p.nearest = by.Nearest
		return p, nil
	case 1:
		p.card = &by.Cards[0]
	default:
		p.couldBe = by.Cards[:min(len(by.Cards), maxCouldBe)]
		return p, nil
	}
	in := &inquiry{asked: asked{Text: about, Topic: about, Shape: WhatSaid}, library: l.Library, article: l.Article, bold: e.bold, cards: r.cards, roster: r}
	if err := e.readAll(ctx, in, *p.card); err != nil {
		return Profile{}, fmt.Errorf("look up %s: %w", p.card.Name, err)
	}
	mine, others := in.split(in.candidates(), by.Cards)
	p.quotes = in.show(in.profileOf(mine))
	if len(p.quotes) == 0 && len(in.topic.Words) > 0 {
		if rival := in.first(others); rival != nil {
			p.elseSaid = in.show(in.leaders(others, *rival))
		}
	}
	return p, nil
}

// readAll opens the articles that credit the speaker, and those on the topic
// if there is one.
func (e *Engine) readAll(ctx context.Context, in *inquiry, card news.Card) error {
	in.most = profileArticles
	if len(retrieval.Terms(in.Topic)) > 0 {
		return e.look(ctx, in, []news.Card{card})
	}
	in.topic = retrieval.NewTopic("")
	refs, err := e.lib.Credited(ctx, in.library, card.ID)
	if err != nil {
		return err
	}
	return e.open(ctx, in, refs)
}

// profileOf keeps the statements on the topic and orders them: direct
// quotations first, then those partly in the speaker's words, then paraphrases;
// in each the newest article first, in page order.
func (in *inquiry) profileOf(mine []candidate) []candidate {
	var kept []candidate
	for _, c := range mine {
		if c.st.Stance != news.Unsaid && in.passes(c) {
			kept = append(kept, c)
		}
	}
	kept = namingTopic(kept)
	sort.SliceStable(kept, func(i, j int) bool {
		a, b := kept[i], kept[j]
		if x, y := ownWords(a.st.Kind), ownWords(b.st.Kind); x != y {
			return x > y
		}
		if x, y := a.article.Published, b.article.Published; !x.Equal(y) {
			return x.After(y)
		}
		if a.article.ID != b.article.ID {
			return a.article.ID < b.article.ID
		}
		x, y := a.st.Content[0], b.st.Content[0]
		if x.Paragraph != y.Paragraph {
			return x.Paragraph < y.Paragraph
		}
		return x.Start < y.Start
	})
	return kept[:min(len(kept), profileStatements)]
}

// namingTopic leaves out statements that only stand beside the topic's words,
// unless there are no others.
func namingTopic(cs []candidate) []candidate {
	var naming []candidate
	for _, c := range cs {
		if c.fit.Content > 0 {
			naming = append(naming, c)
		}
	}
	if len(naming) == 0 {
		return cs
	}
	return naming
}

// show cuts what is to be shown of statements.
func (in *inquiry) show(cs []candidate) []news.Quote {
	var picks []Pick
	for _, c := range cs {
		picks = append(picks, in.pick(c)...)
	}
	quotes, _ := cutAll(picks, in.ev)
	return appendQuotes(nil, quotes)
}
