package main

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// TestTracesChecked: each way in which a collector can be wrong is told apart, and
// no key is shown.
func TestTracesChecked(t *testing.T) {
	away := httptest.NewServer(http.NotFoundHandler())
	away.Close()
	for _, c := range []struct {
		name     string
		status   int // of the collector's reply, 0 for one that is away
		protocol string
		state    state
		want     string // in what is found or what to do
	}{
		{"well", 200, "", healthy, "takes them"},
		{"well, in JSON", 200, "http/json", healthy, "takes them"},
		{"away", 0, "", problem, "start the collector"},
		{"another key", 401, "", problem, "OTEL_EXPORTER_OTLP_HEADERS"},
		{"another path", 404, "", problem, "/v1/traces is added"},
		{"moved", 308, "", problem, "no collector of traces"},
		{"another protocol", 415, "", problem, "OTEL_EXPORTER_OTLP_PROTOCOL"},
		{"out of order", 503, "", problem, "what the collector logs"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var asked []string
			collector := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				asked = append(asked, r.Method+" "+r.URL.Path+" "+r.Header.Get("Content-Type")+" "+r.Header.Get("Api-Key"))
				w.Header().Set("Location", "/elsewhere")
				w.WriteHeader(c.status)
			}))
			defer collector.Close()
			address := collector.URL
			if c.status == 0 {
				address = away.URL
			}
			s, err := newSettings(env("OTEL_EXPORTER_OTLP_ENDPOINT", address+"/key-in-a-path", "OTEL_EXPORTER_OTLP_HEADERS", "api-key=hush-hush", "OTEL_EXPORTER_OTLP_PROTOCOL", c.protocol))
			if err != nil {
				t.Fatal(err)
			}
			f := checkTraces(t.Context(), &examination{p: &program{settings: s}})
			if f.state != c.state || !strings.Contains(f.says+f.fix, c.want) || strings.Contains(f.says+f.fix, "hush") || strings.Contains(f.says+f.fix, "key-in-a-path") {
				t.Errorf("%+v", f)
			}
			kind := "application/x-protobuf"
			if c.protocol != "" {
				kind = "application/json"
			}
			if want := "POST /key-in-a-path/v1/traces " + kind + " hush-hush"; c.status != 0 && (len(asked) != 1 || asked[0] != want) {
				t.Errorf("the collector was asked %q, want %q once", asked, want)
			}
		})
	}
	s := &settings{getenv: env()}
	if f := checkTraces(t.Context(), &examination{p: &program{settings: s}}); f.state != skipped {
		t.Errorf("off: %+v", f)
	}
}
