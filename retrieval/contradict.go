package retrieval

// Contradiction is a number or a year of the question in whose place a passage
// has another one ("72-hour" asked, "48-hour" found).
type Contradiction struct {
	Start, End int    // in the question
	Instead    string // what the passage has, as it is written there
}

// Contradicts finds what a sentence has in place of a figure of the question
// that its whole passage lacks: another number before the same unit, after the
// same month, or another year.
func (t *Topic) Contradicts(p *Passage, l Look) (Contradiction, bool) {
	terms := p.In(l.Sentence)
	for i, w := range t.Words {
		if w.Kind == Plain || w.Kind == Name || w.Asked || l.InPassage[i] > 0 {
			continue
		}
		for k, term := range terms {
			if term.Kind != Number || t.alts[term.Text] != nil || !t.replaces(i, terms, k) {
				continue
			}
			c := Contradiction{Start: w.Start, End: w.End}
			from, to := term.Start, term.End
			switch {
			case k+1 < len(terms) && t.isNext(i, terms[k+1].Text):
				to = terms[k+1].End
			case t.afterMonth(i, terms, k):
				c.Start, from = t.Words[i-1].Start, terms[k-1].Start
			}
			c.Instead = p.Text[from:to]
			return c, true
		}
	}
	return Contradiction{}, false
}

// replaces tells whether the number at k stands where the question has word i.
func (t *Topic) replaces(i int, terms []Term, k int) bool {
	w := t.Words[i]
	switch {
	case w.Kind == Date:
		return isYear(w.Text) && isYear(terms[k].Text)
	case isYear(terms[k].Text):
		return false
	case k+1 < len(terms) && t.isNext(i, terms[k+1].Text):
		return true
	}
	return t.afterMonth(i, terms, k)
}

// afterMonth tells whether word i and the number at k follow the same month.
func (t *Topic) afterMonth(i int, terms []Term, k int) bool {
	return k > 0 && i > 0 && t.Words[i-1].Kind == Date && t.Words[i-1].Text == terms[k-1].Text
}

// isNext tells whether a term is the word after i in the question.
func (t *Topic) isNext(i int, term string) bool {
	return i+1 < len(t.Words) && t.Words[i+1].Text == term
}
