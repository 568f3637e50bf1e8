package quotes

import "onrecord/news"

// according finds "according to Moss" and "per Moss", before, behind and in
// the middle of what they credit.
func (u *unit) according(ps []piece) []piece {
	ws := u.ws
	var out []piece
	for i := range ws {
		var src phrase
		var n int
		switch {
		case ws[i].low == "according" && at(ws, i+1).low == "to":
			n = 2
		case ws[i].low == "in" && at(ws, i+1).low == "the" && at(ws, i+2).low == "words" && at(ws, i+3).low == "of":
			n = 4
		case ws[i].low == "per" && !ws[i].capital && i > 0 && ws[i-1].tag == tagComma && at(ws, i+1).capital:
			n = 1
		default:
			continue
		}
		src = nounAfter(ws, i+n, true)
		if src.none() {
			for k := i + n; k < len(ws) && ws[k].tag != tagComma && ws[k].tag != tagStop; k++ {
				src = phrase{i + n, k + 1}
			}
		}
		if src.none() {
			continue
		}
		pc := piece{source: src, cueWords: phrase{i, i + n}, rule: ruleAccording, certainty: 0.95, verb: "accord", stance: news.Said}
		pc.content = u.accorded(i, src)
		if len(pc.content) == 0 || overlapsAny(ps, pc.content) || overlapsAny(out, pc.content) {
			continue
		}
		out = append(out, pc)
	}
	return out
}

// accorded is what the "according" at ws[i], with its source, credits.
func (u *unit) accorded(i int, src phrase) []phrase {
	ws := u.ws
	end := src.to
	for end < len(ws) && ws[end].tag != tagComma && ws[end].tag != tagStop && ws[end].tag != tagClose && ws[end].tag != tagDash {
		end++
	}
	start := 0 // where the clause before it begins
	for k := i - 1; k > 0; k-- {
		if ws[k].tag == tagClose {
			if k = opening(ws, k); k < 0 {
				break
			}
		} else if ws[k].tag == tagOpen || ws[k].tag == tagStop || ws[k].tag == tagColon {
			start = k + 1
			break
		}
	}
	left := i
	if at(ws, i-1).tag == tagComma || at(ws, i-1).tag == tagDash {
		left--
	}
	if at(ws, left-1).tag == tagThat {
		return nil // somebody else says so
	}
	whole := finiteIn(ws, start, left) >= 0 || hasQuote(ws, []phrase{{start, left}})
	switch at(ws, end+1).tag {
	case tagVerb, tagBe, tagHave, tagDo, tagModal:
		whole = whole || left > start
	}
	if !whole || at(ws, left-1).tag == tagSub {
		if end+1 >= len(ws) || ws[end].tag != tagComma {
			return nil
		}
		return []phrase{{end + 1, contentEnd(ws, end+1, &cue{main: -1}, u.cues, false, false)}}
	}
	out := []phrase{{contentStart(ws, start, left), left}}
	if at(ws, end).tag == tagComma {
		switch at(ws, end+1).tag {
		case tagVerb, tagBe, tagHave, tagDo, tagModal:
			out = append(out, phrase{end + 1, contentEnd(ws, end+1, &cue{main: -1}, u.cues, false, false)})
		}
	}
	return out
}
