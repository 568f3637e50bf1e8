package traces

import (
	"context"
	"errors"
	"io/fs"
	"log/slog"
	"net"
	"strings"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/trace"

	"onrecord/stages"
)

// kinds are those of the spans; the others are internal.
var kinds = map[stages.Name]trace.SpanKind{
	stages.Question: trace.SpanKindServer,
	stages.Job:      trace.SpanKindConsumer,
	stages.Model:    trace.SpanKindClient,
	stages.Embed:    trace.SpanKindClient,
	stages.Store:    trace.SpanKindClient,
	stages.Discord:  trace.SpanKindClient,
	stages.Fetch:    trace.SpanKindClient,
}

// names are what OpenTelemetry's semantic conventions call facts; all others go
// by their own names behind "onrecord.".
var names = map[string]string{
	"method":        "http.request.method",
	"route":         "url.template",
	"status":        "http.response.status_code",
	"query":         "db.query.text",
	"database":      "db.system.name",
	"model":         "gen_ai.request.model",
	"prompt_tokens": "gen_ai.usage.input_tokens",
	"reply_tokens":  "gen_ai.usage.output_tokens",
}

// longestValue bounds an attribute, in bytes.
const longestValue = 500

func attributes(facts []slog.Attr) []attribute.KeyValue {
	out := make([]attribute.KeyValue, 0, len(facts))
	for _, f := range facts {
		name, ok := names[f.Key]
		if !ok {
			name = "onrecord." + f.Key
		}
		switch v := f.Value.Resolve(); v.Kind() {
		case slog.KindInt64:
			out = append(out, attribute.Int64(name, v.Int64()))
		case slog.KindFloat64:
			out = append(out, attribute.Float64(name, v.Float64()))
		case slog.KindBool:
			out = append(out, attribute.Bool(name, v.Bool()))
		default:
			text := v.String()
			out = append(out, attribute.String(name, strings.ToValidUTF8(text[:min(len(text), longestValue)], "")))
		}
	}
	return out
}

// class says in a word what an error is: its own text may repeat what somebody
// typed.
func class(err error) string {
	var network net.Error
	switch {
	case errors.Is(err, context.Canceled):
		return "cancelled"
	case errors.Is(err, context.DeadlineExceeded), errors.As(err, &network) && network.Timeout():
		return "timeout"
	case errors.As(err, &network):
		return "network"
	case errors.Is(err, fs.ErrNotExist):
		return "not_found"
	}
	return "error"
}
