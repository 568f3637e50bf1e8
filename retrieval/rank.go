package retrieval

import (
	"slices"

	"onrecord/news"
)

// What a paragraph gains by what is known of it beside its text, as shares of
// the weights of the words concerned.
const (
	speakerShare  = 0.5 // of all the question's words, when the speaker asked about is credited in it
	headlineShare = 0.3 // of the words that its article's title and headings have
)

// ranking scores candidates by their counts alone, one by one, and keeps the best.
type ranking struct {
	topic *Topic
	// names is how many of the last terms asked for are words of a speaker's name.
	names int
	// headlines tells whether paragraphs gain by the headline they stand under.
	headlines bool
	top       bestHits

	article news.Ref // of the last candidate
	gain    float64  // by that article's headline

	counts, worth []float64 // room, by word
}

// newRanking keeps at most so many hits.
func newRanking(t *Topic, names int, headlines bool, most int) *ranking {
	return &ranking{
		topic: t, names: names, headlines: headlines, top: bestHits{most: most},
		counts: make([]float64, len(t.Words)), worth: make([]float64, len(t.Words)),
	}
}

// weigh scores a candidate and keeps it if it is good enough. An article's
// headline comes before its paragraphs.
func (r *ranking) weigh(c *Candidate) {
	if c.Article != r.article {
		r.article, r.gain = c.Article, 0
	}
	if c.Paragraph == 0 {
		if r.headlines {
			r.gain = r.headline(c)
		}
		return
	}
	h := Hit{Article: c.Article, Paragraph: c.Paragraph, published: c.Published, length: c.Length, counts: c.Counts, gain: r.gain, brief: true}
	r.score(&h)
	if h.Score > 0 && r.top.wants(&h) {
		h.counts = slices.Clone(c.Counts)
		r.top.offer(&h)
	}
}

// best returns the hits kept, in order.
func (r *ranking) best() []Hit {
	for i := range r.top.hits { // now with the parts
		h := &r.top.hits[i]
		h.Score, h.brief = 0, false
		r.score(h)
		h.counts = nil
	}
	sortHits(r.top.hits)
	return r.top.hits
}

// score scores a hit: its words, the speaker asked about, and its headline.
func (r *ranking) score(h *Hit) {
	r.scoreWords(h)
	if h.Score == 0 {
		return
	}
	if named := h.counts[len(r.topic.terms):]; r.names > 0 && !slices.Contains(named, 0) {
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

// scoreWords adds a part for each word that the hit has, in the order of
// the question. Terms that stand for a word add to one count, and the word is
// worth what the best of them is.
func (r *ranking) scoreWords(h *Hit) {
	t, counts, worth := r.topic, r.counts, r.worth
	clear(counts)
	clear(worth)
	for i, term := range t.terms {
		if h.counts[i] == 0 {
			continue
		}
		for _, a := range t.alts[term] {
			counts[a.word] += float64(float64(h.counts[i]) * a.share)
			worth[a.word] = max(worth[a.word], a.worth)
		}
	}
	norm := 1.0
	if t.Counts.Length > 0 {
		norm = float64(float64(h.length)*float64(t.Counts.Docs)) / float64(t.Counts.Length)
	}
	for i, w := range t.Words {
		if counts[i] > 0 {
			h.add(w.Text, float64(worth[i]*saturate(max(1, counts[i]), norm)))
		}
	}
}
