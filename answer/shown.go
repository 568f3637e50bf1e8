package answer

import (
	"onrecord/news"
	"onrecord/sentences"
)

// longest is how many bytes of one quotation are shown before it is cut to the
// sentences that answer.
const longest = 600

// mostParts is how many sentences of a very long quotation are weighed.
const mostParts = 300

// pick proposes what to show of a statement: the quoted words of a direct one,
// the sentence that carries any other, both cut to what is on the topic when
// they are long.
func (in *inquiry) pick(c candidate) []Pick {
	spans := []news.Span{c.carrier()[c.st]}
	if c.st.Kind == news.Direct || c.st.Passage.Zero() {
		spans = c.st.Content
	} else {
		for _, s := range c.st.Content {
			if !c.st.Passage.Contains(s) && !c.st.Passage.Overlaps(s) {
				spans = append(spans, s) // it runs on behind the sentence
			}
		}
	}
	size := 0
	for _, s := range spans {
		size += s.Len()
	}
	if size > longest {
		spans = in.condense(c, spans)
	}
	var out []Pick
	for _, s := range spans {
		out = append(out, Pick{Label: in.label(c.lens, s.Paragraph, c.fit.Total), Span: s, Statement: c.st})
	}
	return out
}

// condense keeps the run of whole sentences that is most on the topic, as long
// as it stays within the longest quotation; at least one sentence is kept.
func (in *inquiry) condense(c candidate, spans []news.Span) []news.Span {
	var parts []news.Span
	for _, s := range spans {
		parts = append(parts, c.sentences(s)...)
	}
	parts = parts[:min(len(parts), mostParts)]
	bestFrom, bestTo, bestScore := 0, 0, -1.0
	for from := range parts {
		size := 0
		for to := from; to < len(parts); to++ {
			size += parts[to].Len()
			if size > longest && to > from {
				break
			}
			score := in.on(c, parts[from:to+1]) + 0.0001*float64(to-from)
			if score > bestScore {
				parts = parts[:min(len(parts), mostParts)]
				bestFrom, bestTo, bestScore = from, to, score
			}
		}
	}
	if len(parts) == 0 {
		return spans[:1]
	}
	return joined(c, parts[bestFrom:bestTo+1])
}

// on is the share of the topic that the spans have together.
func (in *inquiry) on(c candidate, spans []news.Span) float64 {
	var all []float64
	for _, s := range spans {
		found := in.topic.CoverTerms(c.within(s)).Found
		if all == nil {
			all = make([]float64, len(found))
		}
		for i, f := range found {
			all[i] = max(all[i], f)
		}
	}
	sum := 0.0
	for i, f := range all {
		sum += float64(f * in.topic.Words[i].Weight)
	}
	return sum
}

// sentences cuts a span at the ends of its sentences.
func (v *view) sentences(s news.Span) []news.Span {
	text, err := v.article.Text(s)
	if err != nil {
		return nil
	}
	var out []news.Span
	for _, one := range sentences.Split(text) {
		out = append(out, news.Span{Article: s.Article, Paragraph: s.Paragraph, Start: s.Start + one.Start, End: s.Start + one.End})
	}
	return out
}

// joined makes neighbouring sentences of one span one span again.
func joined(c candidate, parts []news.Span) []news.Span {
	var out []news.Span
	for _, p := range parts {
		if n := len(out); n > 0 && out[n-1].Paragraph == p.Paragraph {
			whole := out[n-1]
			whole.End = p.End
			if within(c.st, whole) {
				out[n-1] = whole
				continue
			}
		}
		out = append(out, p)
	}
	return out
}
