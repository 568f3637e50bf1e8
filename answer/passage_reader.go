package answer

import (
	"context"
	"errors"

	"onrecord/news"
	"onrecord/retrieval"
)

// reader hands ranking the paragraphs that the engine has cut into terms.
type reader struct{ *Engine }

// Article implements retrieval.Texts.
func (r reader) Article(ctx context.Context, library string, ref news.Ref) (*news.Article, *news.Reading, error) {
	return r.lib.Article(ctx, library, ref)
}

// Passage implements retrieval.Passages.
func (r reader) Passage(ctx context.Context, library string, ref news.Ref, paragraph int) (*retrieval.Passage, error) {
	v, err := r.view(ctx, library, ref)
	if errors.Is(err, news.ErrNotFound) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return v.passage(paragraph), nil
}

// passage returns a citable paragraph by number, cut into sentences and terms;
// nil when there is none.
func (v *view) passage(number int) *retrieval.Passage {
	if number < 1 || number > len(v.passages) {
		return nil
	}
	at := &v.passages[number-1]
	if p := at.Load(); p != nil {
		return p
	}
	at.CompareAndSwap(nil, retrieval.ReadPassageIn(v.article.Language, v.citable[number-1].Text))
	return at.Load()
}
