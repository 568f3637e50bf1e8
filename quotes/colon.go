package quotes

import (
	"strings"

	"onrecord/news"
)

// colons finds quotations that a colon or a comma alone attributes: "Moss: “…”",
// and those behind a verb that is no cue: "Moss put her foot down: “…”", "Moss
// shot back, “…”".
func (u *unit) colons(ps []piece) []piece {
	ws := u.ws
	var out []piece
	for k := 1; k < len(ws); k++ {
		if ws[k].tag != tagColon && ws[k].tag != tagComma {
			continue
		}
		quoted := at(ws, k+1).tag == tagQuote
		switch {
		case quoted:
			if !utterance(u, k+1) || overlapsAny(ps, []phrase{{k + 1, k + 2}}) {
				continue
			}
		case ws[k].tag == tagComma:
			continue
		case k+1 < len(ws):
			if pc, ok := u.headlineColon(k); ok && len(ps) == 0 {
				return []piece{pc}
			}
			continue
		case waits(ps, len(ws)):
			continue
		}
		src := u.beforeColon(k)
		if src.none() {
			continue
		}
		end := k + 1
		for end < len(ws) && ws[end].tag == tagQuote {
			end++
		}
		out = append(out, piece{source: src, content: []phrase{{k + 1, end}}, rule: ruleColon, certainty: 0.8, stance: news.Said})
	}
	return out
}

// waits tells whether a cue's content is still to come behind the unit's end.
func waits(ps []piece, end int) bool {
	for _, p := range ps {
		if len(p.content) > 0 && p.content[0].from >= end {
			return true
		}
	}
	return false
}

// dependent tells whether a subject stands in a clause that hangs on another.
func dependent(ws []word, p phrase) bool {
	switch at(ws, p.from-1).tag {
	case tagWh, tagSub, tagThat:
		return true
	}
	return false
}

// beforeColon is whose words follow the colon or comma ws[k].
func (u *unit) beforeColon(k int) phrase {
	ws := u.ws
	start := segmentStart(ws, k)
	last := -1
	for v := start; v < k; v++ {
		switch ws[v].tag {
		case tagVerb, tagBe, tagHave, tagDo, tagModal:
			if p, relative, elided := subject(ws, v); !p.none() && !relative && !elided && !dependent(ws, p) {
				last = v
			}
		}
	}
	if last >= 0 {
		if ws[k].tag == tagComma && k-last > 3 {
			return phrase{}
		}
		p, _, _ := subject(ws, last)
		return p
	}
	src := nounBefore(ws, k-1)
	if ws[k].tag == tagComma || src.none() || !hasName(ws, src) && ws[src.from].tag != tagPron {
		return phrase{}
	}
	for v := src.to - 1; v > src.from; v-- { // "the verdict of Moss" is Moss's
		if ws[v].tag == tagPrep && ws[v+1].tag == tagName {
			return phrase{v + 1, src.to}
		}
	}
	if b := at(ws, src.from-1); src.from > start && b.tag != tagPrep && b.tag != tagDash {
		return phrase{}
	}
	return src
}

// headlineColon finds "Moss: Bridge to close" and "MOSS: We will see.": a name
// that opens the text and a colon.
func (u *unit) headlineColon(k int) (piece, bool) {
	ws := u.ws
	if k > 4 || len(ws)-k < 4 {
		return piece{}, false
	}
	for i := 0; i < k; i++ {
		paper := i == k-1 && papers[strings.TrimSuffix(ws[i].low, "s")]
		if ws[i].tag != tagName && !paper || labels[ws[i].low] {
			return piece{}, false
		}
	}
	end := len(ws)
	for end > k+1 && ws[end-1].tag == tagStop {
		end--
	}
	if finiteIn(ws, k+1, end) < 0 && !headlineCase(ws) {
		return piece{}, false
	}
	return piece{source: phrase{0, k}, content: []phrase{{k + 1, end}}, rule: ruleTranscript, certainty: 0.6, stance: news.Said}, true
}

// segmentStart is where the clause before the colon ws[k] begins.
func segmentStart(ws []word, k int) int {
	for i := k - 1; i >= 0; i-- {
		switch ws[i].tag {
		case tagStop, tagDash, tagColon, tagQuote:
			return i + 1
		}
	}
	return 0
}

func hasName(ws []word, p phrase) bool {
	for k := p.from; k < p.to; k++ {
		if ws[k].tag == tagName {
			return true
		}
	}
	return false
}

// labels open a line before a colon and are nobody's name.
var labels = wordSet(`update updated related photo photos picture video watch read opinion analysis note
	correction corrections breaking exclusive live more also caption image gallery listen source credit`)

// transcript tells whether the paragraph is one turn of an interview ("Moss: It
// was late. We left."), and if so gives the whole of it to who speaks.
func (r *reader) transcript(p *news.Paragraph, begin int) bool {
	if len(r.found) != begin+1 || r.found[begin].rule != ruleTranscript {
		return false
	}
	f := &r.found[begin]
	end := trimEnd(p.Text, 0, len(p.Text))
	f.passage.end, f.content[0].End = end, end
	r.colon, r.open, r.quoted = -1, -1, -1
	return true
}
