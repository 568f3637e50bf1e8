package quotes

// subject finds who the verb group that begins at ws[i] is said of. relative
// tells that it is "who" or "which"; elided that no subject of its own stands
// there ("… and said").
func subject(ws []word, i int) (p phrase, relative, elided bool) {
	j := skipTimesBack(ws, i-1)
	if j < 0 {
		return phrase{}, false, false
	}
	switch w := &ws[j]; w.tag {
	case tagWh:
		return phrase{j, j + 1}, true, false
	case tagThat:
		if nominal(at(ws, j-1)) {
			return phrase{j, j + 1}, true, false
		}
		return phrase{}, false, true
	case tagAnd:
		return phrase{}, false, true
	case tagComma, tagDash:
		if p := aroundAside(ws, j); !p.none() {
			return p, false, false
		}
		return phrase{}, false, true
	case tagClose:
		if o := opening(ws, j); o > 0 {
			p := nounBefore(ws, o-1)
			return p, false, p.none()
		}
	case tagDet:
		if standsAlone[w.low] {
			return phrase{j, j + 1}, false, false
		}
	}
	if (ws[j].tag == tagVerb || ws[j].tag == tagPart) && ws[j].reading.form == edForm && nominal(at(ws, j-1)) {
		j-- // the memo released Thursday
	}
	p = nounBefore(ws, j)
	if p.none() {
		return p, false, true
	}
	if b := at(ws, p.from-2); at(ws, p.from-1).tag == tagPrep && (b.tag == tagVerb || b.tag == tagPart) && b.reading.form == edForm {
		if q := nounBefore(ws, p.from-3); !q.none() { // the memo released by the port
			return phrase{q.from, j + 1}, false, false
		}
	}
	if q := aroundRelative(ws, p); !q.none() {
		return q, false, false
	}
	return nameBefore(ws, leaveAdjunct(ws, p)), false, false
}

// aroundRelative returns the noun phrase of which the clause "who …" ends with
// p: "an official who saw the letter".
func aroundRelative(ws []word, p phrase) phrase {
	verbs := 0
	for k := p.from - 1; k > 0 && p.from-k < 24; k-- {
		switch w := &ws[k]; w.tag {
		case tagVerb, tagBe, tagHave, tagDo, tagModal:
			verbs++
		case tagComma, tagStop, tagColon, tagDash, tagQuote, tagSub, tagAnd:
			return phrase{}
		case tagWh, tagThat:
			if verbs == 0 || w.low != "who" && w.low != "which" && w.low != "that" || !nominal(&ws[k-1]) && ws[k-1].tag != tagDet {
				return phrase{}
			}
			q := nounBefore(ws, k-1)
			if ws[k-1].tag == tagDet {
				q = phrase{k - 1, k}
			}
			if q.none() || !clauseEdge(ws, q.from) {
				return phrase{}
			}
			return phrase{q.from, p.to}
		}
	}
	return phrase{}
}

// standsAlone are determiners that are subjects by themselves: "many said".
var standsAlone = wordSet("all both some many others most another this few each neither other one")

// nameBefore widens "a supporter of the port" in "Lee Moss, a supporter of the
// port said" to the name, where the second comma is missing.
func nameBefore(ws []word, p phrase) phrase {
	if first := &ws[p.from]; first.tag != tagDet || at(ws, p.from-1).tag != tagComma {
		return p
	}
	if b := at(ws, p.from-2); b.tag != tagName && b.tag != tagClose {
		return p
	}
	k := p.from - 2
	if ws[k].tag == tagClose {
		if k = opening(ws, k) - 1; k < 0 {
			return p
		}
	}
	q := nounBefore(ws, k)
	if q.none() || q.to-q.from < 2 || ws[q.to-2].tag != tagName || !clauseEdge(ws, q.from) || timeWords[ws[q.to-1].low] {
		return p
	}
	return phrase{q.from, p.to}
}

// skipTimesBack goes left from ws[j] over adverbs and times that stand between
// a subject and its verb: "Moss later Thursday", "Moss in recent weeks",
// "the two both".
func skipTimesBack(ws []word, j int) int {
	for j >= 0 {
		w := &ws[j]
		switch {
		case w.low == "ago":
			if k := agoFrom(ws, j); k < j {
				j = k - 1
				continue
			}
			j--
			continue
		case w.tag == tagAdv || w.tag == tagNot:
			j--
			continue
		case (w.low == "both" || w.low == "all") && j > 0 && nominal(&ws[j-1]):
			j--
			continue
		case timeWords[w.low]:
			k := j
			for k >= 0 && j-k < 6 && (timeWords[ws[k].low] || ws[k].tag == tagNum || ws[k].tag == tagAdj || ws[k].tag == tagAdv || ws[k].tag == tagDet || timeNouns[ws[k].low]) {
				k--
			}
			if k < 0 {
				return j
			}
			if ws[k].tag == tagPrep {
				j = k - 1
				continue
			}
			if weekdays[w.low] && (nominal(&ws[k]) || ws[k].reading.form == edForm && nominal(at(ws, k-1))) {
				j = k
				continue
			}
		case timeNouns[w.low]:
			k := j
			for k >= 0 && j-k < 4 && (ws[k].tag == tagAdj || ws[k].tag == tagDet || ws[k].tag == tagNum || timeNouns[ws[k].low]) {
				k--
			}
			if k > 0 && ws[k].tag == tagPrep {
				j = k - 1
				continue
			}
		}
		return j
	}
	return j
}

// agoFrom is where the time that ends with "ago" at ws[j] begins ("less than two
// weeks ago"), j when it is none.
func agoFrom(ws []word, j int) int {
	k := j
	if u := at(ws, k-1); !timeNouns[u.low] && !timeNouns[u.low+"s"] && !timeWords[u.low] {
		return j
	}
	k--
	for w := at(ws, k-1); j-k < 6 && (w.tag == tagNum || w.tag == tagDet || w.tag == tagAdj); w = at(ws, k-1) {
		k--
	}
	if at(ws, k-1).low == "than" && j-k < 6 {
		k -= 2 // less than, more than
	}
	return k
}

var timeNouns = wordSet("day days weeks months years hours moments past recent last same")

var weekdays = wordSet("monday tuesday wednesday thursday friday saturday sunday")

// leaveAdjunct cuts a subject free of the prepositional phrase that runs into
// it: "In Akron Moss" is Moss.
func leaveAdjunct(ws []word, p phrase) phrase {
	if at(ws, p.from-1).tag != tagPrep {
		return p
	}
	k := p.to
	for k > p.from && ws[k-1].tag == tagName {
		k--
	}
	if k > p.from && k < p.to {
		return phrase{k, p.to}
	}
	return p
}

// aroundAside returns the noun phrase before an aside that ends with the comma
// or dash ws[j]: "Moss, who had lost, said".
func aroundAside(ws []word, j int) phrase {
	best := phrase{}
	for k, commas := j-1, 0; k > 0 && j-k < reach && commas < 6; k-- {
		switch ws[k].tag {
		case tagStop:
			return best
		case tagDash:
			if ws[j].tag != tagDash {
				continue
			}
		case tagComma:
			if ws[j].tag != tagComma {
				continue
			}
		default:
			continue
		}
		commas++
		if ws[j].tag == tagComma && !aside(ws, k+1, j) {
			continue
		}
		p := nounBefore(ws, k-1)
		if p.none() {
			continue
		}
		if pp := at(ws, p.from-1); pp.tag == tagPrep || pp.tag == tagVerb || pp.tag == tagTo || pp.tag == tagBase {
			continue
		}
		best = phrase{p.from, k}
		// A longer aside may hold this one: "Moss, the mayor of Akron, Ohio,".
		if ws[p.from].tag == tagName && at(ws, p.from-1).tag != tagComma {
			return phrase{p.from, j}
		}
		if at(ws, p.from-1).tag != tagComma {
			return phrase{p.from, j}
		}
	}
	if !best.none() {
		best.to = j
	}
	return best
}

// aside tells whether ws[from:to] may be set off by commas behind a noun.
func aside(ws []word, from, to int) bool {
	if from >= to {
		return false
	}
	switch w := &ws[from]; w.tag {
	case tagVerb:
		return w.reading.form == edForm // asked about the vote
	case tagSub:
		return w.low == "after" || w.low == "before" || w.low == "when" || w.low == "while" || w.low == "as"
	case tagPron:
		return w.low == "himself" || w.low == "herself"
	case tagPoss:
		if w.low == "whose" {
			return true
		}
	case tagAnd, tagThat, tagModal, tagBe, tagHave, tagDo:
		return false
	case tagWh:
		return w.low != "when" && w.low != "where"
	case tagPrep, tagPart, tagIng, tagNum, tagAdv:
		return true
	case tagTo:
		return false
	}
	for k := from; k < to; k++ { // an apposition has no verb of its own
		switch ws[k].tag {
		case tagWh:
			return true
		case tagVerb, tagModal, tagBe, tagHave, tagDo:
			return false
		}
	}
	return true
}
