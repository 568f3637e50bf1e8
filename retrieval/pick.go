package retrieval

// Pick is [Topic.CoverTerms] for those who look at thousands of paragraphs: it
// appends the terms that count for a word of the topic to picked, and what they
// find to found, which has a place for each word.
func (t *Topic) Pick(terms []Term, found []float64, picked []Term) []Term {
	for i := range terms {
		alts := t.standsFor(&terms[i])
		for _, a := range alts {
			found[a.word] = max(found[a.word], a.share)
		}
		if len(alts) > 0 {
			picked = append(picked, terms[i])
		}
	}
	return picked
}
