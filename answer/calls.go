package answer

import (
	"onrecord/news"
	"onrecord/retrieval"
)

// calling are the verbs that say what somebody calls something: what it is
// called is the point of the question, and stands last ("who called the plan
// reckless?").
var calling = set(`call label describe characterize dismiss view see consider`)

// calls tells whether a statement calls something what the question says: its
// own words have the question's last word, and nearly all else is near.
func (in *inquiry) calls(c candidate) bool {
	words := in.topic.Words
	if !calling[in.Verb] || len(words) < 3 || c.fit.Total < 0.6 || c.fit.Content < 0.4 {
		return false
	}
	return in.wordsIn(c)[len(words)-1] >= 0.9
}

// denialReach is that of a "not", in words: what it denies follows it closely.
const denialReach = 4

// denies tells whether the statement says no to something of the topic: a
// "not" in it that the topic's words do not follow denies something else.
func (c *candidate) denies() bool {
	for _, s := range c.st.Content {
		if text, err := c.article.Text(s); err == nil && c.deniesIn(text) {
			return true
		}
	}
	return false
}

func (c *candidate) deniesIn(text string) bool {
	w := words(text)
	for i := range w {
		if !negated(w[i].low) {
			continue
		}
		next := text[w[i].end:w[min(i+denialReach, len(w)-1)].end]
		for _, f := range c.topic.CoverTerms(retrieval.Terms(next)).Found {
			if f >= 0.5 {
				return true
			}
		}
	}
	return false
}

// mayAnswer tells whether a statement is one somebody made, of the kind asked for.
func (in *inquiry) mayAnswer(c candidate) bool {
	return c.st.Speaker != "" && c.st.Stance != news.Unsaid && in.verbFits(c.st) && len(in.contrary(c)) == 0
}
