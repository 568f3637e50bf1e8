package quotes

import "onrecord/news"

// contentEnd returns where the content that begins at ws[from] ends: at the
// sentence's end, or where the reporter takes over again. c is its cue; object
// tells that the content is a noun phrase and not a clause; relative that the
// cue stands in a "who said" clause, behind which the main verb comes.
func contentEnd(ws []word, from int, c *cue, cues []cue, object, relative bool) int {
	depth := 0
	phrasal := object || at(ws, from).tag == tagTo
	fronted := c.fronted(ws)
	for k := from; k < len(ws); k++ {
		w := &ws[k]
		if fronted && w.tag == tagComma && clauseAt(ws, k+1) {
			return k
		}
		if fronted && k > from && ws[k-1].tag == tagQuote && ws[k-1].pause && clauseAt(ws, k) {
			return k
		}
		if k == from+1 && ws[from].tag == tagQuote && behindQuote(ws, k) {
			return k
		}
		switch w.tag {
		case tagOpen:
			depth++
		case tagClose:
			if depth == 0 {
				return k
			}
			depth--
		case tagStop:
			if phrasal && k > from {
				return k
			}
			if w.low == "" && k == len(ws)-1 {
				return k
			}
			if onlyMarks(ws[k+1:]) {
				return k
			}
		}
		if depth > 0 || k == from {
			continue
		}
		if q := &ws[k-1]; q.tag == tagQuote && q.pause && endsAtComma(ws, k-1, cues, phrasal, relative) {
			return k
		}
		if relative && k > from+1 && outerVerb(ws, k) && (object || ws[from].tag == tagTo || ws[from].tag != tagWh && ownVerb(ws, from, k)) {
			return k
		}
		switch w.tag {
		case tagComma:
			if endsAtComma(ws, k, cues, phrasal, relative) {
				return k
			}
		case tagDash:
			if relative || object || at(ws, k+1).tag == tagAnd && endsAtComma(ws, k, cues, phrasal, relative) {
				return k
			}
		case tagAnd:
			if phrasal && w.low != "or" && auxiliarySoon(ws, k+1) {
				return k
			}
			if phrasal && w.low != "or" && newSpeaker(ws, k+1, cues) {
				return k
			}
			if phrasal && at(ws, k+1).tag == tagPron && w.low != "or" && finiteIn(ws, k+2, k+4) >= 0 {
				return k
			}
			// "… and accused him of lying": a cue of the same speaker.
			if next := cueAt(cues, ws, k+1); next != nil && next.main != c.main && sameTense(ws, c, next) && (object || next.verb.stance != news.Held || c.verb.stance == news.Held) {
				return k
			}
		case tagPrep:
			if object && (w.low == "during" || w.low == "throughout" || w.low == "by" && at(ws, k+1).tag == tagIng) {
				return k
			}
			if n := cueAt(cues, ws, k+1); object && n != nil && n.form == tagIng && w.low == "without" {
				return k
			}
		case tagSub:
			if n := cueAt(cues, ws, k+1); object && n != nil && n.form == tagIng {
				return k // before ripping the …
			}
			if object && w.low == "as" && newSpeaker(ws, k+1, cues) {
				return k
			}
			if object && (w.low == "while" || w.low == "although" || w.low == "though" || w.low == "until" || w.low == "after" || w.low == "before" || w.low == "since") {
				return k
			}
			if (w.low == "while" || w.low == "as" || w.low == "after") && k > from+1 && ws[k-1].tag != tagComma && at(ws, k+1).tag == tagIng && w.low == "while" {
				return k
			}
		}
	}
	return len(ws)
}

// auxiliarySoon tells whether a new clause begins at ws[i]: a noun phrase and
// an auxiliary. A plain verb is no proof, it may be a noun.
func auxiliarySoon(ws []word, i int) bool {
	p := nounAfter(ws, i, false)
	if p.none() {
		return false
	}
	switch at(ws, p.to).tag {
	case tagBe, tagHave, tagDo, tagModal:
		return true
	}
	return false
}

// newSpeaker tells whether somebody at ws[i] says something of their own.
func newSpeaker(ws []word, i int, cues []cue) bool {
	p := nounAfter(ws, i, false)
	if p.none() {
		return false
	}
	n := cueAt(cues, ws, p.to)
	return n != nil && n.form == tagVerb && n.verb.takes('q')
}

// sameTense tells whether two cues may be joined by "and" under one subject.
func sameTense(ws []word, a, b *cue) bool {
	fa, fb := ws[a.first], ws[b.first]
	if a.form == tagIng && b.form == tagIng {
		return true
	}
	if a.form != tagVerb || b.form != tagVerb {
		return false
	}
	past := func(w word) bool { return w.reading.form == edForm || w.reading.form == pastForm }
	if fa.tag == tagVerb && fb.tag == tagVerb {
		return past(fa) == past(fb)
	}
	return fa.tag == tagHave && past(fb) || fa.tag == fb.tag
}

// fronted tells whether the cue stands in a clause put before the main one:
// "When Moss announced …, he said", "Asked whether …, she".
func (c *cue) fronted(ws []word) bool {
	if c.main < 0 || c.main > 25 {
		return false
	}
	switch first := at(ws, 0); first.tag {
	case tagSub:
		return first.low != "so"
	case tagWh:
		return first.low == "when"
	case tagPart, tagIng, tagVerb:
		return c.main == 0
	case tagPrep:
		return c.form == tagIng && c.main <= 2
	}
	return false
}

// behindQuote tells whether the reporter goes on behind a quotation that began
// a content: "no" and vowed to stay; "…" as the crowd cheered.
func behindQuote(ws []word, k int) bool {
	switch w := at(ws, k); w.tag {
	case tagAnd:
		switch at(ws, k+1).tag {
		case tagVerb, tagIng, tagHave, tagBe, tagDo, tagModal, tagAdv:
			return true
		}
	case tagSub:
		return w.low == "as" || w.low == "after" || w.low == "before" || w.low == "while" || w.low == "although" || w.low == "though"
	case tagWh:
		return w.low == "when"
	case tagPrep:
		return ws[k-1].pause && (w.low == "during" || w.low == "at" || w.low == "on" || w.low == "in")
	}
	return false
}

// ownVerb tells whether the clause at ws[from] has had its verb before ws[k],
// and no further clause has begun.
func ownVerb(ws []word, from, k int) bool {
	v := finiteIn(ws, from, k)
	if v < 0 {
		return false
	}
	for i := v + 1; i < k; i++ {
		switch ws[i].tag {
		case tagWh, tagThat, tagSub, tagAnd, tagComma:
			return false
		}
	}
	return true
}

// outerVerb tells whether the finite verb ws[k] belongs to the clause around a
// relative one: "the man who denounced the plan | left".
func outerVerb(ws []word, k int) bool {
	switch ws[k].tag {
	case tagVerb, tagBe, tagHave, tagDo, tagModal:
	default:
		return false
	}
	switch b := before(ws, k); b.tag {
	case tagPron:
		return b.low == "him" || b.low == "her" || b.low == "them"
	case tagNoun, tagName, tagNum, tagAdj, tagClose, tagQuote:
		return true
	}
	return false
}

func onlyMarks(ws []word) bool {
	for i := range ws {
		if ws[i].tag != tagStop && ws[i].tag != tagOther && ws[i].tag != tagClose || ws[i].low != "" {
			return false
		}
	}
	return true
}

// cueAt returns the cue whose words begin at ws[i], adverbs skipped.
func cueAt(cues []cue, ws []word, i int) *cue {
	for i < len(ws) && ws[i].tag == tagAdv {
		i++
	}
	for n := range cues {
		if cues[n].first == i {
			return &cues[n]
		}
		if cues[n].first > i {
			break
		}
	}
	return nil
}

// endsAtComma tells whether the comma ws[k] ends a content: what follows is a
// new cue, an aside of the reporter's, or the verb that a relative clause kept
// waiting.
func endsAtComma(ws []word, k int, cues []cue, object, relative bool) bool {
	next := at(ws, k+1)
	if relative {
		v := next
		for n := k + 2; v.tag == tagAdv && n < len(ws); n++ {
			v = &ws[n]
		}
		switch v.tag {
		case tagVerb, tagBe, tagHave, tagDo, tagModal:
			return true
		}
	}
	if object && (next.tag == tagPrep || next.tag == tagAdv) {
		for e := k + 2; e < len(ws) && e < k+10; e++ { // blamed the port, along with the city, for …
			if ws[e].tag == tagComma {
				switch at(ws, e+1).low {
				case "for", "of", "as", "with":
					return false
				}
				break
			}
		}
	}
	if n := cueAt(cues, ws, k+1); n != nil && (n.form == tagIng || object && n.form == tagVerb && n.first == k+1 && n.main == k+1) {
		return true // ", adding that …"
	}
	switch next.low {
	case "and", "but", "while", "though", "although", "whereas", "as", "yet", "or":
		if n := cueAt(cues, ws, k+2); n != nil && (n.form == tagVerb || n.form == tagIng && next.low == "while") {
			return true // ", but said …"
		}
		if next.low == "or" {
			return false
		}
		if p := nounAfter(ws, k+2, true); !p.none() {
			to := p.to
			for to < len(ws) && (ws[to].tag == tagAdv || ws[to].tag == tagComma) {
				to++
			}
			if n := cueAt(cues, ws, to); n != nil && n.form == tagVerb && (n.verb.takes('q') || n.verb.stance != news.Held && ws[p.from].tag == tagPron) {
				return true // ", but Moss said …"
			}
		}
		if object && next.low != "and" && next.low != "or" {
			return true
		}
		if object && finiteIn(ws, k+2, k+8) >= 0 {
			return true
		}
	case "according":
		return true
	case "when", "after", "before", "because", "since", "even", "so":
		return object
	}
	if object {
		switch next.tag {
		case tagWh:
			return true
		case tagDet:
			return apposition(ws, k) > 0
		}
	}
	if next.tag == tagIng && object || next.tag == tagPrep && object && next.low != "of" && next.low != "for" && next.low != "including" && next.low != "from" && next.low != "with" && next.low != "like" {
		return true
	}
	return false
}
