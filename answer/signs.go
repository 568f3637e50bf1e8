package answer

import (
	"context"

	"onrecord/news"
)

// Signs are what tells how well a sentence may answer a question. The weights of
// passage.go and passage_sure.go are fitted on them (see cmd/eval, the task fit).
type Signs struct {
	Text      string    // of the sentence
	Paragraph int       // that it stands in, from 1
	Order     []float64 // which sentence answers, in the order of sentenceWeights
	Sure      []float64 // whether it does, in the order of sureWeights
}

// Signs lists those of the sentences of the paragraphs that fit a question best,
// in their order. Whom the question is about is not looked at.
func (e *Engine) Signs(ctx context.Context, q news.Question) ([]Signs, error) {
	in := &inquiry{asked: asked{Text: q.Text, Topic: q.Text}, library: q.Library, article: q.Article, bold: Balanced}
	if err := e.look(ctx, in, nil); err != nil {
		return nil, err
	}
	var out []Signs
	all := in.sentences()
	for i := range all {
		s := &all[i]
		at, order, sure := s.passage.Sentences[s.look.Sentence], s.features(), in.sureOf(s)
		out = append(out, Signs{s.passage.Text[at.Start:at.End], s.number, order[:], sure[:]})
	}
	return out, nil
}
