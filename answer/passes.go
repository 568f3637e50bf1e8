package answer

import (
	"strings"

	"onrecord/retrieval"
)

// passes tells whether a statement is on the topic, at this boldness.
func (in *inquiry) passes(c candidate) bool {
	if len(in.topic.Words) == 0 {
		return true
	}
	need := needs(in.bold)
	if in.Shape == DidSay {
		need.Content += 0.1
		need.Total += 0.05
	}
	on := c.fit.Content >= need.Content || c.fit.Sentence >= need.Sentence
	return on && c.fit.Total >= need.Total && len(in.contrary(c)) == 0
}

// needs is the least fit that answers, by boldness. The middle was chosen on
// the odd-numbered articles of speakerqa.dev, where anything from 0.2 to 0.4 of
// content and 0.4 to 0.6 in all does equally well, and checked on the even ones.
func needs(b Boldness) fit {
	shy := float64(1 - b)
	return fit{Content: 0.15 + float64(0.4*shy), Sentence: 0.75 + float64(0.2*shy), Total: 0.3 + float64(0.4*shy)}
}

// contrary lists the figures of the topic that the statement's paragraphs do
// not have: a question about 72 hours is not answered by 48.
func (in *inquiry) contrary(c candidate) []int {
	var out []int
	first, last := extent(c.st)
	for i, w := range in.topic.Words {
		if w.Kind != retrieval.Figure {
			continue
		}
		has := false
		for n := max(1, first); n <= min(last, len(c.found)); n++ {
			has = has || c.found[n-1][i] > 0
		}
		if !has {
			out = append(out, i)
		}
	}
	return out
}

// outdone tells whether another speaker's statement is so much more on the
// topic that the question must be about that one.
func outdone(mine, theirs fit) bool {
	return theirs.Content >= mine.Content+0.3 && theirs.Total >= mine.Total+0.3
}

// contradicted is the best of the candidates that would pass but for a figure.
func (in *inquiry) contradicted(cs []candidate) *candidate {
	need := needs(in.bold)
	for i := range cs {
		if wrong := in.contrary(cs[i]); len(wrong) > 0 && cs[i].fit.Content >= need.Content/2 {
			return &cs[i]
		}
	}
	return nil
}

// negated tells whether a text says no.
func negated(s string) bool {
	for _, w := range words(s) {
		switch w.low {
		case "not", "no", "never", "nobody", "nothing", "none", "without", "neither", "cannot", "refused", "refuses":
			return true
		}
		if strings.HasSuffix(w.low, "n't") {
			return true
		}
	}
	return false
}

// negated tells whether the statement's words say no.
func (c *candidate) negated() bool {
	for _, s := range c.st.Content {
		if text, err := c.article.Text(s); err == nil && negated(text) {
			return true
		}
	}
	return false
}
