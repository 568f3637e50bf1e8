package quotes

import "onrecord/news"

// colons finds quotations that a colon alone attributes: "Moss: “…”", and those
// behind a colon whose verb is no cue: "Moss put it this way: “…”".
func (u *unit) colons(ps []piece) []piece {
	ws := u.ws
	var out []piece
	for k := 1; k < len(ws); k++ {
		if ws[k].tag != tagColon {
			continue
		}
		quoted := at(ws, k+1).tag == tagQuote
		if quoted && (!utterance(u, k+1) || overlapsAny(ps, []phrase{{k + 1, k + 2}})) {
			continue
		}
		if !quoted && k+1 < len(ws) {
			if pc, ok := u.headlineColon(k); ok && len(ps) == 0 {
				return []piece{pc}
			}
			continue
		}
		if k+1 >= len(ws) && len(ps)+len(out) > 0 && len(ps) > 0 && len(ps[len(ps)-1].content) > 0 && ps[len(ps)-1].content[0].from >= len(ws) {
			continue // a cue waits already
		}
		start := segmentStart(ws, k)
		var src phrase
		if v := finiteIn(ws, start, k); v >= 0 {
			p, relative, elided := subject(ws, v)
			if p.none() || relative || elided {
				continue
			}
			src = p
		} else {
			src = nounBefore(ws, k-1)
			if src.none() || !hasName(ws, src) && ws[src.from].tag != tagPron {
				continue
			}
			if src.from > start && at(ws, src.from-1).tag != tagPrep && at(ws, src.from-1).tag != tagDash {
				continue
			}
		}
		end := k + 1
		if quoted {
			for end < len(ws) && ws[end].tag == tagQuote {
				end++
			}
		}
		out = append(out, piece{source: src, content: []phrase{{k + 1, end}}, rule: ruleColon, certainty: 0.8, stance: news.Said})
	}
	return out
}

// headlineColon finds "Moss: Bridge to close" and "MOSS: We will see.": a name
// that opens the text and a colon.
func (u *unit) headlineColon(k int) (piece, bool) {
	ws := u.ws
	if k > 4 || len(ws)-k < 4 {
		return piece{}, false
	}
	for i := 0; i < k; i++ {
		if ws[i].tag != tagName {
			return piece{}, false
		}
	}
	end := len(ws)
	for end > k+1 && ws[end-1].tag == tagStop {
		end--
	}
	if finiteIn(ws, k+1, end) < 0 {
		return piece{}, false
	}
	return piece{source: phrase{0, k}, content: []phrase{{k + 1, end}}, rule: ruleColon, certainty: 0.6, stance: news.Said}, true
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
