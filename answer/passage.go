package answer

import (
	"onrecord/news"
	"onrecord/phrases"
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
		d := in.abstain(NothingFound, nil, nil)
		d.Points[0].Picks = in.alikePick()
		return d
	}
	s := &all[best]
	if wrong, ok := in.topic.Contradicts(s.passage, s.look); ok {
		prose := phrases.Sentence("You asked about {asked}; the article says {printed}.", in.Topic[wrong.Start:wrong.End], wrong.Instead)
		return Draft{Drafter: Extractive, Reason: NothingFound, Points: []Point{{Prose: prose, Picks: in.pickSentence(s)}}}
	}
	d := Draft{Drafter: Extractive, Points: []Point{{Picks: in.showSentences(all, best)}}}
	if in.sure(s) < needed(in.bold) {
		d.Reason = NothingFound
		d.Points[0].Picks = append(d.Points[0].Picks, in.alikePick()...)
	}
	return d
}

// sentences lists the sentences of the best paragraphs, in the paragraphs'
// order.
func (in *inquiry) sentences() []sentence {
	var out []sentence
	top := in.top
	if top == 0 && len(in.ev) > 0 {
		top = in.ev[0].Score
	}
	for i := range min(len(in.ev), passagesRead) {
		ev := &in.ev[i]
		l := in.lens(ev.Article.Ref())
		passage := l.passage(ev.Paragraph)
		if passage == nil || ev.Score <= 0 {
			continue
		}
		for _, look := range in.topic.Looks(passage) {
			s := sentence{lens: l, passage: passage, look: look, number: ev.Paragraph, rel: ev.Score / top}
			s.score = s.weigh()
			out = append(out, s)
		}
	}
	return out
}

// What tells which sentence answers, in the order of sentenceWeights.
const (
	fromRank   = iota // its paragraph's score as a share of the best one's
	fromOwn           // share of the topic that it has
	fromBefore        // what the sentence before it adds
	fromPairs         // words that stand together there as in the question
	fromType          // 1 when it has something of the type asked for
	fromFeatures
)

// sentenceWeights order the sentences. They are fitted by cmd/eval, see its task fit.
var sentenceWeights [fromFeatures]float64 = [...]float64{4.64, 8.22, 3.59, 1.12, 2.34}

// weigh says how well the sentence may answer, beside the others.
func (s *sentence) weigh() float64 {
	score := 0.0
	for i, f := range s.features() {
		score += float64(sentenceWeights[i] * f)
	}
	return score
}

func (s *sentence) features() [fromFeatures]float64 {
	f := [fromFeatures]float64{fromRank: s.rel, fromOwn: s.look.Own, fromBefore: s.look.Before, fromPairs: s.look.Pairs}
	if s.look.Answers {
		f[fromType] = 1
	}
	return f
}

// beside is by how little a neighbouring sentence may fall short of the best
// one to be shown with it.
const beside = 1.0

// showSentences picks the best sentence, and the better of its neighbours when
// it is nearly as good: then the answer is as likely to stand there.
func (in *inquiry) showSentences(all []sentence, best int) []Pick {
	next := neighbour(all, best)
	if next < 0 || all[best].score-all[next].score > beside {
		return in.pickSentence(&all[best])
	}
	first, second := &all[min(best, next)], &all[max(best, next)]
	return in.joinPicks(append(in.pickSentence(first), in.pickSentence(second)...))
}

// neighbour is the better of the two sentences beside one, -1 without any.
func neighbour(all []sentence, i int) int {
	best := -1
	for _, j := range [...]int{i - 1, i + 1} {
		if j >= 0 && j < len(all) && all[j].passage == all[i].passage && (best < 0 || all[j].score > all[best].score) {
			best = j
		}
	}
	return best
}

// joinPicks makes two neighbouring sentences one pick when both are the
// article's own voice.
func (in *inquiry) joinPicks(picks []Pick) []Pick {
	if len(picks) != 2 || picks[0].Statement != nil || picks[1].Statement != nil {
		return picks
	}
	picks[0].Span.End = picks[1].Span.End
	return picks[:1]
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
		if st.Kind == news.Reported && st.Speaker == "" {
			continue // nobody in particular: as good as the article's own voice
		}
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
