package retrieval

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"onrecord/news"
)

// Query is what to look for.
type Query struct {
	// Text is the question or topic as typed.
	Text string
	// Speaker is the name of whoever must be credited with something in the
	// passage for it to rank well; "" for anybody.
	Speaker string
	// Limit is the most hits to return; 0 means 20.
	Limit int
}

const defaultLimit = 20

// Hit is a ranked paragraph.
type Hit struct {
	Article   news.Ref
	Paragraph int
	Score     float64
	// Parts add up to Score and say where it comes from, in the order in which
	// they were computed.
	Parts []Part

	published int64
	candidate int     // which of the candidates it is
	gain      float64 // by its article's headline, before its share
	brief     bool    // leaves the parts out
}

// Part is one addend of a score.
type Part struct {
	Name  string
	Value float64
}

// Texts gives ranking the paragraphs that it looks at more closely.
type Texts interface {
	// Article returns a stored version with its reading; version 0 is the newest.
	Article(ctx context.Context, library string, ref news.Ref) (*news.Article, *news.Reading, error)
}

// Search ranks the paragraphs of a scope for a query: best first, ties by
// publication (newest first), then article ID, then paragraph. It returns an
// empty list when nothing shares a word with the query.
func Search(ctx context.Context, idx Index, texts Texts, in Scope, q Query) ([]Hit, error) {
	_, hits, err := SearchTopic(ctx, idx, texts, in, q)
	return hits, err
}

// SearchTopic is [Search] that also returns the query's words as it weighed them.
func SearchTopic(ctx context.Context, idx Index, texts Texts, in Scope, q Query) (*Topic, []Hit, error) {
	t, err := Ask(ctx, idx, in, q.Text)
	if err != nil {
		return nil, nil, fmt.Errorf("count the question's words: %w", err)
	}
	if len(t.terms) == 0 {
		return t, nil, nil
	}
	name := speakerTerms(q.Speaker)
	found, err := idx.Candidates(ctx, in, slices.Concat(t.terms, name))
	if err != nil {
		return nil, nil, fmt.Errorf("find the question's words: %w", err)
	}
	limit := q.Limit
	if limit <= 0 {
		limit = defaultLimit
	}
	r := ranking{topic: t, found: found, names: len(name), headlines: in.Article == ""}
	hits := r.best(max(limit, closeLooks)) // a closer look takes nothing away
	if err := t.lookCloser(ctx, texts, in, hits[:min(len(hits), closeLooks)]); err != nil {
		return nil, nil, err
	}
	if len(hits) > limit {
		hits = hits[:limit]
	}
	return t, hits, nil
}

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
		return ReadPassage(p.Text), nil
	}
	return nil, nil
}

// What a paragraph gains by what is known of it beside its text, as shares of
// the weights of the words concerned.
const (
	speakerShare  = 0.5 // of all the question's words, when the speaker asked about is credited in it
	headlineShare = 0.3 // of the words that its article's title and headings have
)

// ranking scores candidates by their counts alone.
type ranking struct {
	topic *Topic
	found []Candidate
	// names is how many of the last terms asked for are words of a speaker's name.
	names int
	// headlines tells whether paragraphs gain by the headline they stand under.
	headlines bool

	counts, worth []float64 // room, by word
}

// best returns at most so many hits, the best, in order.
func (r *ranking) best(most int) []Hit {
	r.counts, r.worth = make([]float64, len(r.topic.Words)), make([]float64, len(r.topic.Words))
	top := bestHits{most: most}
	gain := 0.0
	for i := range r.found { // by article, its headline first
		c := &r.found[i]
		if i == 0 || c.Article != r.found[i-1].Article {
			gain = 0
		}
		if c.Paragraph == 0 {
			if r.headlines {
				gain = r.headline(c)
			}
			continue
		}
		h := Hit{Article: c.Article, Paragraph: c.Paragraph, published: c.Published, candidate: i, gain: gain, brief: true}
		r.score(&h)
		if h.Score > 0 {
			top.offer(&h)
		}
	}
	for i := range top.hits { // now with the parts
		h := &top.hits[i]
		h.Score, h.brief = 0, false
		r.score(h)
	}
	sortHits(top.hits)
	return top.hits
}

// score scores a hit: its words, the speaker asked about, and its headline.
func (r *ranking) score(h *Hit) {
	c := &r.found[h.candidate]
	r.scoreWords(h, c)
	if h.Score == 0 {
		return
	}
	if named := c.Counts[len(r.topic.terms):]; r.names > 0 && !slices.Contains(named, 0) {
		h.add("credited speaker", float64(speakerShare*r.topic.weight()))
	}
	h.add("headline", float64(headlineShare*h.gain))
}

// weight is what all the words weigh.
func (t *Topic) weight() float64 {
	sum := 0.0
	for _, w := range t.Words {
		sum += w.Weight
	}
	return sum
}

// headline is what the words of an article's title and headings are worth.
func (r *ranking) headline(c *Candidate) float64 {
	clear(r.worth)
	for i, term := range r.topic.terms {
		if c.Counts[i] == 0 {
			continue
		}
		for _, a := range r.topic.alts[term] {
			r.worth[a.word] = max(r.worth[a.word], a.worth)
		}
	}
	sum := 0.0
	for _, w := range r.worth {
		sum += w
	}
	return sum
}

// scoreWords adds a part for each word that the candidate has, in the order of
// the question. Terms that stand for a word add to one count, and the word is
// worth what the best of them is.
func (r *ranking) scoreWords(h *Hit, c *Candidate) {
	t, counts, worth := r.topic, r.counts, r.worth
	clear(counts)
	clear(worth)
	for i, term := range t.terms {
		if c.Counts[i] == 0 {
			continue
		}
		for _, a := range t.alts[term] {
			counts[a.word] += float64(float64(c.Counts[i]) * a.share)
			worth[a.word] = max(worth[a.word], a.worth)
		}
	}
	norm := 1.0
	if t.Counts.Length > 0 {
		norm = float64(float64(c.Length)*float64(t.Counts.Docs)) / float64(t.Counts.Length)
	}
	for i, w := range t.Words {
		if counts[i] > 0 {
			h.add(w.Text, float64(worth[i]*saturate(max(1, counts[i]), norm)))
		}
	}
}

// add puts one more part to the score.
func (h *Hit) add(name string, value float64) {
	if value == 0 {
		return
	}
	if !h.brief {
		h.Parts = append(h.Parts, Part{name, value})
	}
	h.Score += value
}
