package quotes

import "onrecord/news"

// leading finds what a cue brings behind it: said that …, vowed to …, denounced
// the ….
func (u *unit) leading(c *cue, ps []piece) (piece, bool) {
	ws := u.ws
	if c.hedged && !c.negated || c.form == tagPart {
		return piece{}, false
	}
	said := u.complement(c)
	if said.from == 0 {
		return piece{}, false
	}
	from, object := said.from, said.object
	source, whom, relative, ok := u.sourceOf(c, ps)
	if !ok || supposed(ws, source) {
		return piece{}, false
	}
	if object && !c.verb.fits(ws, from) {
		return piece{}, false
	}
	within := relative || at(ws, source.from-1).tag == tagWh // what Moss called “…” | cost millions
	end := contentEnd(ws, from, c, u.cues, object, within)
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
