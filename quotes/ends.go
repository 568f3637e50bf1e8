package quotes

import "onrecord/news"

// contentEnd returns where the content that begins at ws[from] ends: at the
// sentence's end, or where the reporter takes over again. c is its cue; object
// tells that the content is a noun phrase and not a clause; relative that the
// cue stands in a "who said" clause, behind which the main verb comes.
func contentEnd(ws []word, from int, c *cue, cues []cue, object, relative bool) int {
	e := ending{ws: ws, from: from, cue: c, cues: cues, object: object, relative: relative}
	e.phrasal = object || at(ws, from).tag == tagTo
	e.fronted = c.fronted(ws)
	depth := 0
	for k := from; k < len(ws); k++ {
		switch ws[k].tag {
		case tagOpen:
			depth++
		case tagClose:
			if depth == 0 {
				return k
			}
			depth--
		case tagStop:
			if e.phrasal && k > from || onlyMarks(ws[k+1:]) || e.newCue(k+1) {
				return k
			}
		}
		if k > from && (e.leavesFront(k) || e.leavesQuotation(k)) {
			return k
		}
		if k > from && depth == 0 && e.here(k) {
			return k
		}
	}
	return len(ws)
}

// ending looks for the end of one content.
type ending struct {
	ws   []word
	from int
	cue  *cue
	cues []cue
	// object, relative: see contentEnd. phrasal: an object, or "to" and a verb.
	// fronted: the cue's clause stands before the main one.
	object, phrasal, relative, fronted bool
}

// leavesFront tells whether the main clause begins at or behind ws[k], when
// the content stands before it.
func (e *ending) leavesFront(k int) bool {
	if !e.fronted {
		return false
	}
	p := &e.ws[k-1]
	return e.ws[k].tag == tagComma && clauseAt(e.ws, k+1) || p.tag == tagQuote && p.pause && clauseAt(e.ws, k)
}

// leavesQuotation tells whether the content was the one quotation before ws[k],
// or paused there.
func (e *ending) leavesQuotation(k int) bool {
	p := &e.ws[k-1]
	if p.tag != tagQuote {
		return false
	}
	return k == e.from+1 && behindQuote(e.ws, k) || p.pause && e.atComma(k-1)
}

// here tells whether the content ends in front of ws[k].
func (e *ending) here(k int) bool {
	ws, w := e.ws, &e.ws[k]
	if e.relative && (k > e.from+1 || ws[e.from].tag == tagQuote) && outerVerb(ws, k) && (e.phrasal || ws[e.from].tag != tagWh && ownVerb(ws, e.from, k)) {
		return true
	}
	switch w.tag {
	case tagComma:
		return e.atComma(k)
	case tagDash:
		return e.relative || e.object || at(ws, k+1).tag == tagAnd && e.atComma(k)
	case tagAnd:
		return e.atAnd(k)
	case tagPrep:
		if e.object && e.cue.verb != nil && e.cue.verb.takes('d') && e.comparesAhead(k) {
			return false
		}
		return e.object && (w.low == "during" || w.low == "throughout" || w.low == "by" && at(ws, k+1).tag == tagIng || w.low == "without" && e.ingCue(k+1))
	case tagSub:
		return e.object && (e.ingCue(k+1) || outerSubs[w.low] || w.low == "as" && newSpeaker(ws, k+1, e.cues))
	}
	return false
}

// comparesAhead tells whether "as" follows an adjunct at ws[k]: "described the
// plan during a hearing as …".
func (e *ending) comparesAhead(k int) bool {
	for i := e.from; i < k; i++ {
		if e.ws[i].low == "as" {
			return false
		}
	}
	end := adjunctEnd(e.ws[:min(len(e.ws), k+10)], k)
	return end > k && at(e.ws, end).low == "as"
}

// outerSubs join a clause of the reporter's to one with an object: "denounced
// the plan while the crowd cheered".
var outerSubs = wordSet("while although though until after before since")

// ingCue tells whether a cue in -ing begins at ws[i]: "before ripping the …".
func (e *ending) ingCue(i int) bool {
	n := cueAt(e.cues, e.ws, i)
	return n != nil && n.form == tagIng
}

// atAnd tells whether the "and" or "but" ws[k] brings somebody new, or a
// further cue of the same speaker.
func (e *ending) atAnd(k int) bool {
	ws := e.ws
	if e.phrasal && ws[k].low != "or" {
		if auxiliarySoon(ws, k+1) || newSpeaker(ws, k+1, e.cues) || ws[k-1].tag == tagQuote && e.newCue(k+1) || at(ws, k+1).tag == tagPron && finiteIn(ws, k+2, k+4) >= 0 {
			return true
		}
	}
	next := cueAt(e.cues, ws, k+1)
	if next == nil || next.main == e.cue.main || !sameTense(ws, e.cue, next) {
		return false
	}
	// "said he was ill and wanted to leave" goes on with what is said.
	return e.object || next.verb.stance != news.Held || e.cue.verb.stance == news.Held
}

// atComma tells whether the comma ws[k] ends the content: what follows is a
// new cue, an aside of the reporter's, or the verb that a relative clause kept
// waiting.
func (e *ending) atComma(k int) bool {
	ws, next := e.ws, at(e.ws, k+1)
	if e.relative && verbAfterAdverbs(ws, k+1) {
		return true
	}
	if e.phrasal && asideCloses(ws, k) {
		return false
	}
	n := cueAt(e.cues, ws, k+1)
	if n != nil && (n.form == tagIng || e.phrasal && n.form == tagVerb && n.main == k+1) {
		return true // ", adding that …"
	}
	switch next.low {
	case "according":
		return true
	case "or":
		return e.clauseCue(k+2, next.low)
	case "and", "but", "while", "though", "although", "whereas", "as", "yet":
		if e.clauseCue(k+2, next.low) || e.otherCue(k+2) {
			return true
		}
		if e.phrasal && (next.low != "and" || finiteIn(ws, k+2, k+8) >= 0) {
			return true
		}
	case "when", "after", "before", "because", "since", "even", "so":
		return e.phrasal
	}
	if !e.phrasal {
		return false
	}
	switch next.tag {
	case tagWh, tagIng:
		return true
	case tagDet:
		return apposition(ws, k) > 0
	case tagPrep:
		return !innerPreps[next.low]
	}
	return false
}

// innerPreps go on with an object behind a comma.
var innerPreps = wordSet("of for including from with like")

// clauseCue tells whether a cue without a subject begins at ws[i], behind a
// comma and the word link: ", but said …".
func (e *ending) clauseCue(i int, link string) bool {
	n := cueAt(e.cues, e.ws, i)
	return n != nil && (n.form == tagVerb || n.form == tagIng && link == "while")
}

// otherCue tells whether a subject and its cue begin at ws[i], behind a comma
// and "but": ", but Moss said …".
func (e *ending) otherCue(i int) bool {
	n, p := e.withSubject(i)
	return n != nil && (n.verb.takes('q') || n.verb.stance != news.Held && e.ws[p.from].tag == tagPron)
}

// newCue tells whether somebody begins to say something at ws[i], behind a
// semicolon.
func (e *ending) newCue(i int) bool {
	n, _ := e.withSubject(i)
	return n != nil && n.verb.stance != news.Held
}

// withSubject returns the cue of which the subject begins at ws[i], nil if
// there is none.
func (e *ending) withSubject(i int) (*cue, phrase) {
	p := nounAfter(e.ws, i, true)
	if p.none() {
		return nil, p
	}
	to := p.to
	for to < len(e.ws) && (e.ws[to].tag == tagAdv || e.ws[to].tag == tagComma) {
		to++
	}
	if n := cueAt(e.cues, e.ws, to); n != nil && n.form == tagVerb {
		return n, p
	}
	return nil, p
}

// verbAfterAdverbs tells whether a finite verb stands at ws[i], adverbs skipped.
func verbAfterAdverbs(ws []word, i int) bool {
	for at(ws, i).tag == tagAdv {
		i++
	}
	switch at(ws, i).tag {
	case tagVerb, tagBe, tagHave, tagDo, tagModal:
		return true
	}
	return false
}

// asideCloses tells whether the comma ws[k] opens an aside after which the
// object goes on: "blamed the port, along with the city, for …".
func asideCloses(ws []word, k int) bool {
	if t := at(ws, k+1).tag; t != tagPrep && t != tagAdv {
		return false
	}
	for i := k + 2; i < len(ws) && i < k+10; i++ {
		if ws[i].tag == tagComma {
			switch at(ws, i+1).low {
			case "for", "of", "as", "with":
				return true
			}
			return false
		}
	}
	return false
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
	past := func(w word) bool {
		return w.reading.form == edForm || w.reading.form == pastForm || w.low == "did" || w.low == "didn't"
	}
	if fa.tag == tagVerb && fb.tag == tagVerb {
		return past(fa) == past(fb)
	}
	return (fa.tag == tagHave || fa.tag == tagDo) && past(fb) || fa.tag == fb.tag
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
