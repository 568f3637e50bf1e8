package retrieval

// Look is what a topic finds in a sentence of a passage and around it. Shares
// are of the topic's whole weight, 0 to 1.
type Look struct {
	Sentence int
	Own      float64 // what the sentence has
	Before   float64 // what the one before it has besides
	Pairs    float64 // words that stand together in question and sentence, of those that could
	Answers  bool    // it has something of the type that the question seeks
	Replaced float64 // words that it has another in the place of, see [Topic.replaced]
	New      int     // terms that the question has not
	Terms    int
	// Found is parallel to the topic's words, for the sentence.
	Found []float64
	// InPassage is the same for the whole passage.
	InPassage []float64
}

// Looks looks at every sentence of a passage.
func (t *Topic) Looks(p *Passage) []Look {
	out := make([]Look, len(p.Sentences))
	whole := t.CoverTerms(p.Terms)
	for i, s := range p.Sentences {
		c := t.CoverTerms(p.In(i))
		l := Look{Sentence: i, Own: c.Share, Found: c.Found, InPassage: whole.Found, Answers: t.answers(p, s), Terms: s.To - s.From}
		for _, term := range p.In(i) {
			if len(t.standsFor(&term)) == 0 && term.Kind != Joined {
				l.New++
			}
		}
		l.Pairs = t.pairShare(p.In(i))
		l.Replaced = t.replaced(p.In(i), c.Found)
		out[i] = l
	}
	for i := range out {
		if i > 0 {
			out[i].Before = t.besides(out[i].Found, out[i-1].Found)
		}
	}
	return out
}

// besides is the share of the topic that other adds to own.
func (t *Topic) besides(own, other []float64) float64 {
	var all, more float64
	for i, w := range t.Words {
		all += w.Weight
		more += float64(w.Weight * max(0, other[i]-own[i]))
	}
	if all == 0 {
		return 0
	}
	return more / all
}

// pairShare is [Topic.pairs] as a share of what the question's pairs are worth.
func (t *Topic) pairShare(terms []Term) float64 {
	all := 0.0
	for i := 0; i+1 < len(t.Words); i++ {
		all += min(t.Words[i].Weight, t.Words[i+1].Weight)
	}
	if all == 0 {
		return 0
	}
	return t.pairs(terms) / all
}
