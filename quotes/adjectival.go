package quotes

import (
	_ "embed"
	"sync"
)

//go:embed data/adjectives.txt
var adjectivesFile string

// theAdjectives parses the embedded list when a text is first read.
var theAdjectives = sync.OnceValue(func() map[string]*cueVerb {
	m := map[string]*cueVerb{}
	parseCues(adjectivesFile, func(v *cueVerb) { m[v.lemma] = v })
	return m
})

// adjectival finds "Moss is worried that …", "they were eager to …": an
// adjective of the mind behind a form of "be", or of "feel" and its like.
func (u *unit) adjectival(ps []piece) []piece {
	ws := u.ws
	var out []piece
	for i := 1; i < len(ws); i++ {
		v := theAdjectives()[ws[i].low]
		if v == nil || ws[i].capital {
			continue
		}
		from, object := u.nounBrings(v, i+1)
		be := i - 1
		for be > 0 && (ws[be].tag == tagAdv || ws[be].tag == tagNot || ws[be].tag == tagAdj) {
			be--
		}
		if from == 0 || ws[be].tag != tagBe && !feels[ws[be].reading.lemma] {
			continue
		}
		c := &cue{verb: v, main: i, first: be, last: i, form: tagVerb}
		if ws[be].tag == tagBe {
			c.form = tagPart // so that auxiliaries before "be" are taken in
		}
		c.takeAuxiliaries(ws)
		for k := be; k < i; k++ {
			c.negated = c.negated || negations[ws[k].low]
		}
		src, relative, elided := subject(ws, c.first)
		if c.hedged || src.none() || elided {
			continue
		}
		end := contentEnd(ws, from, c, u.cues, object, relative)
		pc := piece{cue: c, source: src, content: []phrase{{from, end}}, cueWords: phrase{c.first, i + 1}, rule: ruleAttitude, certainty: 0.7, verb: v.lemma, stance: c.stanceOf(), object: object}
		if relative {
			pc.whom = antecedent(ws, src)
		}
		if end <= from || u.inside(ps, c) || overlapsAny(ps, pc.content) || overlapsAny(out, pc.content) {
			continue
		}
		out = append(out, pc)
	}
	return out
}

// feels are verbs that join somebody to an adjective as "be" does.
var feels = wordSet("feel seem appear become grow remain sound look")
