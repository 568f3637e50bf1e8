package main

import (
	"context"
	"net/http"

	"onrecord/terminal"
)

// checkTraces asks the collector of traces whether it takes what serve will send.
func checkTraces(ctx context.Context, e *examination) finding {
	c, err := e.p.settings.traces()
	switch {
	case err != nil:
		return skip("their settings can't be read")
	case c == nil:
		return skip("they are off; OTEL_EXPORTER_OTLP_ENDPOINT switches them on")
	}
	const meanwhile = "; until then answers come as always, without traces"
	status, err := c.Probe(ctx)
	switch {
	case err != nil:
		return trouble("start the collector, or correct OTEL_EXPORTER_OTLP_ENDPOINT"+meanwhile, "the collector can't be reached: %s", terminal.Clean(err.Error()))
	case status == http.StatusUnauthorized || status == http.StatusForbidden:
		return trouble("correct OTEL_EXPORTER_OTLP_HEADERS, where its key belongs"+meanwhile, "the collector does not take the key (%d)", status)
	case status == http.StatusNotFound || status == http.StatusMethodNotAllowed || status >= 300 && status < 400:
		return trouble("correct OTEL_EXPORTER_OTLP_ENDPOINT; the path /v1/traces is added to it, to OTEL_EXPORTER_OTLP_TRACES_ENDPOINT nothing"+meanwhile, "no collector of traces is at that address (%d)", status)
	case status == http.StatusUnsupportedMediaType:
		return trouble("set OTEL_EXPORTER_OTLP_PROTOCOL to the other of http/protobuf and http/json"+meanwhile, "the collector does not take this protocol (%d)", status)
	case status < 200 || status > 299:
		return trouble("look at what the collector logs"+meanwhile, "the collector refuses traces (%d)", status)
	}
	return fine("the collector takes them")
}
