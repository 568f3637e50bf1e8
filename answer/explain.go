package answer

import (
	"context"
	"fmt"

	"onrecord/news"
	"onrecord/retrieval"
)

// explained is how many of the best paragraphs an explanation lists.
const explained = 10

// Ranked is a paragraph with the score that ranking gave it.
type Ranked struct {
	Article   news.ArticleInfo
	Paragraph int
	Score     float64
	// Parts add up to Score, in the order in which they were computed.
	Parts []retrieval.Part
}

// Explanation is an answer with the ranking that it was looked for in.
type Explanation struct {
	Answer
	ranking []Ranked
}

// Ranking lists the best paragraphs, the best first. It is empty when nothing
// was searched for: for a question without a topic, or without a known word.
func (x Explanation) Ranking() []Ranked { return x.ranking }

// Explain is [Engine.Ask] that also tells how the paragraphs ranked.
func (e *Engine) Explain(ctx context.Context, q news.Question) (Explanation, error) {
	a, in, err := e.ask(ctx, q)
	if err != nil {
		return Explanation{}, err
	}
	x := Explanation{Answer: a}
	for _, h := range in.hits[:min(len(in.hits), explained)] {
		v, err := e.view(ctx, q.Library, h.Article)
		if err != nil {
			return Explanation{}, fmt.Errorf("explain an answer: %w", err)
		}
		x.ranking = append(x.ranking, Ranked{v.article.Info(), h.Paragraph, h.Score, h.Parts})
	}
	return x, nil
}

type rankedJSON struct {
	Article   articleJSON `json:"article"`
	Paragraph int         `json:"paragraph"`
	Score     float64     `json:"score"`
	Parts     []partJSON  `json:"parts"`
}

type partJSON struct {
	Name  string  `json:"name"`
	Value float64 `json:"value"`
}

// MarshalJSON gives the answer with one more field, ranking.
func (x Explanation) MarshalJSON() ([]byte, error) {
	b, err := x.Answer.MarshalJSON()
	if err != nil {
		return nil, err
	}
	ranking := make([]rankedJSON, 0, len(x.ranking))
	for _, r := range x.ranking {
		one := rankedJSON{Article: infoJSON(r.Article), Paragraph: r.Paragraph, Score: r.Score, Parts: []partJSON{}}
		for _, p := range r.Parts {
			one.Parts = append(one.Parts, partJSON(p))
		}
		ranking = append(ranking, one)
	}
	more, err := plainJSON(ranking)
	if err != nil {
		return nil, err
	}
	return fmt.Appendf(b[:len(b)-1], ",%q:%s}", "ranking", more), nil
}
