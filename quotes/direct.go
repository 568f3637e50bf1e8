package quotes

// trailing finds the next cue behind ws[from] that stands after its content or
// inside it: "…," Moss said; … , said Moss; X, Moss said, Y. It returns where
// the next may be looked for.
func (u *unit) trailing(from int) (pc piece, next int, ok bool) {
	ws := u.ws
	for n := range u.cues {
		c := &u.cues[n]
		if c.main < from || !c.verb.takes('q') || c.form != tagVerb || c.hedged {
			continue
		}
		t := u.speechTag(c)
		if t.left <= from {
			continue
		}
		start := contentStart(ws, from, t.left)
		if start >= t.left || !believable(ws, c, phrase{start, t.left}, t.after) {
			continue
		}
		pc := piece{cue: c, source: t.source, rule: ruleAfter, certainty: 0.95, verb: c.verb.lemma, stance: c.stanceOf(), cueWords: phrase{c.first, c.last + 1}}
		pc.content = []phrase{{start, t.left}}
		next := t.after
		switch at(ws, t.after).tag {
		case tagComma, tagDash, tagColon:
			if end := u.remainder(c, pc.content[0], t.after+1); end > t.after+1 {
				pc.content = append(pc.content, phrase{t.after + 1, end})
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

// believable tells whether the words before a tag can be what is said: a
// quotation can; other words must be more than an opening phrase.
func believable(ws []word, c *cue, said phrase, after int) bool {
	if ws[said.to-1].tag == tagQuote {
		return true
	}
	switch {
	case subordinate(ws, said.from, said.to):
		return false
	case c.verb.hearsay && finiteIn(ws, said.from, said.to) < 0:
		return at(ws, after).tag == tagComma && verbAfterAdverbs(ws, after+1) // the plan, he told them, was simple
	}
	return said.to-said.from >= 3 || continues(ws, after)
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
	goesOn := false
	switch w := at(ws, from); w.tag {
	case tagVerb, tagBe, tagHave, tagDo, tagModal:
		goesOn = !quoted
	case tagThat:
		goesOn = true
	case tagAnd:
		goesOn = !quoted && cueAt(u.cues, ws, from+1) == nil && clauseAt(ws, from+1)
	case tagSub:
		goesOn = !quoted && (w.low == "because" || w.low == "if")
	}
	if !complete || said.to-said.from < 4 && !quoted {
		goesOn = true
	}
	if !goesOn {
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
