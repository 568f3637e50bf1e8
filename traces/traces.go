package traces

import (
	"context"
	"fmt"
	"log/slog"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/exporters/otlp/otlptrace/otlptracehttp"
	"go.opentelemetry.io/otel/sdk/resource"
	sdk "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/trace"

	"onrecord/stages"
)

// Traces makes spans of stages: it is a stages.Observer.
type Traces struct {
	provider *sdk.TracerProvider
	tracer   trace.Tracer
	sending  *sending
}

// Start begins to send. The caller ends it with [Traces.Close].
func Start(ctx context.Context, c Config) (*Traces, error) {
	exporter, err := otlptracehttp.New(ctx, c.options()...)
	if err != nil {
		return nil, fmt.Errorf("send traces: %w", err)
	}
	t := &Traces{sending: &sending{next: exporter, log: c.Logger}}
	t.provider = sdk.NewTracerProvider(
		sdk.WithBatcher(t.sending, sdk.WithMaxQueueSize(c.Queue), sdk.WithMaxExportBatchSize(min(c.Batch, c.Queue)), sdk.WithBatchTimeout(c.Delay), sdk.WithExportTimeout(c.Timeout)),
		sdk.WithResource(c.resource()),
		sdk.WithSampler(c.sampler()),
	)
	t.tracer = t.provider.Tracer("onrecord", trace.WithInstrumentationVersion(c.Version))
	return t, nil
}

// Close sends what waits, as far as ctx lasts.
func (t *Traces) Close(ctx context.Context) error { return t.provider.Shutdown(ctx) }

// Sent counts the spans that the collector has taken, and those that were lost
// because it did not.
func (t *Traces) Sent() (taken, lost int64) { return t.sending.taken.Load(), t.sending.lost.Load() }

func (c Config) options() []otlptracehttp.Option {
	out := []otlptracehttp.Option{
		otlptracehttp.WithEndpointURL(c.Endpoint), otlptracehttp.WithHeaders(c.Headers), otlptracehttp.WithTimeout(c.Timeout),
		otlptracehttp.WithCompression(otlptracehttp.NoCompression), otlptracehttp.WithEncoding(otlptracehttp.EncodingProtobuf),
	}
	if c.Gzip {
		out = append(out, otlptracehttp.WithCompression(otlptracehttp.GzipCompression))
	}
	if c.JSON {
		out = append(out, otlptracehttp.WithEncoding(otlptracehttp.EncodingJSON))
	}
	if c.TLS != nil {
		out = append(out, otlptracehttp.WithTLSClientConfig(c.TLS))
	}
	return out
}

func (c Config) resource() *resource.Resource {
	all := []attribute.KeyValue{attribute.String("service.version", c.Version)}
	for k, v := range c.Attributes {
		all = append(all, attribute.String(k, v))
	}
	return resource.NewSchemaless(append(all, attribute.String("service.name", c.Service))...) // the last of a name counts
}

// Begin implements stages.Observer. A part of nothing is not traced: what the
// program does all day by itself would be most of the traces.
func (t *Traces) Begin(ctx context.Context, name stages.Name) (context.Context, func(error, []slog.Attr)) {
	within := trace.SpanContextFromContext(ctx).IsValid()
	if !within && !name.Whole() {
		return ctx, func(error, []slog.Attr) {}
	}
	ctx, span := t.tracer.Start(ctx, string(name), trace.WithSpanKind(kinds[name]))
	if !within && span.IsRecording() {
		ctx = stages.Mark(ctx, slog.String("trace_id", span.SpanContext().TraceID().String()))
	}
	return ctx, func(err error, facts []slog.Attr) {
		if span.IsRecording() {
			span.SetAttributes(attributes(facts)...)
			if err != nil {
				why := class(err)
				span.SetAttributes(attribute.String("error.type", why))
				span.SetStatus(codes.Error, why)
			}
		}
		span.End()
	}
}
