package answer

import (
	"sort"
	"strings"

	"onrecord/news"
	"onrecord/retrieval"
)

// fit is how well a statement is on a topic.
type fit struct {
	// Content is the share of the topic's weight that the credited words have.
	Content float64
	// Sentence is the share that the sentence has which carries the statement:
	// "Lockhart told police …" is about what he told police.
	Sentence float64
	// Total adds what stands around them, at less: the rest of the sentence, of
	// the paragraph, and the paragraphs beside it.
	Total float64
}

// What a word of the topic is worth by where it stands.
const (
	inQuestion  = 0.95 // the question that the statement answers, in an interview
	inPassage   = 0.8  // the sentence that carries the statement
	inCarried   = 0.8  // the sentence before, where the statement goes on about it
	inParagraph = 0.5
	inNext      = 0.35 // as far as reach paragraphs before or after
	reach       = 2
)

// lens is a view looked at for one topic.
type lens struct {
	*view
	topic *retrieval.Topic
	hits  [][]retrieval.Term // by paragraph from 1: its terms that matter to the topic
	found [][]float64        // by paragraph from 1: how far it has each word of the topic
}

// through looks at the article for a topic.
func (v *view) through(t *retrieval.Topic) *lens {
	l := &lens{view: v, topic: t, hits: make([][]retrieval.Term, len(v.citable)), found: make([][]float64, len(v.citable))}
	words := len(t.Words)
	room := make([]float64, words*len(v.citable)) // one piece of memory for all paragraphs
	var picked []retrieval.Term
	for n := range v.citable {
		l.found[n] = room[n*words : (n+1)*words : (n+1)*words]
		from := len(picked)
		picked = t.Pick(v.passage(n+1).Terms, l.found[n], picked)
		l.hits[n] = picked[from:len(picked):len(picked)]
	}
	return l
}

// within returns the terms that matter to the topic and stand in a span.
func (l *lens) within(s news.Span) []retrieval.Term {
	if l.paragraph(s.Paragraph) == nil {
		return nil
	}
	all := l.hits[s.Paragraph-1]
	from := sort.Search(len(all), func(i int) bool { return all[i].Start >= s.Start })
	to := from + sort.Search(len(all)-from, func(i int) bool { return all[from+i].Start >= s.End })
	return all[from:to:to]
}

// fit measures a statement against the topic.
func (l *lens) fit(st *news.Statement) fit {
	var content []retrieval.Term
	for _, s := range st.Content {
		if len(content) == 0 {
			content = l.within(s) // of most statements all; capped, so that more goes elsewhere
		} else {
			content = append(content, l.within(s)...)
		}
	}
	in := l.topic.CoverTerms(content)
	passage := l.topic.CoverTerms(outside(l.within(l.carrier()[st]), st.Source)).Found
	first, last := extent(st)
	question := make([]float64, len(l.topic.Words))
	if l.answersAt(st, first) {
		question = l.found[first-2]
	}
	before := l.topic.CoverTerms(l.within(l.carried(st))).Found
	f := fit{Content: in.Share}
	var all, got, sentence float64
	for i, w := range l.topic.Words {
		best := max(in.Found[i], float64(inPassage*passage[i]), float64(inQuestion*question[i]), float64(inCarried*before[i]))
		for n := max(1, first-reach); n <= min(last+reach, len(l.found)); n++ {
			worth := inNext
			if first <= n && n <= last {
				worth = inParagraph
			}
			best = max(best, float64(worth*l.found[n-1][i]))
		}
		all += w.Weight
		sentence += float64(w.Weight * max(in.Found[i], passage[i], question[i], before[i]))
		got += float64(w.Weight * best)
	}
	if all > 0 {
		f.Total, f.Sentence = got/all, sentence/all
	}
	return f
}

// answersAt tells whether a statement opens its paragraph and the one before
// asks a question: in an interview, the question says what the answer is about.
func (l *lens) answersAt(st *news.Statement, first int) bool {
	before := l.paragraph(first - 1)
	if before == nil || st.Content[0].Paragraph != first || st.Content[0].Start > maxLabel {
		return false
	}
	return strings.HasSuffix(strings.TrimRight(before.Text, ` "”’*_`), "?")
}

// maxLabel is how far into its paragraph an answer may begin, in bytes: behind
// the speaker's name.
const maxLabel = 40

// outside leaves out the terms that stand in a span of their paragraph: who
// speaks is no part of what is said.
func outside(terms []retrieval.Term, s news.Span) []retrieval.Term {
	if s.Zero() {
		return terms
	}
	var out []retrieval.Term
	for _, t := range terms {
		if t.End <= s.Start || s.End <= t.Start {
			out = append(out, t)
		}
	}
	return out
}

// extent returns the first and the last paragraph of a statement.
func extent(st *news.Statement) (first, last int) {
	first, last = st.Passage.Paragraph, st.Passage.Paragraph
	for _, c := range st.Content {
		if first == 0 {
			first, last = c.Paragraph, c.Paragraph
		}
		first, last = min(first, c.Paragraph), max(last, c.Paragraph)
	}
	return first, last
}
