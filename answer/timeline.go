package answer

import (
	"context"
	"slices"

	"onrecord/news"
)

// Timeline is a look-up told by date: its Quotes are the oldest first, those of
// undated articles last.
type Timeline struct{ Profile }

// Timeline looks up what a library credits to one speaker, by date. The name
// may turn out to mean several or nobody, as with [Engine.Speaker].
func (e *Engine) Timeline(ctx context.Context, l LookUp) (Timeline, error) {
	p, err := e.Speaker(ctx, l)
	if err != nil {
		return Timeline{}, err
	}
	slices.SortStableFunc(p.quotes, earlier)
	return Timeline{p}, nil
}

// earlier orders quotations by the date of their article, the undated last,
// then by article, and as they stand on the page.
func earlier(a, b news.Quote) int {
	x, y := a.Article(), b.Article()
	switch {
	case x.Published.IsZero() != y.Published.IsZero():
		if x.Published.IsZero() {
			return 1
		}
		return -1
	case !x.Published.Equal(y.Published):
		return x.Published.Compare(y.Published)
	case x.Ref != y.Ref:
		if x.ID < y.ID || x.ID == y.ID && x.Version < y.Version {
			return -1
		}
		return 1
	case a.Paragraph() != b.Paragraph():
		return a.Paragraph() - b.Paragraph()
	}
	return a.Span().Start - b.Span().Start
}
