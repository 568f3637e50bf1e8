package answer

import "context"

// momentary is what a [Library] may be besides: one that can stay as it is for
// the length of a question, so that what the steps of answering look up again
// and again is read once.
type momentary interface {
	Moment(ctx context.Context) context.Context
}

// moment is the context in which one question is answered.
func moment(ctx context.Context, lib Library) context.Context {
	if m, ok := lib.(momentary); ok {
		return m.Moment(ctx)
	}
	return ctx
}

// Moment implements momentary where the library does.
func (u united) Moment(ctx context.Context) context.Context { return moment(ctx, u.Library) }
