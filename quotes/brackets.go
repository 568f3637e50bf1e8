package quotes

import "onrecord/news"

// bracketed gives the quotation of the unit before to the source that u names
// in brackets and nothing else: “…” [Harbor News.]
func (r *reader) bracketed(p *news.Paragraph, u, before *unit, begin int) {
	ws := u.ws
	if before == nil || len(ws) < 3 || len(ws) > 8 || ws[0].tag != tagOpen {
		return
	}
	end := 1
	for end < len(ws) && ws[end].tag == tagName {
		end++
	}
	if end == 1 || !onlyMarks(ws[end:]) {
		return
	}
	for k := len(before.ws) - 1; k >= 0; k-- {
		at := place{before.ws[k].start, before.ws[k].end}
		if before.ws[k].tag != tagQuote || !utterance(before, k) || r.covered(p.Number, at, begin) {
			continue
		}
		f := floating(p, before, news.Span{Article: r.article.Ref(), Paragraph: p.Number, Start: at.start, End: at.end})
		f.source = u.bytes(phrase{1, end})
		f.rule, f.certainty = ruleBrackets, 0.8
		r.found = append(r.found, f)
		return
	}
}
