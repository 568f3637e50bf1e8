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
	alts          [][]alt   // of the topic, by term asked for
}

// newRanking keeps at most so many hits.
func newRanking(t *Topic, names int, headlines bool, most int) *ranking {
	alts := make([][]alt, len(t.terms))
	for i, term := range t.terms {
		alts[i] = t.alts[term]
	}
	return &ranking{
		topic: t, names: names, headlines: headlines, top: bestHits{most: most},
		counts: make([]float64, len(t.Words)), worth: make([]float64, len(t.Words)), alts: alts,
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
	if h.Score > 0 {
		r.top.offer(&h)
	}
}

// best returns the hits kept, in order.
func (r *ranking) best() []Hit {
	room := make([]Part, 0, 3*len(r.top.hits)) // for most hits, in one piece
	for i := range r.top.hits {                // now with the parts
		h := &r.top.hits[i]
		h.Score, h.brief, h.Parts = 0, false, room[len(room):]
		r.score(h)
		if n := len(room) + len(h.Parts); n <= cap(room) {
			room = room[:n]
		}
		h.Parts = h.Parts[:len(h.Parts):len(h.Parts)]
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
	for i, alts := range r.alts {
		if c.Counts[i] == 0 {
			continue
		}
		for _, a := range alts {
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
	for i, alts := range r.alts {
		if h.counts[i] == 0 {
			continue
		}
		for _, a := range alts {
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
