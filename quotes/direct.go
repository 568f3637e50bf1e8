package quotes

import "onrecord/news"

// trailing finds the next cue behind ws[from] that stands after its content or
// inside it: "…," Moss said; … , said Moss; X, Moss said, Y.
func (u *unit) trailing(from int) (piece, int, bool) {
	ws := u.ws
	for n := range u.cues {
		c := &u.cues[n]
		if c.main < from || !c.verb.takes('q') || c.form != tagVerb || c.hedged {
			continue
		}
		left, source, whom, after, ok := u.tag(c)
		if !ok || left <= from {
			continue
		}
		if c.negated && c.stanceOf() != news.Unsaid {
			continue
		}
		start := contentStart(ws, from, left)
		if start >= left {
			continue
		}
		if at(ws, left-1).tag != tagQuote && subordinate(ws, start, left) {
			continue
		}
		if c.verb.hearsay && at(ws, left-1).tag != tagQuote && finiteIn(ws, start, left) < 0 {
			continue
		}
		if left-start < 3 && at(ws, left-1).tag != tagQuote && !continues(ws, after) {
			continue
		}
		pc := piece{cue: c, source: source, whom: whom, rule: ruleAfter, certainty: 0.95, verb: c.verb.lemma, stance: c.stanceOf(), cueWords: phrase{c.first, c.last + 1}}
		pc.content = []phrase{{start, left}}
		next := after
		if at(ws, after).tag == tagComma || at(ws, after).tag == tagDash || at(ws, after).tag == tagColon {
			if end := u.remainder(c, phrase{start, left}, after+1); end > after+1 {
				pc.content = append(pc.content, phrase{after + 1, end})
				pc.rule = ruleMiddle
				next = end
			}
		}
		if !hasQuote(ws, pc.content) {
			pc.certainty = 0.9
		}
		return pc, next, true
	}
	return piece{}, 0, false
}

// subordinate tells whether ws[from:to] is no more than a clause that hangs on
// the next: "While the port grows, …".
func subordinate(ws []word, from, to int) bool {
	first := &ws[from]
	if first.tag != tagSub && first.low != "when" || first.low == "if" || first.low == "because" || first.low == "so" {
		return false
	}
	for k := from; k < to; k++ {
		if ws[k].tag == tagComma && clauseAt(ws[:to], k+1) {
			return false
		}
	}
	return true
}

// continues tells whether the sentence goes on behind a tag that a comma ends,
// so that even a few words before it may be the beginning of what is said.
func continues(ws []word, after int) bool {
	return at(ws, after).tag == tagComma && at(ws, after+1).tag != tagStop
}

func hasQuote(ws []word, ps []phrase) bool {
	for _, p := range ps {
		for k := p.from; k < p.to; k++ {
			if ws[k].tag == tagQuote {
				return true
			}
		}
	}
	return false
}

// tag tells whether a cue and its subject form a tag that closes or interrupts
// what is said: where the words before it end, and where those after it begin.
func (u *unit) tag(c *cue) (left int, source, whom phrase, after int, ok bool) {
	ws := u.ws
	// Moss said: the subject stands before the cue.
	if p, relative, elided := subject(ws, c.first); !p.none() && !relative && !elided {
		b := at(ws, p.from-1)
		left = p.from
		bare := false
		switch {
		case b.tag == tagComma || b.tag == tagDash:
			left = p.from - 1
		case b.tag == tagQuote:
		case b.low == "as" && p.from >= 2 && (ws[p.from-2].tag == tagComma || ws[p.from-2].tag == tagQuote):
			left = p.from - 1
			if ws[p.from-2].tag == tagComma {
				left--
			}
		case b.tag == tagStop && p.from > 1 && ws[p.from-1].low == "" && at(ws, p.from-2).tag != tagStop:
			bare = true
		default:
			bare = true
		}
		if b.tag != tagQuote && c.verb.prep(at(ws, c.last+1).low) {
			bare = true // points to the port
		}
		if !bare && left > 0 {
			after = tagEnd(ws, c)
			if b.tag != tagQuote && (at(ws, after).tag == tagComma || at(ws, after).tag == tagColon) && at(ws, after+1).tag == tagQuote && at(ws, left-1).tag != tagQuote {
				return 0, phrase{}, phrase{}, 0, false // As the crowd booed, Moss said, "…"
			}
			if b.tag == tagQuote && u.leansRight(c, p.from, after) {
				return 0, phrase{}, phrase{}, 0, false
			}
			if endsTag(ws, after) {
				return left, p, phrase{}, after, true
			}
			if b.tag == tagComma && finiteIn(ws, 0, left) >= 0 && u.onlyAdjuncts(c.last+1) {
				return left, p, phrase{}, c.last + 1, true
			}
			if b.tag == tagQuote && b.pause && at(ws, c.last+1).tag != tagQuote && at(ws, c.last+1).tag != tagColon && at(ws, c.last+1).tag != tagThat {
				return left, p, phrase{}, c.last + 1, true
			}
		}
	}
	// said Moss: it stands behind.
	b := at(ws, c.first-1)
	if c.first != c.main || b.tag != tagQuote && b.tag != tagComma {
		return 0, phrase{}, phrase{}, 0, false
	}
	p := nounAfter(ws, c.last+1, true)
	if p.none() || ws[p.from].tag == tagPron && p.to < len(ws) && !endsTag(ws, p.to) {
		return 0, phrase{}, phrase{}, 0, false
	}
	if b.tag == tagComma && (c.first < 4 || !inverts[c.verb.lemma] || finiteIn(ws, 0, c.first) < 0 && !hasQuote(ws, []phrase{{0, c.first}}) || !endsTag(ws, p.to)) {
		return 0, phrase{}, phrase{}, 0, false
	}
	after = adjunctEnd(ws, p.to)
	if !endsTag(ws, after) {
		after = p.to
		if !endsTag(ws, after) && at(ws, after).tag != tagPrep && at(ws, after).tag != tagWh && !(b.tag == tagQuote && b.pause) {
			return 0, phrase{}, phrase{}, 0, false
		}
	}
	left = c.first
	if b.tag == tagComma {
		left--
	}
	return left, p, phrase{}, after, true
}

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

// inverts are the verbs that come before their subject without a quotation:
// "The plan will fail, said Moss".
var inverts = wordSet("say write add report note explain")

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

// contentStart returns where what is said before a tag begins: behind a colon
// that leads into a quotation, without an "and" of the reporter's.
func contentStart(ws []word, from, left int) int {
	for from < left && (ws[from].tag == tagComma || ws[from].tag == tagDash || ws[from].tag == tagStop) {
		from++
	}
	for k := left - 1; k > from; k-- {
		if ws[k].tag == tagColon && (at(ws, k+1).tag == tagQuote || at(ws, left-1).tag != tagQuote) {
			return k + 1
		}
	}
	if from < left && ws[from].tag == tagAnd {
		from++
		if from < left && ws[from].tag == tagComma {
			from++
		}
	}
	return from
}

// remainder returns the end of what the speaker goes on to say behind a tag in
// the middle; from itself when the reporter goes on instead.
func (u *unit) remainder(c *cue, said phrase, from int) int {
	ws := u.ws
	if at(ws, from).tag == tagQuote {
		k := from + 1
		return k
	}
	complete := finiteIn(ws, said.from, said.to) >= 0 || hasQuote(ws, []phrase{said})
	quoted := at(ws, said.to-1).tag == tagQuote
	go_on := false
	switch w := at(ws, from); w.tag {
	case tagVerb, tagBe, tagHave, tagDo, tagModal:
		go_on = !quoted
	case tagThat:
		go_on = true
	case tagAnd:
		go_on = !quoted && cueAt(u.cues, ws, from+1) == nil && clauseAt(ws, from+1)
	case tagSub:
		go_on = !quoted && (w.low == "because" || w.low == "if")
	}
	if !complete || said.to-said.from < 4 && !quoted {
		go_on = true
	}
	if !go_on {
		return from
	}
	return contentEnd(ws, from, c, u.cues, false, false)
}

// inverted finds a cue that opens its sentence: Said Moss, "…"; and "as Moss
// put it, …" before what it credits.
func (u *unit) inverted(c *cue) (piece, bool) {
	ws := u.ws
	if !c.verb.takes('q') || c.form != tagVerb && c.form != tagPart {
		return piece{}, false
	}
	pc := piece{cue: c, rule: ruleBefore, certainty: 0.9, verb: c.verb.lemma, stance: c.stanceOf(), cueWords: phrase{c.first, c.last + 1}}
	if c.main == 0 {
		p := nounAfter(ws, 1, true)
		if p.none() || p.to+1 >= len(ws) || ws[p.to].tag != tagComma && ws[p.to].tag != tagColon || ws[p.to+1].tag != tagQuote {
			return piece{}, false
		}
		pc.source, pc.content = p, []phrase{{p.to + 1, contentEnd(ws, p.to+1, c, u.cues, false, false)}}
		return pc, true
	}
	p, relative, elided := subject(ws, c.first)
	if p.none() || relative || elided || at(ws, p.from-1).low != "as" || p.from > 3 {
		return piece{}, false
	}
	end := tagEnd(ws, c)
	if at(ws, end).tag != tagComma && at(ws, end).tag != tagColon || end+1 >= len(ws) {
		return piece{}, false
	}
	pc.source, pc.content = p, []phrase{{end + 1, contentEnd(ws, end+1, c, u.cues, false, false)}}
	return pc, true
}
