package quotes

import "strings"

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

// nounBefore returns the noun phrase that ends with ws[j]: titles, adjectives,
// possessives, "of" and other prepositional phrases, and what "and" joins.
func nounBefore(ws []word, j int) phrase {
	return nounBack(ws, j, 0)
}

func nounBack(ws []word, j, depth int) phrase {
	if j < 0 || depth > 4 {
		return phrase{}
	}
	a, det, needs := j+1, false, true // needs: a noun must come next
loop:
	for k := j; k >= 0 && j-k < reach; k-- {
		w := &ws[k]
		switch w.tag {
		case tagName, tagNoun, tagNum:
			if det {
				break loop
			}
			a, needs = k, false
		case tagPron:
			if !needs || det {
				break loop
			}
			a, needs, det = k, false, true
		case tagAdj:
			if det || needs {
				if needs && k == j { // the accused
					a, needs = k, false
					continue
				}
				break loop
			}
			a = k
		case tagPoss:
			if needs && w.low != "'s" && w.low != "" || det {
				break loop
			}
			a = k
			if w.low == "'s" || w.low == "" {
				needs = true
			} else {
				det = true
			}
		case tagDet:
			if det && !(w.low == "all" || w.low == "both") {
				break loop
			}
			if p := at(ws, k-1).tag; (w.low == "most" || w.low == "more") && (p == tagDet || p == tagNum) {
				a = k // the ten most populous cities
				continue
			}
			a, det, needs = k, true, false
		case tagPart, tagIng, tagVerb:
			p := at(ws, k-1)
			if det || needs || !(p.tag == tagDet || p.tag == tagPoss || p.tag == tagAdj || k == 0 && w.tag != tagVerb) {
				break loop
			}
			a = k
		case tagAdv:
			if det || needs || at(ws, k-1).tag != tagDet {
				break loop
			}
		case tagQuote:
			if det || k == j || w.pause {
				break loop
			}
			p := at(ws, k-1)
			if p.tag != tagName && p.tag != tagDet && p.tag != tagPoss && p.tag != tagAdj {
				break loop
			}
			a = k
		case tagClose:
			o := opening(ws, k)
			if o < 0 || det {
				break loop
			}
			k = o
		case tagPrep:
			if a == j+1 || needs || !sourcePreps[w.low] {
				break loop
			}
			last := k - 1
			if at(ws, last).tag == tagAdj && nominal(at(ws, last-1)) {
				last-- // people familiar with
			}
			p := at(ws, last)
			if !nominal(p) && p.tag != tagDet && p.tag != tagClose {
				break loop
			}
			before := nounBack(ws, last, depth+1)
			if before.none() || ws[before.from].tag == tagPron && w.low != "of" && !strings.HasPrefix(ws[before.from].low, "some") && ws[before.from].low != "those" {
				break loop
			}
			if p := at(ws, before.from-1); p.tag == tagPrep && ws[before.from].tag != tagNum || p.tag == tagVerb || p.tag == tagBase || p.tag == tagTo {
				break loop
			}
			return phrase{before.from, j + 1}
		case tagAnd:
			if a == j+1 || needs || w.low != "and" && w.low != "or" && w.low != "&" {
				break loop
			}
			last := k - 1
			if at(ws, last).tag == tagComma {
				last--
			}
			before := listBefore(ws, nounBack(ws, last, depth+1), depth)
			if before.none() || !clauseEdge(ws, before.from) || last < k-1 && at(ws, before.to).tag != tagComma {
				break loop
			}
			return phrase{before.from, j + 1}
		default:
			break loop
		}
	}
	if a > j || needs && ws[a].tag == tagPoss || ws[j].tag == tagAdj && ws[a].tag == tagAdj || timeNouns[ws[j].low] {
		return phrase{} // "clear" is nobody
	}
	return phrase{a, j + 1}
}

// listBefore widens "B" in "A, B and C" to the list.
func listBefore(ws []word, p phrase, depth int) phrase {
	for !p.none() && at(ws, p.from-1).tag == tagComma && nominal(at(ws, p.from-2)) && !timeWords[ws[p.from-2].low] {
		q := nounBack(ws, p.from-2, depth+1)
		if q.none() || ws[q.to-1].tag != tagName {
			break
		}
		k := q.from - 1
		for k >= 0 && (ws[k].tag == tagAdj || ws[k].tag == tagAdv || ws[k].tag == tagDet) {
			k--
		}
		if !clauseEdge(ws, k+1) {
			break
		}
		p.from = q.from
	}
	return p
}

var sourcePreps = wordSet("of by for in at from with on to against near inside behind under around about between among within like")

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
