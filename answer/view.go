package answer

import (
	"context"
	"strings"
	"sync"
	"sync/atomic"

	"onrecord/news"
	"onrecord/retrieval"
)

// view is a stored article read for answering. A paragraph is cut into terms
// when it is first looked at, and once: of most articles found, only the
// paragraph that was found is. It is safe for concurrent use.
type view struct {
	article  *news.Article
	reading  *news.Reading
	citable  []news.Paragraph                    // by Number, from 1
	passages []atomic.Pointer[retrieval.Passage] // parallel to citable, nil until looked at
	speakers map[string]*news.Speaker
	carrier  func() map[*news.Statement]news.Span // the passage of each statement, see carry
	said     func() map[int][]*news.Statement     // by paragraph: the statements with words in it, in their order
}

func newView(a *news.Article, r *news.Reading) *view {
	if r == nil {
		r = &news.Reading{}
	}
	v := &view{article: a, reading: r, citable: a.Citable(), speakers: make(map[string]*news.Speaker, len(r.Speakers))}
	v.passages = make([]atomic.Pointer[retrieval.Passage], len(v.citable))
	for i := range r.Speakers {
		v.speakers[r.Speakers[i].ID] = &r.Speakers[i]
	}
	v.carrier = sync.OnceValue(v.carry)
	v.said = sync.OnceValue(v.saidIn)
	return v
}

// cost is about how many bytes a view takes once all of it was looked at.
func (v *view) cost() int {
	n := 3000 + 500*len(v.reading.Statements) + 300*len(v.reading.Speakers)
	for _, p := range v.article.Paragraphs {
		n += 150 + 7*len(p.Text)
	}
	return n
}

// saidIn lists the statements by the paragraphs in which they have words.
func (v *view) saidIn() map[int][]*news.Statement {
	out := map[int][]*news.Statement{}
	for i := range v.reading.Statements {
		st := &v.reading.Statements[i]
		for _, c := range st.Content {
			here := out[c.Paragraph]
			if n := len(here); n == 0 || here[n-1] != st {
				out[c.Paragraph] = append(here, st)
			}
		}
	}
	return out
}

// carry settles what carries each statement: its passage without a direct
// quotation that it opens or ends with, when that is another statement. So a
// paraphrase is shown as one, and is not about what the quotation is about.
func (v *view) carry() map[*news.Statement]news.Span {
	all := v.reading.Statements
	carrier := make(map[*news.Statement]news.Span, len(all))
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
		carrier[&all[i]] = s
	}
	return carrier
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
	e.views.Add(key, v, v.cost())
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
