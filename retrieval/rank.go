package retrieval

import (
	"slices"
)

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
