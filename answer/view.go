package answer

import (
	"context"
	"sort"

	"onrecord/news"
	"onrecord/retrieval"
)

// view is a stored article read for answering: its paragraphs cut into terms
// once. It is read-only once made.
type view struct {
	article  *news.Article
	reading  *news.Reading
	citable  []news.Paragraph   // by Number, from 1
	terms    [][]retrieval.Term // parallel to citable
	speakers map[string]*news.Speaker
}

func newView(a *news.Article, r *news.Reading) *view {
	if r == nil {
		r = &news.Reading{}
	}
	v := &view{article: a, reading: r, citable: a.Citable(), speakers: make(map[string]*news.Speaker, len(r.Speakers))}
	for _, p := range v.citable {
		v.terms = append(v.terms, retrieval.Terms(p.Text))
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

// within returns the terms that stand wholly in a span.
func (v *view) within(s news.Span) []retrieval.Term {
	if v.paragraph(s.Paragraph) == nil {
		return nil
	}
	all := v.terms[s.Paragraph-1]
	from := sort.Search(len(all), func(i int) bool { return all[i].Start >= s.Start })
	to := from
	for to < len(all) && all[to].Start < s.End {
		to++
	}
	return all[from:to]
}

// around returns the terms of the paragraphs from..to that the article has.
func (v *view) around(from, to int) []retrieval.Term {
	var out []retrieval.Term
	for n := max(1, from); n <= min(to, len(v.terms)); n++ {
		out = append(out, v.terms[n-1]...)
	}
	return out
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

// viewKey names a stored version; a version never changes, so neither does its view.
type viewKey struct {
	library string
	ref     news.Ref
}
