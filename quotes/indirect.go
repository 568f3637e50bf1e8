package quotes

import "onrecord/news"

// leading finds what a cue brings behind it: said that …, vowed to …, denounced
// the ….
func (u *unit) leading(c *cue, ps []piece) (piece, bool) {
	ws := u.ws
	if c.hedged && !c.negated || c.form == tagPart {
		return piece{}, false
	}
	from, object, ok := u.complement(c)
	if !ok {
		return piece{}, false
	}
	source, whom, relative, ok := u.sourceOf(c, ps)
	if !ok || supposed(ws, source) {
		return piece{}, false
	}
	if object && !c.verb.fits(ws, from) {
		return piece{}, false
	}
	end := contentEnd(ws, from, c, u.cues, object, relative)
	if end <= from && from < len(ws) {
		return piece{}, false
	}
	pc := piece{cue: c, source: source, whom: whom, rule: ruleBefore, certainty: 0.9, verb: c.verb.lemma, stance: c.stanceOf(), object: object, cueWords: phrase{c.first, c.last + 1}}
	pc.content = []phrase{{from, end}}
	if object {
		pc.rule = ruleObject
		pc.certainty = 0.75
	}
	pc.stance = u.stance(&pc, c)
	if pc.stance == news.Held {
		pc.rule = ruleAttitude
		pc.certainty = 0.7
	}
	return pc, true
}

// complement finds what a cue brings: where it begins, and whether it is an
// object and not a clause or a quotation.
func (u *unit) complement(c *cue) (from int, object, ok bool) {
	ws, v := u.ws, c.verb
	i := c.last + 1
	for at(ws, i).tag == tagAdv {
		i++
	}
	if i >= len(ws) {
		return 0, false, false
	}
	if from, object, ok := u.opens(c, i); ok {
		return from, object, true
	}
	if v.hearsay {
		p := nounAfter(ws, i, false)
		if !p.none() {
			for _, long := range []bool{false, true} {
				p = nounAfter(ws, i, long)
				for _, k := range []int{p.to, adjunctEnd(ws, p.to)} {
					if from, object, ok := u.opens(c, k); ok && !object {
						return from, object, true
					}
					if at(ws, k).tag == tagTo && v.takes('i') {
						return i, true, true
					}
					if k < len(ws) && v.takes('c') && ws[k].tag != tagComma && k > p.from && ws[k].tag != tagPrep && clauseAt(ws, k) {
						return k, false, true
					}
				}
			}
		}
	}
	if v.takes('c') && at(ws, i).tag != tagComma && at(ws, i).tag != tagPrep && clauseAt(ws, i) && !timeWords[at(ws, i).low] {
		return i, false, true
	}
	if k := adjunctEnd(ws, i); k > i {
		if from, object, ok := u.opens(c, k); ok && !object {
			return from, object, true
		}
		if v.takes('c') && k < len(ws) && ws[k].tag != tagComma && clauseAt(ws, k) {
			return k, false, true
		}
	}
	if v.takes('q') {
		for k := i; k+1 < len(ws) && k < i+reach; k++ {
			if ws[k].tag == tagVerb || ws[k].tag == tagStop || ws[k].tag == tagBe || ws[k].tag == tagModal || ws[k].tag == tagHave {
				break
			}
			if (ws[k].tag == tagComma || ws[k].tag == tagColon) && ws[k+1].tag == tagQuote && (ws[k].tag == tagColon || utterance(u, k+1)) {
				return k + 1, false, true
			}
			if (ws[k].tag == tagDash || ws[k].tag == tagComma) && ws[k+1].tag == tagThat && v.takes('c') {
				return k + 1, false, true
			}
		}
	}
	if v.takes('c') && at(ws, i).tag == tagPrep && !v.prep(at(ws, i).low) && clauseAt(ws, i) {
		// said in Akron he would: the clause begins at a pronoun
		for k := i; k < len(ws) && k < i+20; k++ {
			if ws[k].tag == tagPron && clauseAt(ws, k) && nominal(at(ws, k-1)) {
				return k, false, true
			}
		}
	}
	if v.lemma == "say" && !timeWords[at(ws, i).low] {
		switch at(ws, i).tag {
		case tagStop, tagComma, tagPrep, tagSub, tagAnd, tagTo, tagDash, tagClose, tagOpen:
		default:
			return i, false, true
		}
	}
	if at(ws, i).tag == tagPrep && v.takes('c') && v.takes('q') {
		for k := i; k < len(ws) && k < i+12; k++ { // says despite the vote, the plan …
			if ws[k].tag == tagComma && clauseAt(ws, k+1) && at(ws, k+1).tag != tagIng {
				return i, false, true
			}
			if ws[k].tag == tagVerb || ws[k].tag == tagBe || ws[k].tag == tagStop {
				break
			}
		}
	}
	if at(ws, i).tag == tagPrep || at(ws, i).low == "to" {
		if v.prep(at(ws, i).low) && i+1 < len(ws) && at(ws, i+1).tag != tagStop && !timeWords[at(ws, i+1).low] && !timeWords[at(ws, i+2).low] {
			return i + 1, true, true
		}
		return 0, false, false
	}
	if v.takes('o') || v.takes('d') {
		if startsNoun(at(ws, i)) || at(ws, i).tag == tagPron || at(ws, i).tag == tagQuote || at(ws, i).tag == tagPart || at(ws, i).tag == tagWh && at(ws, i).low == "what" || at(ws, i).tag == tagThat && at(ws, i+1).tag == tagQuote {
			if !timeWords[at(ws, i).low] {
				return i, true, true
			}
		}
	}
	if v.takes('e') && startsNoun(at(ws, i)) {
		if p, _, _ := subject(ws, c.first); !p.none() && speaksOnPaper(ws, p) {
			return i, true, true
		}
	}
	if v.takes('g') && at(ws, i).tag == tagIng {
		return i, true, true
	}
	return 0, false, false
}

// opens tells whether content plainly begins at ws[i]: "that", a quotation, a
// colon, a question word, "to".
func (u *unit) opens(c *cue, i int) (from int, object, ok bool) {
	ws, v := u.ws, c.verb
	switch w := at(ws, i); w.tag {
	case tagThat:
		if v.takes('c') || v.takes('t') || v.takes('q') {
			return i, false, true
		}
	case tagQuote:
		if v.takes('q') || v.takes('c') || v.takes('o') {
			return i, !v.takes('q') && !v.takes('c'), true
		}
	case tagColon:
		if v.takes('q') {
			return i + 1, false, true
		}
	case tagComma:
		if v.takes('q') && at(ws, i+1).tag == tagQuote {
			return i + 1, false, true
		}
		if (v.takes('q') || v.takes('c')) && at(ws, i+1).tag == tagThat {
			return i + 1, false, true
		}
	case tagWh:
		if v.takes('w') {
			return i, false, true
		}
	case tagSub:
		if (w.low == "whether" || w.low == "if") && v.takes('w') {
			return i, false, true
		}
	case tagTo:
		if v.takes('i') && at(ws, i+1).tag != tagStop {
			return i, false, true
		}
	}
	return 0, false, false
}
