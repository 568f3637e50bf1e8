package answer

import (
	"math"

	"onrecord/retrieval"
)

// What tells how sure it is that a sentence answers, in the order of sureWeights.
const (
	sureOwn      = iota // share of the topic that the sentence has
	sureWhole           // 1 when it has every word
	sureNames           // share of the topic that is names its paragraph has not
	sureFigures         // 1 when its paragraph has not a number or date of the question
	sureDenied          // 1 when the question says no and the sentence does not
	sureOpposite        // how many words stand there as their opposites
	sureType            // 1 when it has something of the type asked for
	sureNew             // log of how many words the sentence has that the question has not
	sureLength          // log of how many words it has
	sureReplaced        // share of the topic in whose place it has something else
	sureFeatures
)

// sureWeights are those of a logistic regression, and sureBias its constant.
// They are fitted by cmd/eval, see its task fit.
var sureWeights [sureFeatures]float64 = [...]float64{1.16, 0.27, -1.53, -0.79, -3.30, -1.25, 1.07, -1.49, 1.76, -1.46}

const sureBias = -3.41

// sure is how likely the sentence answers the question, 0 to 1.
func (in *inquiry) sure(s *sentence) float64 {
	z := sureBias
	for i, f := range in.sureOf(s) {
		z += float64(sureWeights[i] * f)
	}
	likely := 1 / (1 + math.Exp(-z))
	if in.coversOpen(s) {
		return max(likely, openSure)
	}
	return likely
}

func (in *inquiry) sureOf(s *sentence) [sureFeatures]float64 {
	at := s.passage.Sentences[s.look.Sentence]
	text := s.passage.Text[at.Start:at.End]
	f := [sureFeatures]float64{
		sureOwn:      s.look.Own,
		sureWhole:    1,
		sureOpposite: float64(in.topic.Opposites(s.passage.In(s.look.Sentence), s.look.Found)),
		sureNew:      math.Log1p(float64(s.look.New)),
		sureLength:   math.Log1p(float64(s.look.Terms)),
		sureReplaced: s.look.Replaced,
	}
	var all, names float64
	for i, w := range in.topic.Words {
		all += w.Weight
		if s.look.Found[i] == 0 {
			f[sureWhole] = 0
		}
		if s.look.InPassage[i] > 0 {
			continue
		}
		switch w.Kind {
		case retrieval.Name:
			names += w.Weight
		case retrieval.Figure, retrieval.Date:
			if !w.Asked {
				f[sureFigures] = 1
			}
		}
	}
	if all > 0 {
		f[sureNames] = names / all
	}
	if retrieval.Negated(in.Topic) && !retrieval.Negated(text) {
		f[sureDenied] = 1
	}
	if s.look.Answers {
		f[sureType] = 1
	}
	return f
}

// needed is how sure a passage must be to be shown as the answer. The balanced
// boldness gives the most right outcomes on questions of which half are traps;
// most questions that people ask are not, so it errs on the side of silence.
func needed(b Boldness) float64 { return 0.74 - float64(0.6*float64(b)) }
