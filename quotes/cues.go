package quotes

import (
	_ "embed"
	"strings"
	"sync"

	"onrecord/news"
)

//go:embed data/cues.txt
var cuesFile string

// cueVerb is a verb that attributes, and what it may bring: see data/cues.txt.
type cueVerb struct {
	lemma   string
	frames  string
	preps   []string
	stance  news.Stance
	hearsay bool     // somebody told may stand before the content
	objects []string // the only objects it attributes with, none for any
}

func (v *cueVerb) takes(frame byte) bool { return strings.IndexByte(v.frames, frame) >= 0 }

func (v *cueVerb) prep(w string) bool {
	for _, p := range v.preps {
		if p == w {
			return true
		}
	}
	return false
}

// theCues parses the embedded list when a text is first read.
var theCues = sync.OnceValue(func() map[string]*cueVerb {
	m := map[string]*cueVerb{}
	parseCues(cuesFile, func(v *cueVerb) { m[v.lemma] = v })
	return m
})

// parseCues reads a list in the form that data/cues.txt describes.
func parseCues(list string, keep func(*cueVerb)) {
	for line := range strings.Lines(list) {
		f := strings.Fields(line)
		if len(f) < 2 || f[0][0] == '#' {
			continue
		}
		v := &cueVerb{lemma: f[0], stance: news.Said}
		frames, preps, _ := strings.Cut(f[1], ":")
		v.frames = frames
		v.hearsay = v.takes('a')
		if preps != "" {
			v.preps = strings.Split(preps, ",")
		}
		for _, more := range f[2:] {
			if objects, ok := strings.CutPrefix(more, "="); ok {
				v.objects = strings.Split(objects, ",")
			} else {
				v.stance = news.Stance(more)
			}
		}
		keep(v)
	}
}

// cue is a place where a verb may attribute something: the words [first, last]
// of its sentence, auxiliaries included.
type cue struct {
	verb        *cueVerb
	first, last int
	main        int // the verb itself
	form        tag // tagVerb, tagBase, tagPart (passive) or tagIng
	negated     bool
	hedged      bool // might, would, could
}

// phrase is a run of words [from, to) of a sentence; none when it is empty.
type phrase struct{ from, to int }

func (p phrase) none() bool { return p.to <= p.from }

// putIt is "as Moss put it".
var putIt = cueVerb{lemma: "put", frames: "q", stance: news.Said}

// findCues lists the cues of a sentence in order, each with who it may be of.
func findCues(ws []word) []cue {
	verbs := theCues()
	var out []cue
	for i := range ws {
		w := &ws[i]
		switch w.tag {
		case tagVerb, tagBase, tagPart, tagIng:
		default:
			continue
		}
		lemma := w.reading.lemma
		if w.low == "like" {
			lemma = "like"
		}
		v := verbs[lemma]
		last := i
		if lemma == "put" && at(ws, i+1).low == "it" {
			v, last = &putIt, i+1
		}
		if v == nil && w.tag == tagVerb && besideQuotation(ws, i) {
			v = &cueVerb{lemma: lemma, frames: "q", stance: news.Said}
		}
		if v == nil || v.frames == "-" {
			continue
		}
		c := cue{verb: v, first: i, last: last, main: i, form: w.tag}
		c.takeAuxiliaries(ws)
		if lemma == "quote" && c.form == tagPart && at(ws, i+1).low == "as" && at(ws, i+2).reading.lemma == "say" {
			c.verb, c.last, c.form = verbs["say"], i+2, tagVerb // was quoted as saying
		}
		out = append(out, c)
	}
	return out
}

// besideQuotation tells whether any verb at ws[i] must attribute, for where it
// stands: "This is it!" beamed Moss. "This is it," she beamed.
func besideQuotation(ws []word, i int) bool {
	if p := at(ws, i-1); p.tag == tagQuote && p.pause {
		n := nounAfter(ws, i+1, false)
		return !n.none() && hasName(ws, n)
	}
	if !endsTag(ws, i+1) {
		return false
	}
	p, relative, elided := subject(ws, i)
	if p.none() || relative || elided {
		return false
	}
	b := at(ws, p.from-1)
	return b.tag == tagQuote && b.pause && (hasName(ws, p) || ws[p.from].tag == tagPron)
}

// takeAuxiliaries widens the cue to its auxiliaries and adverbs, and tells from
// them whether it is finite, denied or only possible.
func (c *cue) takeAuxiliaries(ws []word) {
	finite := c.form == tagVerb
	passive := c.form == tagPart
	i := c.first
	for i > 0 {
		w := &ws[i-1]
		switch w.tag {
		case tagAdv:
		case tagNot:
			c.negated = true
		case tagModal:
			c.negated = c.negated || negations[w.low]
			c.hedged = c.hedged || hedges[w.low] || negations[w.low] && w.low != "won't" && w.low != "cannot"
			finite = true
		case tagDo:
			c.negated = c.negated || negations[w.low]
			finite = true
		case tagHave:
			c.negated = c.negated || negations[w.low]
			finite = true
		case tagBe:
			c.negated = c.negated || negations[w.low]
			if c.form == tagIng || c.form == tagPart || c.form == tagVerb && hasHave(ws, i-1) {
				finite = true
			} else {
				goto done
			}
		case tagTo:
			if c.form != tagBase {
				goto done
			}
			finite = false
			if i >= 3 && ws[i-2].low == "on" && ws[i-3].reading.lemma == "go" && ws[i-3].tag == tagVerb {
				i -= 3 // went on to say
				finite = true
				continue
			}
		default:
			goto done
		}
		i--
	}
done:
	for i < c.main && ws[i].tag == tagAdv { // adverbs alone don't open the cue
		i++
	}
	c.first = i
	switch {
	case passive && c.form == tagPart && hasBe(ws[i:c.main]):
		c.form = tagPart
	case finite:
		c.form = tagVerb
	}
}

// hasHave tells whether "have" stands before ws[i].
func hasHave(ws []word, i int) bool { return before(ws, i).tag == tagHave }

func hasBe(ws []word) bool {
	for i := range ws {
		if ws[i].tag == tagBe {
			return true
		}
	}
	return false
}

// fits tells whether the object at ws[from] is one that the verb attributes
// with: "raised doubts", not "raised taxes"; "saw him as a rival".
func (v *cueVerb) fits(ws []word, from int) bool {
	p := nounAfter(ws, from, false)
	if v.frames == "d" && v.stance == news.Held {
		for k := from; k < len(ws) && k < from+12; k++ {
			if ws[k].low == "as" {
				return true
			}
		}
		return false
	}
	if len(v.objects) == 0 || p.none() {
		return true
	}
	for k := p.from; k < p.to && ws[k].tag != tagPrep; k++ {
		for _, o := range v.objects {
			if strings.TrimSuffix(ws[k].low, "s") == o || ws[k].low == o+"es" {
				return true
			}
		}
	}
	return false
}
