package answer

import (
	"math"

	"onrecord/news"
	"onrecord/retrieval"
)

// passagesRead is how many of the best paragraphs are searched for the
// sentence that answers.
const passagesRead = 6

// sentence is a sentence that may answer, and how well it does.
type sentence struct {
	*lens
	passage *retrieval.Passage
	look    retrieval.Look
	number  int     // its paragraph's
	rel     float64 // its paragraph's score as a share of the best one's
	first   bool    // of its paragraph
	score   float64
}

// passages drafts an answer to a question that is not about who said what: the
// best sentence of the best paragraphs, if it is likely to answer, otherwise
// the same as the nearest evidence.
func passages(in *inquiry) Draft {
	all := in.sentences()
	best := 0
	for i := range all {
		if all[i].score > all[best].score {
			best = i
		}
	}
	if len(all) == 0 {
		return in.abstain(NothingFound, "", nil)
	}
	d := Draft{Drafter: Extractive, Points: []Point{{Picks: in.showSentence(all, best)}}}
	if in.sure(&all[best]) < needed(in.bold) {
		d.Reason = NothingFound
	}
	return d
}

// sentences lists the sentences of the best paragraphs, in the paragraphs'
// order.
func (in *inquiry) sentences() []sentence {
	var out []sentence
	for i := range min(len(in.ev), passagesRead) {
		ev := &in.ev[i]
		l := in.lens(ev.Article.Ref())
		p := l.paragraph(ev.Paragraph)
		if p == nil || ev.Score <= 0 {
			continue
		}
		passage := retrieval.NewPassage(p.Text, l.terms[ev.Paragraph-1])
		for _, look := range in.topic.Looks(passage) {
			s := sentence{lens: l, passage: passage, look: look, number: ev.Paragraph, rel: ev.Score / in.ev[0].Score, first: look.Sentence == 0}
			s.score = s.weigh()
			out = append(out, s)
		}
	}
	return out
}

// weigh says how likely the sentence is to hold the answer, beside the others.
func (s *sentence) weigh() float64 {
	score := float64(3.5*s.rel) + float64(7*s.look.Own) + float64(4*s.look.Before) + float64(1*s.look.After) + float64(0.5*s.look.Pairs)
	if s.look.Answers {
		score += 1.5
	}
	if s.first {
		score += 0.3
	}
	return score
}

// sure is how likely the sentence answers the question, 0 to 1.
func (in *inquiry) sure(s *sentence) float64 {
	z := float64(5*s.look.Own) - 4
	return 1 / (1 + math.Exp(-z))
}

// needed is how sure a passage must be to be shown as the answer.
func needed(b Boldness) float64 { return 0.9 - float64(0.8*float64(b)) }

// showSentence picks the best sentence.
func (in *inquiry) showSentence(all []sentence, best int) []Pick {
	return in.pickSentence(&all[best])
}

// pickSentence proposes a sentence, credited to whoever the statement over it
// is by. Of a direct quotation only the quoted words are shown as the speaker's.
func (in *inquiry) pickSentence(s *sentence) []Pick {
	at := s.passage.Sentences[s.look.Sentence]
	span := news.Span{Article: s.article.Ref(), Paragraph: s.number, Start: at.Start, End: at.End}
	label := in.label(s.lens, s.number, 0)
	st := s.over(span)
	if st == nil || within(st, span) && st.Kind != news.Direct {
		return []Pick{{Label: label, Span: span, Statement: st}}
	}
	var out []Pick
	for _, c := range st.Content {
		if c.Overlaps(span) {
			c.Start, c.End = max(c.Start, span.Start), min(c.End, span.End)
			out = append(out, Pick{Label: label, Span: c, Statement: st})
		}
	}
	return out
}

// over is the statement that most of a sentence is, nil when it is mostly the
// article's own voice.
func (l *lens) over(span news.Span) *news.Statement {
	var best *news.Statement
	most := 0
	for i := range l.reading.Statements {
		st := &l.reading.Statements[i]
		if st.Stance == news.Unsaid || st.Certainty < news.Doubtful || st.Speaker != "" && l.speakers[st.Speaker] == nil {
			continue
		}
		shared := 0
		for _, c := range st.Content {
			if c.Overlaps(span) {
				shared += min(c.End, span.End) - max(c.Start, span.Start)
			}
		}
		if shared > most && (2*shared >= span.Len() || within(st, span)) {
			best, most = st, shared
		}
	}
	return best
}
