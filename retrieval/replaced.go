package retrieval

// replaced is the share of the topic's weight in words that a sentence has not
// and in whose place it has another: it has the word that stands right before or
// behind in the question, and beside that one something the question does not
// name ("kinetic friction" asked, "static friction" found). Framing words, which
// are asked for and not asked about, don't count.
func (t *Topic) replaced(terms []Term, found []float64) float64 {
	at := t.places(terms)
	var all, gone float64
	for i, w := range t.Words {
		all += w.Weight
		if found[i] >= 0.5 || framing()[w.Text] {
			continue
		}
		next, last := i+1, i-1
		switch {
		case next < len(t.Words) && at[next] > 0 && touch(w.End, t.Words[next].Start) && t.stranger(terms, at[next]-1, at[next]):
			gone += w.Weight
		case last >= 0 && at[last] >= 0 && touch(t.Words[last].End, w.Start) && t.stranger(terms, at[last], at[last]+1):
			gone += w.Weight
		}
	}
	if all == 0 {
		return 0
	}
	return gone / all
}

// places tells at which term each word of the topic stands first, -1 for nowhere.
func (t *Topic) places(terms []Term) []int {
	at := make([]int, len(t.Words))
	for i := range at {
		at[i] = -1
	}
	for k := range terms {
		if terms[k].Kind == Joined {
			continue
		}
		for _, a := range t.standsFor(&terms[k]) {
			if a.share >= 0.5 && at[a.word] < 0 {
				at[a.word] = k
			}
		}
	}
	return at
}

// touch tells whether no more than a space or a hyphen lies between two bytes.
func touch(end, start int) bool { return end <= start && start-end <= 1 }

// stranger tells whether the terms at two neighbouring places touch, and one of
// them is nothing that the question names.
func (t *Topic) stranger(terms []Term, i, j int) bool {
	if i < 0 || j >= len(terms) || !touch(terms[i].End, terms[j].Start) {
		return false
	}
	return len(t.standsFor(&terms[i])) == 0 || len(t.standsFor(&terms[j])) == 0
}
