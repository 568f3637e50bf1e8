package traces

import (
	"context"
	"log/slog"
	"sync/atomic"

	sdk "go.opentelemetry.io/otel/sdk/trace"
)

// sending is an exporter that counts, and says so once when the collector no
// longer takes spans and once when it does again.
type sending struct {
	next        sdk.SpanExporter
	log         *slog.Logger
	taken, lost atomic.Int64
	ill         atomic.Bool
}

// ExportSpans implements sdk.SpanExporter. It never fails: the library would
// print why, and that may hold what the collector replied.
func (s *sending) ExportSpans(ctx context.Context, spans []sdk.ReadOnlySpan) error {
	err := s.next.ExportSpans(ctx, spans)
	if err != nil {
		s.lost.Add(int64(len(spans)))
		if !s.ill.Swap(true) {
			s.log.Warn("traces can't be sent; answers don't wait for that", "reason", class(err))
		}
		return nil
	}
	s.taken.Add(int64(len(spans)))
	if s.ill.Swap(false) {
		s.log.Info("traces are sent again")
	}
	return nil
}

// Shutdown implements sdk.SpanExporter.
func (s *sending) Shutdown(ctx context.Context) error { return s.next.Shutdown(ctx) }
