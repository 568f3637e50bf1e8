package retrieval

import (
	"context"
	"errors"
	"fmt"

	"onrecord/news"
)

// What a closer look at a paragraph's text adds to its score, as shares of the
// weights of the words concerned. Chosen on the eight development articles, so
// the figures in docs/ranking.md flatter them a little.
const (
	sentenceShare = 1.0 // the words that one sentence has together
	typeShare     = 0.2 // the same, when that sentence has the type of answer sought
	pairShare     = 2.0 // words that stand together as they do in the question
)

// closeLooks is how many of the best hits have their text read.
const closeLooks = 20

// Passages is what a [Texts] may also be: one that has paragraphs cut into
// terms already. Nil stands for a paragraph that is not there.
type Passages interface {
	Passage(ctx context.Context, library string, ref news.Ref, paragraph int) (*Passage, error)
}

// lookCloser scores the hits once more by their texts, and orders them anew.
func (t *Topic) lookCloser(ctx context.Context, texts Texts, in Scope, hits []Hit) error {
	for i := range hits {
		h := &hits[i]
		p, err := passageOf(ctx, texts, in.Library, h)
		if err != nil {
			return fmt.Errorf("read article %s: %w", h.Article.ID, err)
		}
		if p != nil {
			t.look(h, p)
		}
	}
	sortHits(hits)
	return nil
}

// passageOf reads a hit's paragraph; nil when it is gone by now.
func passageOf(ctx context.Context, texts Texts, library string, h *Hit) (*Passage, error) {
	if ps, ok := texts.(Passages); ok {
		return ps.Passage(ctx, library, h.Article, h.Paragraph)
	}
	a, _, err := texts.Article(ctx, library, h.Article)
	if errors.Is(err, news.ErrNotFound) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	if p := a.Paragraph(h.Paragraph); p != nil {
		return ReadPassageIn(a.Language, p.Text), nil
	}
	return nil, nil
}

// look adds to a hit what its paragraph's text tells.
func (t *Topic) look(h *Hit, p *Passage) {
	best, typed := 0.0, 0.0
	for i, s := range p.Sentences {
		worth := t.worth(p.In(i))
		more := 0.0
		if worth > 0 && t.answers(p, s) {
			more = float64(typeShare * worth)
		}
		if worth+more > best+typed {
			best, typed = worth, more
		}
	}
	for _, a := range t.typos {
		if t.hasTypo(p.Terms, a.word) {
			h.add("nearly "+t.Words[a.word].Text, a.worth)
		}
	}
	h.add("sentence", float64(sentenceShare*best))
	h.add("type of answer", typed)
	h.add("words together", float64(pairShare*t.pairs(p.Terms)))
}

// worth is what the terms add up to: each word once, by the best that stands
// for it.
func (t *Topic) worth(terms []Term) float64 {
	best := make([]float64, len(t.Words))
	for i := range terms {
		for _, a := range t.standsFor(&terms[i]) {
			best[a.word] = max(best[a.word], a.worth)
		}
	}
	sum := 0.0
	for _, b := range best {
		sum += b
	}
	return sum
}

// maxPlaces bounds how many places of one word are compared with the next
// word's, so that a paragraph of one word repeated costs no more than others.
const maxPlaces = 8

// pairs is the weight of the question's neighbouring words that are neighbours
// in the terms too, less the farther they stand apart and for the wrong order.
func (t *Topic) pairs(terms []Term) float64 {
	where := make([][]int, len(t.Words))
	at := 0
	for i := range terms {
		if terms[i].Kind == Joined {
			continue
		}
		for _, a := range t.standsFor(&terms[i]) {
			if a.share >= 0.5 && len(where[a.word]) < maxPlaces {
				where[a.word] = append(where[a.word], at)
			}
		}
		at++
	}
	sum := 0.0
	for i := 0; i+1 < len(t.Words); i++ {
		near := 0.0
		for _, x := range where[i] {
			for _, y := range where[i+1] {
				near = max(near, closeness(y-x))
			}
		}
		sum += float64(near * min(t.Words[i].Weight, t.Words[i+1].Weight))
	}
	return sum
}

// closeness is how far two words that follow each other in the question do so
// when the second stands d terms after the first.
func closeness(d int) float64 {
	switch {
	case d == 1:
		return 1
	case d == 2 || d == -1:
		return 0.6
	case -3 <= d && d <= 4:
		return 0.3
	}
	return 0
}
