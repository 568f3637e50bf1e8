package quotes

// finiteIn returns the first finite verb in ws[from:to], -1 if there is none.
// Verbs of relative clauses count too: it is asked of short stretches.
func finiteIn(ws []word, from, to int) int {
	for k := from; k < to && k < len(ws); k++ {
		switch ws[k].tag {
		case tagVerb, tagBe, tagHave, tagDo, tagModal:
			return k
		}
	}
	return -1
}

// clauseAt tells whether a clause with a subject and a finite verb begins at
// ws[i]: "the plan would fail", "he won".
func clauseAt(ws []word, i int) bool {
	k := i
	for k < len(ws) && ws[k].tag == tagAdv {
		k++
	}
	if at(ws, k).tag == tagSub || at(ws, k).tag == tagPrep || at(ws, k).tag == tagIng { // "if he wins …", "in Ohio …"
		return finiteIn(ws, k+1, min(k+40, len(ws))) >= 0
	}
	p := nounAfter(ws, k, true)
	if p.none() {
		if t := at(ws, k); t.tag == tagDet || t.tag == tagPron || t.tag == tagQuote || t.tag == tagThat && at(ws, k+1).tag == tagBe {
			p = phrase{k, k + 1}
		} else {
			return false
		}
	}
	inner := 0 // relative clauses that still want their verb
	for k = p.to; k < len(ws) && k-p.to < reach; k++ {
		switch w := &ws[k]; w.tag {
		case tagVerb, tagBe, tagHave, tagDo, tagModal:
			if inner == 0 {
				return true
			}
			inner--
		case tagQuote:
			if ws[k-1].tag != tagPrep {
				return true // its verb is in there
			}
		case tagAdv, tagNot, tagPrep, tagNoun, tagName, tagNum, tagAdj, tagPoss, tagPart, tagOpen, tagClose, tagTo, tagBase, tagIng, tagDet, tagOther, tagPron:
		case tagAnd:
			switch at(ws, k+1).tag {
			case tagVerb, tagHave, tagBe, tagModal, tagDo:
				return false
			}
		case tagWh, tagThat:
			if verbAfterAdverbs(ws, k+1) {
				inner++
			}
		case tagDash: // an aside between dashes
			e := k + 1
			for e < len(ws) && e < k+12 && ws[e].tag != tagDash {
				e++
			}
			if at(ws, e).tag != tagDash {
				return false
			}
			k = e
		case tagComma:
			if e := apposition(ws, k); e > 0 {
				k = e - 1
			} else if n := at(ws, k+1).tag; n != tagWh && n != tagPrep && n != tagIng && n != tagPart && n != tagName && n != tagNoun && n != tagAdj {
				return false
			}
		default:
			return false
		}
	}
	return false
}

// adjunctEnd skips what may stand between a cue and its content: a time, "in a
// statement", "on Fox News", "of Trump". It returns i when there is none.
func adjunctEnd(ws []word, i int) int {
	for n := 0; n < 4; n++ {
		k := i
		switch w := at(ws, k); {
		case w.tag == tagAdv, timeWords[w.low]:
			k++
			for timeWords[at(ws, k).low] || at(ws, k).tag == tagNum && timeWords[at(ws, k-1).low] {
				k++
			}
		case w.low == "last" || w.low == "this" || w.low == "next" || w.low == "earlier":
			if timeWords[at(ws, k+1).low] {
				k += 2
			}
		case w.tag == tagPrep || w.tag == tagTo && (startsNoun(at(ws, k+1)) || at(ws, k+1).tag == tagPron) || w.low == "after" || w.low == "before" || w.low == "as":
			if at(ws, k+1).tag == tagIng {
				k++
			}
			p := nounAfter(ws, k+1, true)
			if p.none() {
				return i
			}
			k = p.to
			for timeWords[at(ws, k).low] {
				k++
			}
		}
		if k == i {
			return i
		}
		i = k
	}
	return i
}
