package quotes

import "onrecord/news"

// passive finds what is said of a subject in the passive: "the plan was
// denounced by Moss", "she is seen as a rival", "he was asked whether …", "the
// vote is expected to fail".
func (u *unit) passive(c *cue) (piece, bool) {
	ws, v := u.ws, c.verb
	if c.form != tagPart || c.negated || c.hedged || at(ws, c.last+1).low == "as" && at(ws, c.last+2).tag == tagIng {
		return piece{}, false
	}
	p, relative, elided := subject(ws, c.first)
	if p.none() || elided {
		return piece{}, false
	}
	pc := piece{cue: c, cueWords: phrase{c.first, c.last + 1}, verb: v.lemma, stance: v.stance, rule: rulePassive, certainty: 0.6}
	i := c.last + 1
	if b := at(ws, i); b.low == "by" {
		pc.source = nounAfter(ws, i+1, true)
		if pc.source.none() {
			return piece{}, false
		}
		i = pc.source.to
	}
	end := 0
	switch w := at(ws, i); {
	case v.lemma == "ask":
		k := adjunctEnd(ws, i)
		if b := u.opens(c, k); b.from > 0 {
			i, end = b.from, contentEnd(ws, b.from, c, u.cues, false, relative)
		} else if v.prep(w.low) {
			i, end = i+1, contentEnd(ws, i+1, c, u.cues, true, relative)
		}
		if end > i {
			pc.content = []phrase{{i, end}}
			pc.stance = news.Asked
			return pc, true
		}
		return piece{}, false
	case v.lemma == "expect" && w.tag == tagTo:
		end = contentEnd(ws, i, c, u.cues, false, relative)
	case w.low == "as" && (v.takes('d') || v.takes('o')):
		end = contentEnd(ws, i, c, u.cues, true, relative)
		for k := i; k < end; k++ {
			if ws[k].low == "by" && pc.source.none() {
				if s := nounAfter(ws, k+1, false); !s.none() {
					pc.source, end = s, k
				}
			}
		}
	case (w.low == "for" || w.low == "of" || w.low == "with") && (v.lemma == "accuse" || v.lemma == "charge" || w.low == "for" && v.takes('o') && v.stance == news.Said):
		end = contentEnd(ws, i, c, u.cues, true, relative)
	case !pc.source.none() && v.takes('o'):
		end = i
	default:
		return piece{}, false
	}
	pc.content = []phrase{p}
	if end > i {
		pc.content = append(pc.content, phrase{i, end})
	}
	return pc, true
}
