package retrieval

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sort"

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
	hits := t.rank(found, len(name))
	if in.Article == "" {
		t.addHeadlines(hits, found)
	}
	sortHits(hits)
	if err := t.lookCloser(ctx, texts, in, hits[:min(len(hits), closeLooks)]); err != nil {
		return nil, nil, err
	}
	limit := q.Limit
	if limit <= 0 {
		limit = defaultLimit
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

// rank scores the candidates by their counts alone. The last of the terms asked
// for are the words of a speaker's name, as many as names says.
func (t *Topic) rank(found []Candidate, names int) []Hit {
	var hits []Hit
	for _, c := range found {
		if c.Paragraph == 0 {
			continue
		}
		h := Hit{Article: c.Article, Paragraph: c.Paragraph, published: c.Published}
		t.scoreWords(&h, c)
		if h.Score == 0 {
			continue
		}
		if named := c.Counts[len(t.terms):]; names > 0 && !slices.Contains(named, 0) {
			h.add("credited speaker", float64(speakerShare*t.weight()))
		}
		hits = append(hits, h)
	}
	return hits
}

// weight is what all the words weigh.
func (t *Topic) weight() float64 {
	sum := 0.0
	for _, w := range t.Words {
		sum += w.Weight
	}
	return sum
}

// addHeadlines lets paragraphs gain by the headline that they stand under.
func (t *Topic) addHeadlines(hits []Hit, found []Candidate) {
	gains := make(map[news.Ref]float64)
	for _, c := range found {
		if c.Paragraph != 0 {
			continue
		}
		worth := make([]float64, len(t.Words))
		for i, term := range t.terms {
			if c.Counts[i] == 0 {
				continue
			}
			for _, a := range t.alts[term] {
				worth[a.word] = max(worth[a.word], a.worth)
			}
		}
		for _, w := range worth {
			gains[c.Article] += w
		}
	}
	for i := range hits {
		hits[i].add("headline", float64(headlineShare*gains[hits[i].Article]))
	}
}

// scoreWords adds a part for each word that the candidate has, in the order of
// the question. Terms that stand for a word add to one count, and the word is
// worth what the best of them is.
func (t *Topic) scoreWords(h *Hit, c Candidate) {
	counts := make([]float64, len(t.Words))
	worth := make([]float64, len(t.Words))
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
	h.Parts = append(h.Parts, Part{name, value})
	h.Score += value
}

func sortHits(hits []Hit) {
	sort.Slice(hits, func(i, j int) bool {
		a, b := &hits[i], &hits[j]
		switch {
		case a.Score != b.Score:
			return a.Score > b.Score
		case a.published != b.published:
			return a.published > b.published
		case a.Article.ID != b.Article.ID:
			return a.Article.ID < b.Article.ID
		}
		return a.Paragraph < b.Paragraph
	})
}
