package quotes

import "strings"

// nounBefore returns the noun phrase that ends with ws[j]: titles, adjectives,
// possessives, "of" and other prepositional phrases, and what "and" joins.
func nounBefore(ws []word, j int) phrase {
	return nounBack(ws, j, 0)
}

func nounBack(ws []word, j, depth int) phrase {
	if j < 0 || depth > 4 {
		return phrase{}
	}
	n := nounWalk{ws: ws, end: j, from: j + 1, needs: true}
	for k := j; k >= 0 && j-k < reach; k-- {
		switch ws[k].tag {
		case tagPrep:
			if p := n.acrossPreposition(k, depth); !p.none() {
				return p
			}
			return n.phrase()
		case tagAnd:
			if p := n.acrossAnd(k, depth); !p.none() {
				return p
			}
			return n.phrase()
		case tagClose:
			o := opening(ws, k)
			if o < 0 || n.closed {
				return n.phrase()
			}
			k = o
		default:
			if !n.take(k) {
				return n.phrase()
			}
		}
	}
	return n.phrase()
}

// nounWalk goes left through a noun phrase that ends with ws[end].
type nounWalk struct {
	ws     []word
	end    int
	from   int
	closed bool // a determiner or a pronoun has closed it on the left
	needs  bool // a noun must come next
}

// phrase is what the walk has found: none without a noun or a name in it.
func (n *nounWalk) phrase() phrase {
	last := &n.ws[n.end]
	switch {
	case n.from > n.end, n.needs && n.ws[n.from].tag == tagPoss, timeNouns[last.low]:
		return phrase{}
	case last.tag == tagAdj && n.ws[n.from].tag == tagAdj:
		return phrase{} // "clear" is nobody
	}
	return phrase{n.from, n.end + 1}
}

// take takes ws[k] in and tells whether the phrase may go on before it.
func (n *nounWalk) take(k int) bool {
	w, p := &n.ws[k], at(n.ws, k-1)
	clitic := w.low == "'s" || w.low == ""
	switch w.tag {
	case tagDet:
		if n.closed && w.low != "all" && w.low != "both" {
			return false
		}
		n.from = k
		if (w.low == "most" || w.low == "more") && (p.tag == tagDet || p.tag == tagNum) {
			return true // the ten most populous cities
		}
		n.closed, n.needs = true, false
		return true
	case tagAdv:
		return !n.closed && !n.needs && p.tag == tagDet
	}
	if n.closed {
		return false
	}
	switch w.tag {
	case tagName, tagNoun, tagNum:
		n.needs = false
	case tagPron:
		if !n.needs {
			return false
		}
		n.needs, n.closed = false, true
	case tagAdj:
		if n.needs && k < n.end {
			return false
		}
		n.needs = false // the accused
	case tagPoss:
		if n.needs && !clitic {
			return false
		}
		n.needs, n.closed = clitic, !clitic
	case tagPart, tagIng, tagVerb:
		inside := p.tag == tagDet || p.tag == tagPoss || p.tag == tagAdj || k == 0 && w.tag != tagVerb
		if n.needs || !inside {
			return false
		}
	case tagQuote:
		named := p.tag == tagName || p.tag == tagDet || p.tag == tagPoss || p.tag == tagAdj
		if k == n.end || w.pause || !named {
			return false
		}
	default:
		return false
	}
	n.from = k
	return true
}

// acrossPreposition widens the phrase over the preposition ws[k] to the noun
// that it hangs on: "a spokesman for | the port".
func (n *nounWalk) acrossPreposition(k, depth int) phrase {
	ws, w := n.ws, &n.ws[k]
	if n.from > n.end || n.needs || !sourcePreps[w.low] {
		return phrase{}
	}
	last := k - 1
	if at(ws, last).tag == tagAdj && nominal(at(ws, last-1)) {
		last-- // people familiar with
	}
	if p := at(ws, last); !nominal(p) && p.tag != tagDet && p.tag != tagClose {
		return phrase{}
	}
	head := nounBack(ws, last, depth+1)
	if head.none() {
		return phrase{}
	}
	first := &ws[head.from]
	if first.tag == tagPron && w.low != "of" && first.low != "those" && !strings.HasPrefix(first.low, "some") {
		return phrase{}
	}
	switch p := at(ws, head.from-1); p.tag {
	case tagVerb, tagBase, tagTo:
		return phrase{}
	case tagPrep:
		if first.tag != tagNum { // about one in five
			return phrase{}
		}
	}
	return phrase{head.from, n.end + 1}
}

// acrossAnd widens the phrase over the "and" ws[k] to what is joined before it,
// where a clause begins there.
func (n *nounWalk) acrossAnd(k, depth int) phrase {
	ws, low := n.ws, n.ws[k].low
	if n.from > n.end || n.needs || low != "and" && low != "or" && low != "&" {
		return phrase{}
	}
	last := k - 1
	if at(ws, last).tag == tagComma {
		last--
	}
	first := listBefore(ws, nounBack(ws, last, depth+1), depth)
	if first.none() || !clauseEdge(ws, first.from) || last < k-1 && at(ws, first.to).tag != tagComma {
		return phrase{}
	}
	return phrase{first.from, n.end + 1}
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
