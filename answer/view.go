package answer

import (
	"context"

	"onrecord/news"
	"onrecord/retrieval"
)

// view is a stored article read for answering: its paragraphs cut into terms
// once. It is read-only once made.
type view struct {
	article  *news.Article
	reading  *news.Reading
	citable  []news.Paragraph     // by Number, from 1
	terms    [][]retrieval.Term   // parallel to citable
	passages []*retrieval.Passage // parallel to citable
	speakers map[string]*news.Speaker
}

func newView(a *news.Article, r *news.Reading) *view {
	if r == nil {
		r = &news.Reading{}
	}
	v := &view{article: a, reading: r, citable: a.Citable(), speakers: make(map[string]*news.Speaker, len(r.Speakers))}
	for _, p := range v.citable {
		passage := retrieval.ReadPassage(p.Text)
		v.passages = append(v.passages, passage)
		v.terms = append(v.terms, passage.Terms)
	}
	for i := range r.Speakers {
		v.speakers[r.Speakers[i].ID] = &r.Speakers[i]
	}
	return v
}

// paragraph returns a citable paragraph by number, nil when there is none.
func (v *view) paragraph(number int) *news.Paragraph {
	if number < 1 || number > len(v.citable) {
		return nil
	}
	return &v.citable[number-1]
}

// view returns the view of a stored version, from the engine's cache if it is there.
func (e *Engine) view(ctx context.Context, library string, ref news.Ref) (*view, error) {
	key := viewKey{library, ref}
	if v, ok := e.views.Get(key); ok {
		return v, nil
	}
	a, r, err := e.lib.Article(ctx, library, ref)
	if err != nil {
		return nil, err
	}
	v := newView(a, r)
	e.views.Add(key, v)
	return v, nil
}

// Forget lets go of the articles that the engine keeps ready, which those who
// have had a library read again ask of it.
func (e *Engine) Forget() { e.views.Purge() }

// viewKey names a stored version; a version never changes, so neither does its view.
type viewKey struct {
	library string
	ref     news.Ref
}
