package answer

import (
	"context"
	"strings"

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
	carrier  map[*news.Statement]news.Span // the passage of each statement, see carry
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
	v.carry()
	return v
}

// carry settles what carries each statement: its passage without a direct
// quotation that it opens or ends with, when that is another statement. So a
// paraphrase is shown as one, and is not about what the quotation is about.
func (v *view) carry() {
	all := v.reading.Statements
	v.carrier = make(map[*news.Statement]news.Span, len(all))
	quoted := map[int][]news.Span{} // by paragraph: the direct quotations
	for i := range all {
		for _, q := range all[i].Content {
			if all[i].Kind == news.Direct && len(quoted[q.Paragraph]) < maxQuoted {
				quoted[q.Paragraph] = append(quoted[q.Paragraph], q)
			}
		}
	}
	for i := range all {
		s := all[i].Passage
		if p := v.paragraph(s.Paragraph); p != nil && all[i].Kind != news.Direct && len(all[i].Content) > 0 {
			for _, q := range quoted[s.Paragraph] {
				s = without(p.Text, s, q, all[i].Content[0])
			}
		}
		v.carrier[&all[i]] = s
	}
}

// maxQuoted bounds how many quotations of one paragraph are looked at, so that
// a page made of them takes no more than its length.
const maxQuoted = 100

// without cuts a quotation off the beginning or the end of a passage, if it
// stands there and apart from what the passage is shown for.
func without(text string, passage, quotation, content news.Span) news.Span {
	if !passage.Contains(quotation) || quotation.Overlaps(content) {
		return passage
	}
	const between = " ,:\u00a0"
	switch {
	case quotation.Start == passage.Start && quotation.End <= content.Start:
		rest := text[quotation.End:content.Start]
		passage.Start = content.Start - len(strings.TrimLeft(rest, between))
	case quotation.End == passage.End && quotation.Start >= content.End:
		rest := text[content.End:quotation.Start]
		passage.End = content.End + len(strings.TrimRight(rest, between))
	}
	return passage
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
