package stages

import (
	"context"
	"log/slog"
)

type marksKey struct{}

// Mark has every line that is logged with the context say some more: to which
// question it belongs, and to which trace.
func Mark(ctx context.Context, marks ...slog.Attr) context.Context {
	before, _ := ctx.Value(marksKey{}).([]slog.Attr)
	return context.WithValue(ctx, marksKey{}, append(before[:len(before):len(before)], marks...))
}

// Logger returns a logger whose lines say what their context is marked with; one
// that does so already is returned as it is.
func Logger(l *slog.Logger) *slog.Logger {
	if _, ok := l.Handler().(marking); ok {
		return l
	}
	return slog.New(marking{l.Handler()})
}

// marking is a handler that adds a context's marks.
type marking struct{ slog.Handler }

// Handle implements slog.Handler.
func (m marking) Handle(ctx context.Context, r slog.Record) error {
	if marks, _ := ctx.Value(marksKey{}).([]slog.Attr); len(marks) > 0 {
		r = r.Clone()
		r.AddAttrs(marks...)
	}
	return m.Handler.Handle(ctx, r)
}

// WithAttrs implements slog.Handler.
func (m marking) WithAttrs(attrs []slog.Attr) slog.Handler {
	return marking{m.Handler.WithAttrs(attrs)}
}

// WithGroup implements slog.Handler.
func (m marking) WithGroup(name string) slog.Handler { return marking{m.Handler.WithGroup(name)} }
