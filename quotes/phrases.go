package quotes

// reach bounds how many words back or ahead a phrase is looked for, so that a
// sentence without end stays linear.
const reach = 60

func nominal(w *word) bool {
	switch w.tag {
	case tagNoun, tagName, tagNum, tagPron:
		return true
	}
	return false
}

// clauseEdge tells whether a clause may begin at ws[i].
func clauseEdge(ws []word, i int) bool {
	switch p := at(ws, i-1); p.tag {
	case tagStop, tagComma, tagColon, tagDash, tagAnd, tagThat, tagSub, tagWh, tagQuote, tagOpen, tagAdv, tagOther:
		return true
	}
	return false
}

// opening returns the bracket that ws[k] closes, -1 if there is none near.
func opening(ws []word, k int) int {
	for i := k - 1; i >= 0 && k-i < 40; i-- {
		if ws[i].tag == tagOpen {
			return i
		}
	}
	return -1
}

// nounAfter returns the noun phrase that begins at ws[i], with prepositional
// phrases and, where long is set, an apposition behind a comma.
func nounAfter(ws []word, i int, long bool) phrase {
	k, seen := i, false
	for ; k < len(ws) && k-i < reach; k++ {
		w := &ws[k]
		switch w.tag {
		case tagName, tagNoun, tagNum:
			seen = true
			continue
		case tagPron:
			if k == i {
				return phrase{i, i + 1}
			}
		case tagDet, tagAdj, tagPoss:
			if w.tag == tagDet && seen && w.low != "'s" {
				break
			}
			if w.tag == tagPoss && seen && w.low != "'s" && w.low != "" {
				break
			}
			continue
		case tagAdv:
			if !seen {
				continue
			}
		case tagPart, tagIng:
			if !seen {
				continue
			}
		case tagVerb:
			if !seen && k > i && (at(ws, k-1).tag == tagDet || at(ws, k-1).tag == tagPoss) {
				continue
			}
		case tagQuote:
			p := at(ws, k-1)
			if k > i && (p.tag == tagPoss || p.tag == tagDet || p.tag == tagAdj) || seen && at(ws, k+1).tag == tagName {
				seen = true
				continue
			}
		case tagOpen:
			if e := closing(ws, k); seen && e > 0 {
				k = e
				continue
			}
		case tagPrep:
			if seen && (w.low == "of" || long && (w.low == "for" || w.low == "at" || w.low == "from" || w.low == "with" || w.low == "in")) && startsNoun(at(ws, k+1)) {
				seen = false
				continue
			}
		case tagAnd:
			if seen && w.low == "and" && startsNoun(at(ws, k+1)) && (at(ws, k+1).tag == tagName || long) && !verbSoon(ws, k+1) {
				seen = false
				continue
			}
		case tagComma:
			if long && seen {
				if e := apposition(ws, k); e > 0 {
					return phrase{i, e}
				}
			}
		}
		break
	}
	if !seen {
		return phrase{}
	}
	return phrase{i, k}
}

func closing(ws []word, k int) int {
	for i := k + 1; i < len(ws) && i-k < 40; i++ {
		if ws[i].tag == tagClose {
			return i
		}
	}
	return -1
}

// verbSoon tells whether the noun phrase at i is the subject of a verb.
func verbSoon(ws []word, i int) bool {
	p := nounAfter(ws, i, false)
	if p.none() {
		return false
	}
	switch at(ws, p.to).tag {
	case tagVerb, tagBe, tagHave, tagDo, tagModal:
		return true
	}
	return false
}

func startsNoun(w *word) bool {
	switch w.tag {
	case tagDet, tagPoss, tagName, tagNoun, tagAdj, tagNum:
		return true
	}
	return false
}

// apposition returns the end of ", a lawyer from Akron" behind ws[comma], 0
// when what follows is none.
func apposition(ws []word, comma int) int {
	next := at(ws, comma+1)
	if !(next.tag == tagDet && next.low != "that" || next.tag == tagNoun || next.tag == tagAdj || next.tag == tagName || next.tag == tagNum || next.tag == tagPoss && next.low != "'s") {
		return 0
	}
	p := nounAfter(ws, comma+1, false)
	if p.none() {
		return 0
	}
	e := p.to
	for e < len(ws) && ws[e].tag == tagPrep && e-comma < 20 {
		q := nounAfter(ws, e+1, false)
		if q.none() {
			break
		}
		e = q.to
	}
	switch at(ws, e).tag {
	case tagStop, tagComma:
		return e
	case tagWh:
		return e
	}
	if e >= len(ws) {
		return e
	}
	return 0
}
