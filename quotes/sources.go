package quotes

import "strings"

// sourceOf finds whose a cue is, when it brings its content behind it.
func (u *unit) sourceOf(c *cue, ps []piece) (source, whom phrase, relative, ok bool) {
	ws := u.ws
	if c.main == 0 && c.verb.lemma == "ask" && ws[0].reading.form == edForm {
		return phrase{}, phrase{}, false, true // Asked whether …, she said
	}
	if c.form == tagVerb {
		p, rel, elided := subject(ws, c.first)
		switch {
		case rel:
			return p, antecedent(ws, p), true, true
		case !p.none():
			return p, phrase{}, false, true
		case elided:
			s := u.carried(c, ps)
			return s, phrase{}, false, !s.none()
		}
		return phrase{}, phrase{}, false, false
	}

	if c.form == tagIng {
		b := at(ws, c.first-1)
		if b.tag == tagNoun || b.tag == tagName {
			p := nounBefore(ws, c.first-1)
			if p.from > 0 && at(ws, p.from-1).low != "with" && (speaksOnPaper(ws, p) || c.verb.takes('q') && at(ws, p.from-1).tag == tagTo) {
				if s := u.mainSubject(p.from); !s.none() {
					return s, phrase{}, false, true // Moss issued a statement saying …
				}
			}
			return p, phrase{}, true, !p.none()
		}
	}
	s := u.carried(c, ps)
	if c.form == tagIng && (c.main == 0 || c.main == 1 && (ws[0].tag == tagPrep || ws[0].tag == tagSub)) {
		s = u.mainSubject(len(ws)) // Stressing the point, Moss said …
	}
	if s.none() || c.form == tagBase && (ws[s.from].low == "it" || ws[s.from].low == "there") {
		return phrase{}, phrase{}, false, false
	}
	return s, phrase{}, false, true
}

// carried is the subject that a cue without one of its own shares: that of the
// statement before it, or of the sentence.
func (u *unit) carried(c *cue, ps []piece) phrase {
	for n := len(ps) - 1; n >= 0; n-- {
		if ps[n].cue != nil && ps[n].cue.main < c.main && !ps[n].source.none() && at(u.ws, ps[n].source.from).tag != tagWh {
			return ps[n].source
		}
	}
	return u.mainSubject(c.first)
}

// mainSubject is the subject of the sentence's first finite verb before
// ws[limit], clauses put in front of it left out.
func (u *unit) mainSubject(limit int) phrase {
	ws := u.ws
	k := 0
	if at(ws, 0).tag == tagSub {
		for k < limit && ws[k].tag != tagComma {
			k++
		}
	}
	for ; k < limit; k++ {
		switch ws[k].tag {
		case tagDash: // an aside between dashes is not the sentence's own
			for e := k + 1; e < limit && e < k+reach; e++ {
				if ws[e].tag == tagDash {
					k = e
					break
				}
			}
		case tagVerb, tagBe, tagHave, tagDo, tagModal:
			if p, relative, elided := subject(ws, k); !p.none() && !relative && !elided {
				return p
			}
		}
	}
	return phrase{}
}

// nameIn is the part of a source that tells who it is: what stands before an
// aside, or the name behind a description ("a spokesman, Emil Sand").
func nameIn(ws []word, p phrase) phrase {
	for k := p.from + 1; k < p.to; k++ {
		if t := ws[k].tag; t != tagComma && t != tagDash && t != tagOpen && (t != tagWh || ws[k].low != "who" && ws[k].low != "which") {
			continue
		}
		if isList(ws, k, p.to) {
			return p
		}
		head := phrase{p.from, k}
		if ws[k-1].tag != tagName && ws[k].tag == tagComma && at(ws, k+1).tag == tagName && k+1 < p.to {
			e := k + 1
			for e < p.to && ws[e].tag == tagName {
				e++
			}
			if e == p.to || ws[e].tag == tagComma {
				return phrase{k + 1, e}
			}
		}
		return head
	}
	return p
}

// speaksOnPaper tells whether a source is a poll, a report or the like.
func speaksOnPaper(ws []word, p phrase) bool {
	for k := p.from; k < p.to; k++ {
		if ws[k].tag == tagComma || ws[k].tag == tagPrep && k > p.from {
			break
		}
		if papers[strings.TrimSuffix(ws[k].low, "s")] {
			return true
		}
	}
	return false
}

var papers = wordSet(`poll survey study report record document email memo letter result data figure number
	research analysis statement transcript video photo filing paper review audit log post footage ad image message tweet article piece`)

// antecedent is the noun phrase that a relative pronoun stands for.
func antecedent(ws []word, pronoun phrase) phrase {
	k := pronoun.from - 1
	if at(ws, k).tag == tagComma {
		k--
	}
	if at(ws, k).tag == tagNum && at(ws, k-1).tag == tagComma {
		k -= 2 // Moss, 83, who
	}
	return nounBefore(ws, k)
}

// isList tells whether the comma ws[k] stands between names that "and" joins
// before ws[to].
func isList(ws []word, k, to int) bool {
	if ws[k].tag != tagComma || ws[k-1].tag != tagName {
		return false
	}
	for k++; k < to && ws[k].tag == tagName; k++ {
		if at(ws, k+1).low == "and" {
			return k+1 < to
		}
	}
	return false
}
