package answer

import (
	"cmp"
	"context"
	"slices"

	"onrecord/news"
	"onrecord/retrieval"
)

// Of what lies near a question.
const (
	maxNear   = 50
	leastNear = 300_000 // the cosine in millionths below which texts have little in common
	// fusionDepth damps how much the first ranks count: the k of G. V. Cormack,
	// C. L. A. Clarke, S. Büttcher: Reciprocal Rank Fusion outperforms Condorcet
	// and individual rank learning methods, SIGIR 2009.
	fusionDepth = 60
)

// spot is where a paragraph stands.
type spot struct {
	article   news.Ref
	paragraph int
}

// nearby remembers what lies near a question, which may be looked at several
// times: an endpoint that hangs must hold it up once only.
type nearby struct {
	known bool
	found []news.Near
}

// of returns what look finds; nil remembers nothing.
func (n *nearby) of(look func() []news.Near) []news.Near {
	if n == nil {
		return look()
	}
	if !n.known {
		n.known, n.found = true, look()
	}
	return n.found
}

// fused puts the hits of the question's words into one order with what lies near
// it by its vector, by reciprocal rank fusion. What only the vectors found has no
// score: its article is opened, and it may be shown as near, but it never answers.
func (e *Engine) fused(ctx context.Context, in *inquiry, hits []retrieval.Hit) []retrieval.Hit {
	in.alike, in.top = nil, 0
	if e.near == nil || in.Text == "" {
		return hits
	}
	near := in.beside.of(func() []news.Near { return e.near.nearest(ctx, in.library, in.article, in.Text) })
	near = slices.DeleteFunc(slices.Clone(near), func(n news.Near) bool {
		return n.Score < leastNear || n.Paragraph < 1 || !in.means(n.Article)
	})
	if len(near) == 0 {
		return hits
	}
	weight := map[spot]float64{}
	for i, h := range hits {
		weight[spot{h.Article, h.Paragraph}] += 1 / float64(fusionDepth+i+1)
	}
	found := len(hits)
	if found > 0 {
		in.top = hits[0].Score
	}
	all := slices.Clone(hits)
	for i, n := range near {
		at := spot{n.Article, n.Paragraph}
		if weight[at] == 0 {
			all = append(all, retrieval.Hit{Article: n.Article, Paragraph: n.Paragraph})
			in.alike = append(in.alike, at)
		}
		weight[at] += 1 / float64(fusionDepth+i+1)
	}
	slices.SortStableFunc(all, func(a, b retrieval.Hit) int { // of equals, what the words found comes first
		return cmp.Compare(weight[spot{b.Article, b.Paragraph}], weight[spot{a.Article, a.Paragraph}])
	})
	return all[:min(len(all), max(found, maxHits))]
}

// alikePick is the sentence to show beside an abstention of the nearest paragraph
// that only the vectors found: its first, as nothing tells its sentences apart.
func (in *inquiry) alikePick() []Pick {
	for _, at := range in.alike {
		l := in.lens(at.article)
		if l == nil {
			continue
		}
		p := l.passage(at.paragraph)
		if p == nil || len(p.Sentences) == 0 {
			continue
		}
		return in.pickSentence(&sentence{lens: l, passage: p, number: at.paragraph})
	}
	return nil
}
