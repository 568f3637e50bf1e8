package answer

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"

	"onrecord/news"
	"onrecord/retrieval"
)

// How much of a library one question looks at.
const (
	maxHits     = 200 // paragraphs that share words with the question
	maxArticles = 12  // articles whose statements are weighed
	maxOthers   = 4   // of them, those that don't credit the speaker asked about
)

// inquiry is one question at work: what was asked, and what the library has
// that may answer it.
type inquiry struct {
	asked
	library string
	article string          // an article's ID, "" for all
	only    map[string]bool // the IDs of the articles that the question may mean, nil for all
	bold    Boldness
	most    int // articles to open at most, 0 for maxArticles
	cards   []news.Card
	roster  *roster // of the cards
	by      called  // whom the question asks about
	topic   *retrieval.Topic
	hits    []retrieval.Hit // the paragraphs found, best first
	beside  *nearby         // what lies near the question, once it was looked for
	alike   []spot          // those that only vectors found, nearest first
	top     float64         // the best score where vectors have changed the order of hits, else 0
	lenses  []*lens         // the articles looked at, best first
	ev      []news.Evidence // what picks are labelled with, labels from 1
	drafted *Draft          // what the engine made of it, nil where it did not come to that
}

// look searches the library for the topic and opens the articles found, those
// that credit one of the speakers besides.
func (e *Engine) look(ctx context.Context, in *inquiry, by []news.Card) error {
	q := retrieval.Query{Text: in.Topic, Limit: maxHits}
	if len(by) == 1 {
		q.Speaker = by[0].Name
	}
	if in.only != nil {
		q.Limit = 1 << 30 // all of them
	}
	scope := retrieval.Scope{Library: in.library, Article: in.article}
	topic, hits, err := retrieval.SearchTopic(ctx, e.lib, reader{e}, scope, q)
	if err != nil {
		return err
	}
	hits = in.meant(hits)
	in.topic, in.hits = topic, hits
	hits = e.fused(ctx, in, hits)
	refs, err := e.toOpen(ctx, in, by, hits)
	if err != nil {
		return err
	}
	if err := e.open(ctx, in, refs); err != nil {
		return err
	}
	for _, h := range hits {
		if slices.Contains(in.alike, spot{h.Article, h.Paragraph}) {
			continue
		}
		if l := in.lens(h.Article); l != nil {
			in.label(l, h.Paragraph, h.Score)
		}
	}
	return nil
}

// means tells whether the question may mean an article.
func (in *inquiry) means(ref news.Ref) bool {
	return (in.article == "" || ref.ID == in.article) && (in.only == nil || in.only[ref.ID])
}

// meant keeps the best hits in the articles that the question may mean.
func (in *inquiry) meant(hits []retrieval.Hit) []retrieval.Hit {
	if in.only == nil {
		return hits
	}
	var out []retrieval.Hit
	for _, h := range hits {
		if in.means(h.Article) && len(out) < maxHits {
			out = append(out, h)
		}
	}
	return out
}

// toOpen lists the articles to open: of those found, the best few that don't
// credit the speakers asked about and as many as there is room for that do; then
// the newest that credit the speakers with anything.
func (e *Engine) toOpen(ctx context.Context, in *inquiry, by []news.Card, hits []retrieval.Hit) ([]news.Ref, error) {
	var credited []news.Ref
	credits := map[news.Ref]bool{}
	for _, c := range by {
		refs, err := e.lib.Credited(ctx, in.library, c.ID)
		if err != nil {
			return nil, fmt.Errorf("find what %s is credited with: %w", c.Name, err)
		}
		refs = slices.DeleteFunc(slices.Clone(refs), func(r news.Ref) bool { return !in.means(r) })
		for _, ref := range refs {
			credits[ref] = true
		}
		credited = append(credited, refs...)
	}
	var first, others []news.Ref
	seen := map[news.Ref]bool{}
	for _, h := range hits {
		switch {
		case seen[h.Article]:
		case len(by) == 0 || credits[h.Article]:
			first = append(first, h.Article)
		case len(others) < maxOthers:
			others = append(others, h.Article)
		}
		seen[h.Article] = true
	}
	most := max(in.most, maxArticles)
	first = append(others, first[:min(len(first), most-len(others))]...)
	return append(first, credited[:min(len(credited), most)]...), nil
}

// open makes the lenses of the articles, each once, as many as the inquiry takes.
// An article that is gone by now is passed over.
func (e *Engine) open(ctx context.Context, in *inquiry, refs []news.Ref) error {
	most := in.most
	if most == 0 {
		most = maxArticles
	}
	for _, ref := range refs {
		if len(in.lenses) == most {
			return nil
		}
		if in.lens(ref) != nil || !in.means(ref) {
			continue
		}
		v, err := e.view(ctx, in.library, ref)
		if errors.Is(err, news.ErrNotFound) {
			continue
		}
		if err != nil {
			return fmt.Errorf("open article %s: %w", ref.ID, err)
		}
		in.lenses = append(in.lenses, v.through(in.topic))
	}
	return nil
}

// lens returns the lens on an article, nil when it is not looked at.
func (in *inquiry) lens(ref news.Ref) *lens {
	for _, l := range in.lenses {
		if l.article.Ref() == ref {
			return l
		}
	}
	return nil
}

// label returns the label of a paragraph as evidence, a new one if it has none.
func (in *inquiry) label(l *lens, paragraph int, score float64) int {
	for _, e := range in.ev {
		if e.Article == l.article && e.Paragraph == paragraph {
			return e.Label
		}
	}
	n := len(in.ev) + 1
	in.ev = append(in.ev, news.Evidence{Label: n, Article: l.article, Reading: l.reading, Paragraph: paragraph, Score: score})
	return n
}

// candidate is a statement that may answer, and how well it fits.
type candidate struct {
	*lens
	st   *news.Statement
	fit  fit
	rank int // of its article among those looked at
}

// candidates lists the statements of the articles looked at, best first. The
// order is total: fit, own words before paraphrases, then as the articles were
// found and as they stand on the page.
func (in *inquiry) candidates() []candidate {
	var out []candidate
	for rank, l := range in.lenses {
		for i := range l.reading.Statements {
			st := &l.reading.Statements[i]
			if len(st.Content) == 0 || st.Certainty < in.leastCertain() {
				continue
			}
			if st.Speaker != "" && l.speakers[st.Speaker] == nil {
				continue // credited to nobody whom the reading lists
			}
			f := l.fit(st)
			if f.Total < leastFit && len(in.topic.Words) > 0 {
				continue // hardly anything of the topic is near
			}
			out = append(out, candidate{l, st, f, rank})
		}
	}
	slices.SortStableFunc(out, func(a, b candidate) int {
		return cmp.Or(
			cmp.Compare(b.fit.Total, a.fit.Total),
			cmp.Compare(b.fit.Content, a.fit.Content),
			cmp.Compare(ownWords(b.st.Kind), ownWords(a.st.Kind)),
			cmp.Compare(unspoken(a.st), unspoken(b.st)),
		)
	})
	return out
}

// unspoken puts what somebody is only reported to hold behind what was said.
func unspoken(st *news.Statement) int {
	if st.Stance == news.Held {
		return 1
	}
	return 0
}

// leastFit is the fit below which a statement is not even near.
const leastFit = 0.12

// ownWords orders the kinds by how far the words are the speaker's own.
func ownWords(k news.Kind) int {
	switch k {
	case news.Direct:
		return 3
	case news.Mixed:
		return 2
	case news.Reported:
		return 1
	}
	return 0
}

// leastCertain is the certainty below which an attribution is left out.
func (in *inquiry) leastCertain() float64 {
	if in.bold >= 0.8 {
		return 0.25
	}
	return news.Doubtful
}
