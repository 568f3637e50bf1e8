package quotes

// speechTag is a cue with its subject, where they close or interrupt what is
// said: "Moss said", "said Moss".
type speechTag struct {
	left   int // where the words before it end, 0 when it is no tag
	after  int // where the words behind it begin
	source phrase
}

// speechTag tells whether a cue and its subject form a tag.
func (u *unit) speechTag(c *cue) speechTag {
	if t := u.tagBefore(c); t.left > 0 {
		return t
	}
	return u.tagBehind(c)
}

// tagBefore finds a tag of which the subject comes first: Moss said.
func (u *unit) tagBefore(c *cue) speechTag {
	ws := u.ws
	p, relative, elided := subject(ws, c.first)
	if p.none() || relative || elided {
		return speechTag{}
	}
	b := at(ws, p.from-1)
	left := p.from
	switch {
	case b.tag == tagQuote:
	case c.verb.prep(at(ws, c.last+1).low):
		return speechTag{} // points to the port
	case b.tag == tagComma || b.tag == tagDash:
		left--
	case b.low == "as" && at(ws, p.from-2).tag == tagComma:
		left -= 2
	case b.low == "as" && at(ws, p.from-2).tag == tagQuote:
		left--
	default:
		return speechTag{}
	}
	if left <= 0 {
		return speechTag{}
	}
	after, next := tagEnd(ws, c), at(ws, c.last+1).tag
	quoted := b.tag == tagQuote
	switch end := at(ws, after).tag; {
	case !quoted && ws[left-1].tag != tagQuote && (end == tagComma || end == tagColon) && at(ws, after+1).tag == tagQuote:
		// As the crowd booed, Moss said, "…"
	case quoted && u.leansRight(c, p.from, after):
	case endsTag(ws, after):
		return speechTag{left, after, p}
	case b.tag == tagComma && finiteIn(ws, 0, left) >= 0 && u.onlyAdjuncts(c.last+1):
		return speechTag{left, c.last + 1, p}
	case quoted && b.pause && next != tagQuote && next != tagColon && next != tagThat:
		return speechTag{left, c.last + 1, p}
	}
	return speechTag{}
}

// tagBehind finds a tag of which the subject comes last: said Moss.
func (u *unit) tagBehind(c *cue) speechTag {
	ws := u.ws
	b := at(ws, c.first-1)
	if c.first != c.main || b.tag != tagQuote && b.tag != tagComma {
		return speechTag{}
	}
	p := nounAfter(ws, c.last+1, true)
	if p.none() || ws[p.from].tag == tagPron && p.to < len(ws) && !endsTag(ws, p.to) {
		return speechTag{}
	}
	left := c.first
	if b.tag == tagComma {
		said := phrase{0, c.first}
		if c.first < 4 || !inverts[c.verb.lemma] || !endsTag(ws, p.to) || finiteIn(ws, 0, c.first) < 0 && !hasQuote(ws, []phrase{said}) {
			return speechTag{}
		}
		left--
	}
	after := adjunctEnd(ws, p.to)
	if !endsTag(ws, after) {
		after = p.to
		if t := at(ws, after).tag; t != tagPrep && t != tagWh && !endsTag(ws, after) && !(b.tag == tagQuote && b.pause) {
			return speechTag{}
		}
	}
	return speechTag{left, after, p}
}

// inverts are the verbs that come before their subject without a quotation:
// "The plan will fail, said Moss".
var inverts = wordSet("say write add report note explain")

// onlyAdjuncts tells whether what follows a cue at ws[i] is a time, a place or
// a subordinate clause, and nothing that is said.
func (u *unit) onlyAdjuncts(i int) bool {
	switch w := at(u.ws, i); {
	case w.tag == tagPrep, w.tag == tagAdv, timeWords[w.low]:
	case w.low == "as", w.low == "after", w.low == "before", w.low == "when", w.low == "while":
		return true
	default:
		return false
	}
	for k := i; k < len(u.ws); k++ {
		switch w := &u.ws[k]; w.tag {
		case tagSub, tagWh:
			return w.low != "whether" && w.low != "if"
		case tagStop, tagComma:
			return true
		case tagThat, tagQuote, tagColon, tagVerb, tagBe, tagHave, tagDo, tagModal:
			return false
		}
	}
	return true
}

// leansRight tells whether what stands before a tag is no more than an opening
// phrase that ends with a quotation ("Asked about “Marco!,” she said …"), so
// that the cue brings what follows it.
func (u *unit) leansRight(c *cue, left, after int) bool {
	ws := u.ws
	if ws[0].tag == tagQuote || finiteIn(ws, 0, left) >= 0 {
		return false
	}
	switch ws[0].tag {
	case tagIng, tagPart, tagPrep, tagVerb:
	default:
		return false
	}
	return at(ws, after).tag == tagComma && at(ws, after+1).tag == tagQuote || clauseAt(ws, c.last+1)
}

// tagEnd skips somebody told and adjuncts behind a cue.
func tagEnd(ws []word, c *cue) int {
	i := c.last + 1
	if c.verb.hearsay {
		if p := nounAfter(ws, i, true); !p.none() {
			if q := nounAfter(ws, i, false); endsTag(ws, q.to) {
				p = q
			}
			i = p.to
		}
	}
	return adjunctEnd(ws, i)
}

// endsTag tells whether a tag ends at ws[i].
func endsTag(ws []word, i int) bool {
	switch w := at(ws, i); w.tag {
	case tagStop, tagComma, tagDash, tagClose:
		return true
	case tagSub:
		return w.low != "whether" && w.low != "if"
	case tagIng:
		return true
	case tagAnd:
		return true
	case tagQuote:
		return false
	}
	return false
}
