package quotes

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed data/nouns.txt
var nounsFile string

// theNouns parses the embedded list when a text is first read.
var theNouns = sync.OnceValue(func() map[string]*cueVerb {
	m := map[string]*cueVerb{}
	parseCues(nounsFile, func(v *cueVerb) {
		m[v.lemma] = v
		switch {
		case strings.HasSuffix(v.lemma, "sm") || v.lemma == "opposition" || v.lemma == "confidence":
		default:
			m[plural(v.lemma)] = v
		}
	})
	return m
})

func plural(noun string) string {
	if n := len(noun); noun[n-1] == 'y' && !strings.ContainsRune("aeiou", rune(noun[n-2])) {
		return noun[:n-1] + "ies"
	}
	return noun + "s"
}

// nominal finds "Moss's claim that …", "her plan to …", "their criticism of …":
// a noun that attributes, with somebody's possessive before it.
func (u *unit) nominal(ps []piece) []piece {
	ws := u.ws
	var out []piece
	for i := 1; i < len(ws); i++ {
		if ws[i].tag != tagNoun {
			continue
		}
		v := theNouns()[ws[i].low]
		if v == nil {
			continue
		}
		from, object := u.nounBrings(v, i+1)
		if from == 0 {
			continue
		}
		src := possessor(ws, i)
		if src.none() {
			src = maker(ws, i)
		}
		if src.none() {
			continue
		}
		c := &cue{verb: v, main: i, first: i, last: i, form: tagNoun}
		pc := piece{cue: c, source: src, cueWords: phrase{i, i + 1}, rule: ruleNominal, certainty: 0.7, verb: v.lemma, stance: v.stance, object: object}
		end := contentEnd(ws, from, c, u.cues, object, false)
		if clauseEdge(ws, src.from) {
			end = beforeVerb(ws, from, end, object || ws[from].tag == tagTo)
		}
		pc.content = []phrase{{from, end}}
		if end <= from || u.inside(ps, c) || overlapsAny(ps, pc.content) || overlapsAny(out, pc.content) {
			continue
		}
		out = append(out, pc)
	}
	return out
}

// nounBrings returns where what the noun brings begins, 0 where it brings
// nothing.
func (u *unit) nounBrings(v *cueVerb, i int) (from int, object bool) {
	for timeWords[at(u.ws, i).low] {
		i++
	}
	w := at(u.ws, i)
	switch {
	case w.tag == tagThat && v.takes('t') && clauseAt(u.ws, i+1):
		return i, false
	case w.tag == tagTo && v.takes('i') && at(u.ws, i+1).tag != tagStop:
		return i, false
	case v.prep(w.low) && i+1 < len(u.ws):
		return i + 1, true
	}
	return 0, false
}

// possessor is whose the noun ws[i] is: "his", "Moss's", with adjectives
// between.
func possessor(ws []word, i int) phrase {
	for k := i - 1; k >= 0 && i-k < 5; k-- {
		switch w := &ws[k]; w.tag {
		case tagAdj, tagNoun, tagAdv, tagNum, tagIng, tagPart:
			continue
		case tagPoss:
			if w.low == "'s" || w.low == "" {
				p := phrase{k, k}
				for p.from > 0 && (nominal(&ws[p.from-1]) || ws[p.from-1].tag == tagAdj || ws[p.from-1].tag == tagDet) {
					p.from--
					if ws[p.from].tag == tagDet {
						break
					}
				}
				return p
			}
			if w.low == "whose" || w.low == "its" {
				return phrase{}
			}
			return phrase{k, k + 1}
		default:
			return phrase{}
		}
	}
	return phrase{}
}

// maker is who makes the noun ws[i]: "Moss issued a statement on …".
func maker(ws []word, i int) phrase {
	for k := i - 1; k >= 0 && i-k < 6; k-- {
		switch ws[k].tag {
		case tagAdj, tagNoun, tagAdv, tagNum, tagDet:
			continue
		case tagVerb, tagPart:
			if !makes[ws[k].reading.lemma] {
				return phrase{}
			}
			c := cue{first: k, last: k, main: k, form: ws[k].tag}
			c.takeAuxiliaries(ws)
			p, relative, elided := subject(ws, c.first)
			if c.form != tagVerb || relative || elided {
				return phrase{}
			}
			return p
		default:
			return phrase{}
		}
	}
	return phrase{}
}

// makes are verbs that say no more than that somebody said it.
var makes = wordSet("make issue deliver release renew repeat have give send post publish raise face")

// beforeVerb ends what a noun brings in front of the verb of which the noun is
// the subject: "his claim that the vote was fixed | drew laughter". A phrase
// holds no verb of its own, a clause one.
func beforeVerb(ws []word, from, end int, phrasal bool) int {
	own := 1
	if phrasal {
		own = 0
	}
	for k := from; k < end; k++ {
		switch ws[k].tag {
		case tagWh, tagSub, tagAnd:
			own++
		case tagVerb, tagBe, tagHave, tagModal, tagDo:
			if own == 0 && ws[k-1].tag != tagHave && ws[k-1].tag != tagModal {
				return k
			}
			if p := at(ws, k-1).tag; own > 0 && p != tagModal && p != tagHave && p != tagBe && p != tagNot && p != tagAdv {
				own--
			}
		}
	}
	return end
}
