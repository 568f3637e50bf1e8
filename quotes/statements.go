package quotes

import (
	"slices"
	"sort"

	"onrecord/news"
)

// piece is one statement of a unit, in words.
type piece struct {
	cue       *cue
	content   []phrase
	source    phrase
	whom      phrase
	rule      string
	certainty float64
	object    bool
	cueWords  phrase
	verb      string
	stance    news.Stance
}

// maxWords bounds a unit. No sentence of news is near it; a page without full
// stops is read in pieces of this length, so that the time stays linear.
const maxWords = 256

// paragraph finds the statements of one paragraph.
func (r *reader) paragraph(p *news.Paragraph) {
	quotes := findQuotations(p.Text)
	begin := len(r.found)
	first := 0
	var before *unit
	for _, at := range cutUnits(p.Text, quotes) {
		for first < len(quotes) && quotes[first].end <= at.start {
			first++
		}
		all := r.words.words(p.Text, at.start, at.end, quotes, first)
		for len(all) > 0 {
			u := &unit{place: at, text: p.Text, ws: all[:min(maxWords, len(all))]}
			if all = all[len(u.ws):]; len(all) > 0 || u.ws[0].start > at.start {
				u.place = place{u.ws[0].start, u.ws[len(u.ws)-1].end}
			}
			tagWords(u.ws, headlineCase(u.ws))
			u.cues = findCues(u.ws)
			from := len(r.found)
			for _, pc := range u.pieces() {
				r.found = append(r.found, r.makeFound(p, u, pc))
			}
			r.float(p, u, before, begin, from)
			r.bracketed(p, u, before, begin)
			if before == nil && r.transcript(p, begin) {
				return
			}
			before = u
		}
	}
	r.close(p, before, quotes, begin)
}

// makeFound turns a piece into places of the paragraph.
func (r *reader) makeFound(p *news.Paragraph, u *unit, pc piece) found {
	f := found{paragraph: p.Number, shown: p.Number, passage: u.place, rule: pc.rule, certainty: pc.certainty, verb: pc.verb, stance: pc.stance}
	for _, c := range pc.content {
		if s := u.bytes(c); !s.none() {
			f.content = append(f.content, news.Span{Article: r.article.Ref(), Paragraph: p.Number, Start: s.start, End: s.end})
		}
	}
	f.source = u.bytes(pc.source)
	if pc.whom.none() {
		pc.whom = nameIn(u.ws, pc.source)
	}
	f.whom = u.bytes(pc.whom)
	f.cue = u.bytes(pc.cueWords)
	f.colon = len(f.content) == 0
	return f
}

// bytes is where the words of a phrase stand.
func (u *unit) bytes(p phrase) place {
	if p.none() || p.from < 0 || p.to > len(u.ws) {
		return place{}
	}
	return place{u.ws[p.from].start, u.ws[p.to-1].end}
}

// pieces finds the statements of a unit, in order, none inside another.
func (u *unit) pieces() []piece {
	var out []piece
	taken := 0
	for {
		pc, next, ok := u.trailing(taken)
		if !ok {
			break
		}
		out = append(out, pc)
		taken = next
	}
	out = append(out, u.according(out)...)
	for n := range u.cues {
		c := &u.cues[n]
		if u.inside(out, c) {
			continue
		}
		if pc, ok := u.inverted(c); ok {
			out = append(out, pc)
		} else if pc, ok := u.leading(c, out); ok {
			out = append(out, pc)
		} else if pc, ok := u.passive(c); ok {
			out = append(out, pc)
		}
	}
	out = append(out, u.nominal(out)...)
	out = append(out, u.adjectival(out)...)
	out = append(out, u.colons(out)...)
	out = slices.DeleteFunc(out, u.byNobody)
	sort.SliceStable(out, func(i, j int) bool { return out[i].start() < out[j].start() })
	return out
}

// start is the first word of a statement's content.
func (p *piece) start() int {
	if len(p.content) == 0 {
		return 0
	}
	return p.content[0].from
}

// inside tells whether a cue stands in the content of a statement, or made it.
func (u *unit) inside(ps []piece, c *cue) bool {
	for _, p := range ps {
		if p.cue == c {
			return true
		}
		for _, ct := range p.content {
			if ct.from <= c.main && c.main < ct.to {
				return true
			}
		}
		if p.cueWords.from <= c.main && c.main < p.cueWords.to {
			return true
		}
	}
	return false
}

func overlapsAny(ps []piece, content []phrase) bool {
	for _, p := range ps {
		for _, a := range p.content {
			for _, b := range content {
				if a.from < b.to && b.from < a.to {
					return true
				}
			}
		}
	}
	return false
}
