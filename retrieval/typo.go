package retrieval

// typoShare is what a word counts that the scope does not have, but for one
// letter too many, too few, wrong or changed with the next.
const typoShare = 0.8

// shortestTypo is the shortest term that may be a misspelling.
const shortestTypo = 5

// findTypos notes the words of the question that the scope does not have:
// they may be misspelled.
func (t *Topic) findTypos() {
	t.typos = t.typos[:0]
	for i, w := range t.Words {
		if !w.Known && w.Kind != Figure && w.Kind != Date && len(w.Text) >= shortestTypo {
			t.typos = append(t.typos, alt{word: i, share: typoShare, worth: float64(typoShare * w.Weight)})
		}
	}
}

// standsFor lists the question's words for which a term of a text counts.
func (t *Topic) standsFor(term *Term) []alt {
	if t.sketch.may(term.Text) {
		if a := t.alts[term.Text]; a != nil {
			return a
		}
	}
	if len(t.typos) == 0 || term.Kind != Word {
		return nil
	}
	for i, a := range t.typos {
		if oneOff(t.Words[a.word].Text, term.Text) {
			return t.typos[i : i+1]
		}
	}
	return nil
}

// hasTypo tells whether one of the terms is nearly a word of the question.
func (t *Topic) hasTypo(terms []Term, word int) bool {
	for i := range terms {
		for _, a := range t.standsFor(&terms[i]) {
			if a.word == word {
				return true
			}
		}
	}
	return false
}

// oneOff tells whether two terms with the same first letter are one step apart:
// a letter put in, left out, changed, or swapped with the next.
func oneOff(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b) < shortestTypo || len(b)-len(a) > 1 || a[0] != b[0] || a == b {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) < len(b) {
		return a[i:] == b[i+1:]
	}
	return a[i+1:] == b[i+1:] || i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
}
