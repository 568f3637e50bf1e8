package shelf

import "context"

// Moment returns a context for one question, in which the store may go on with
// what it has looked up; see [store.Store.Moment].
func (s *Shelf) Moment(ctx context.Context) context.Context {
	if m, ok := s.store.(interface {
		Moment(ctx context.Context) context.Context
	}); ok {
		return m.Moment(ctx)
	}
	return ctx
}
