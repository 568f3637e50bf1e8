package quotes

// brought is where what a cue brings begins, 0 when it brings nothing, and
// whether it is an object and not a clause or a quotation.
type brought struct {
	from   int
	object bool
}

// complement finds what a cue brings behind it. The surer signs are looked for
// first.
func (u *unit) complement(c *cue) brought {
	i := c.last + 1
	if p := at(u.ws, i).low; p == "up" || p == "off" {
		return brought{} // showed up where …
	}
	for at(u.ws, i).tag == tagAdv {
		i++
	}
	if i >= len(u.ws) {
		return brought{}
	}
	for _, look := range [...]func(*cue, int) brought{
		u.opens, u.calledWhat, u.behindHearer, u.bareClause, u.behindAdjunct, u.behindComma, u.pronounClause, u.whatever, u.behindPhrase, u.object,
	} {
		if b := look(c, i); b.from > 0 {
			return b
		}
	}
	return brought{}
}

// opens tells whether content plainly begins at ws[i]: "that", a quotation, a
// colon, a question word, "to".
func (u *unit) opens(c *cue, i int) brought {
	ws, v := u.ws, c.verb
	switch w := at(ws, i); w.tag {
	case tagThat:
		if v.takes('c') || v.takes('t') || v.takes('q') {
			return brought{from: i}
		}
	case tagQuote:
		if v.takes('q') || v.takes('c') || v.takes('o') {
			return brought{i, !v.takes('q') && !v.takes('c')}
		}
	case tagColon:
		if v.takes('q') {
			return brought{from: i + 1}
		}
	case tagComma:
		if v.takes('q') && at(ws, i+1).tag == tagQuote {
			return brought{from: i + 1}
		}
		if (v.takes('q') || v.takes('c')) && at(ws, i+1).tag == tagThat {
			return brought{from: i + 1}
		}
	case tagWh:
		if v.takes('w') {
			return brought{from: i}
		}
	case tagSub:
		if (w.low == "whether" || w.low == "if") && v.takes('w') {
			return brought{from: i}
		}
	case tagTo:
		if v.takes('i') && at(ws, i+1).tag != tagStop {
			return brought{from: i}
		}
	}
	return brought{}
}

// behindHearer looks behind somebody told: "told the paper that …", "urged him
// to …".
func (u *unit) behindHearer(c *cue, i int) brought {
	ws, v := u.ws, c.verb
	if !v.hearsay || nounAfter(ws, i, false).none() {
		return brought{}
	}
	for _, long := range [...]bool{false, true} {
		p := nounAfter(ws, i, long)
		for _, k := range [...]int{p.to, adjunctEnd(ws, p.to)} {
			if b := u.opens(c, k); b.from > 0 && !b.object {
				return b
			}
			if at(ws, k).tag == tagTo && v.takes('i') {
				return brought{i, true}
			}
			if k < len(ws) && v.takes('c') && ws[k].tag != tagComma && ws[k].tag != tagPrep && clauseAt(ws, k) {
				return brought{from: k}
			}
		}
	}
	return brought{}
}

// bareClause looks for a clause without "that": said the plan would fail.
func (u *unit) bareClause(c *cue, i int) brought {
	w := at(u.ws, i)
	if c.verb.takes('c') && w.tag != tagComma && w.tag != tagPrep && !timeWords[w.low] && clauseAt(u.ws, i) {
		return brought{from: i}
	}
	return brought{}
}

// behindAdjunct looks behind a time or a place: said on Monday that …
func (u *unit) behindAdjunct(c *cue, i int) brought {
	k := adjunctEnd(u.ws, i)
	toward := at(u.ws, i).tag == tagTo && (c.verb.lemma == "add" || c.verb.prep("to"))
	if k == i || toward || at(u.ws, k).tag == tagQuote && !utterance(u, k) {
		return brought{}
	}
	if b := u.opens(c, k); b.from > 0 && !b.object {
		return b
	}
	if c.verb.takes('c') && k < len(u.ws) && u.ws[k].tag != tagComma && clauseAt(u.ws, k) {
		return brought{from: k}
	}
	return brought{}
}

// behindComma looks for a quotation or "that" behind a comma, a colon or a dash
// further on: said on Sunday, after the vote, “…”.
func (u *unit) behindComma(c *cue, i int) brought {
	ws := u.ws
	if !c.verb.takes('q') {
		return brought{}
	}
	for k := i; k+1 < len(ws) && k < i+reach; k++ {
		next := &ws[k+1]
		switch ws[k].tag {
		case tagVerb, tagStop, tagBe, tagModal, tagHave:
			return brought{}
		case tagColon:
			if next.tag == tagQuote {
				return brought{from: k + 1}
			}
		case tagComma, tagDash:
			if next.tag == tagQuote && ws[k].tag == tagComma && utterance(u, k+1) || next.tag == tagThat && c.verb.takes('c') {
				return brought{from: k + 1}
			}
		}
	}
	return brought{}
}

// pronounClause looks for a clause that begins with a pronoun behind a place
// that runs into it: said in Akron he would.
func (u *unit) pronounClause(c *cue, i int) brought {
	ws := u.ws
	if !c.verb.takes('c') || at(ws, i).tag != tagPrep || c.verb.prep(at(ws, i).low) || !clauseAt(ws, i) {
		return brought{}
	}
	for k := i + 1; k < len(ws) && k < i+20; k++ {
		if ws[k].tag == tagPron && nominal(&ws[k-1]) && clauseAt(ws, k) {
			return brought{from: k}
		}
	}
	return brought{}
}

// whatever takes anything that "say" brings: said yes, said not much.
func (u *unit) whatever(c *cue, i int) brought {
	w := at(u.ws, i)
	if c.verb.lemma != "say" || timeWords[w.low] {
		return brought{}
	}
	switch w.tag {
	case tagStop, tagComma, tagPrep, tagSub, tagAnd, tagTo, tagDash, tagClose, tagOpen:
		return brought{}
	}
	return brought{from: i}
}

// behindPhrase looks for a clause with a phrase before its comma: says despite
// the vote, the plan stands.
func (u *unit) behindPhrase(c *cue, i int) brought {
	ws := u.ws
	if !fronts[at(ws, i).low] || !c.verb.takes('c') || !c.verb.takes('q') {
		return brought{}
	}
	for k := i; k < len(ws) && k < i+12; k++ {
		switch ws[k].tag {
		case tagVerb, tagBe, tagStop:
			return brought{}
		case tagComma:
			if at(ws, k+1).tag != tagIng && clauseAt(ws, k+1) {
				return brought{from: i}
			}
		}
	}
	return brought{}
}

// fronts are prepositions of phrases that open a clause.
var fronts = wordSet("despite in under without during at on amid")

// object looks for a noun phrase or, where the verb takes one, for what a
// preposition or a word in -ing brings.
func (u *unit) object(c *cue, i int) brought {
	ws, v, w := u.ws, c.verb, at(u.ws, i)
	switch {
	case w.tag == tagPrep || w.low == "to":
		next := at(ws, i+1)
		if v.prep(w.low) && next.tag != tagStop && !timeWords[next.low] && !timeWords[at(ws, i+2).low] {
			return brought{i + 1, true}
		}
	case w.tag == tagIng && v.takes('g'):
		return brought{i, true}
	case timeWords[w.low]:
	case v.takes('o') || v.takes('d'):
		if startsNoun(w) || w.tag == tagPron || w.tag == tagQuote || w.tag == tagPart || w.low == "what" || w.tag == tagThat && at(ws, i+1).tag == tagQuote {
			return brought{i, true}
		}
	case v.takes('e') && startsNoun(w):
		if p, _, _ := subject(ws, c.first); !p.none() && speaksOnPaper(ws, p) {
			return brought{i, true}
		}
	}
	return brought{}
}
