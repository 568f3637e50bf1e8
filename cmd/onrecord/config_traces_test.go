package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"onrecord/traces"
)

func TestTracesSettings(t *testing.T) {
	usual := func(change func(*traces.Config)) *traces.Config {
		c := &traces.Config{
			Endpoint: "http://localhost:4318/v1/traces", Headers: map[string]string{}, Timeout: 10 * time.Second,
			Service: "onrecord", Attributes: map[string]string{}, Sampler: traces.ParentOn, Share: 1,
			Queue: 2048, Batch: 512, Delay: 5 * time.Second,
		}
		if change != nil {
			change(c)
		}
		return c
	}
	for _, c := range []struct {
		name string
		env  func(string) string
		want *traces.Config
	}{
		{"off by default", env(), nil},
		{"a name alone asks for no exporter", env("OTEL_SERVICE_NAME", "bot", "OTEL_TRACES_SAMPLER", "always_on"), nil},
		{"an exporter", env("OTEL_TRACES_EXPORTER", "otlp"), usual(nil)},
		{"an endpoint", env("OTEL_EXPORTER_OTLP_ENDPOINT", "https://c.example/otlp"), usual(func(c *traces.Config) { c.Endpoint = "https://c.example/otlp/v1/traces" })},
		{"an endpoint of traces is taken as it is", env("OTEL_EXPORTER_OTLP_ENDPOINT", "https://c.example", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "https://t.example"), usual(func(c *traces.Config) { c.Endpoint = "https://t.example/" })},
		{"none", env("OTEL_TRACES_EXPORTER", "none", "OTEL_EXPORTER_OTLP_ENDPOINT", "https://c.example"), nil},
		{"disabled", env("OTEL_SDK_DISABLED", "true", "OTEL_TRACES_EXPORTER", "otlp"), nil},
		{"everything", env("OTEL_TRACES_EXPORTER", "otlp", "OTEL_EXPORTER_OTLP_HEADERS", "a=1", "OTEL_EXPORTER_OTLP_TRACES_HEADERS", "api-key=hush%2Chush, b=2",
			"OTEL_EXPORTER_OTLP_PROTOCOL", "http/json", "OTEL_EXPORTER_OTLP_COMPRESSION", "gzip", "OTEL_EXPORTER_OTLP_TIMEOUT", "2000",
			"OTEL_SERVICE_NAME", "bot", "OTEL_RESOURCE_ATTRIBUTES", "service.name=other,deployment.environment.name=at%20home",
			"OTEL_TRACES_SAMPLER", "traceidratio", "OTEL_TRACES_SAMPLER_ARG", "0.25",
			"OTEL_BSP_MAX_QUEUE_SIZE", "10", "OTEL_BSP_MAX_EXPORT_BATCH_SIZE", "5", "OTEL_BSP_SCHEDULE_DELAY", "100"), usual(func(c *traces.Config) {
			c.Headers = map[string]string{"api-key": "hush,hush", "b": "2"}
			c.JSON, c.Gzip, c.Timeout = true, true, 2*time.Second
			c.Service, c.Attributes = "bot", map[string]string{"service.name": "other", "deployment.environment.name": "at home"}
			c.Sampler, c.Share, c.Queue, c.Batch, c.Delay = traces.Ratio, .25, 10, 5, 100*time.Millisecond
		})},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := (&settings{getenv: c.env}).traces()
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestTracesMistakes: every mistake is told by the name of its setting, also with
// traces off, and no secret is repeated.
func TestTracesMistakes(t *testing.T) {
	empty := filepath.Join(t.TempDir(), "empty.pem")
	if err := os.WriteFile(empty, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	wrong := []string{
		"OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "https://ada:hush-hush@c.example",
		"OTEL_EXPORTER_OTLP_HEADERS", "api key=hush-hush",
		"OTEL_EXPORTER_OTLP_COMPRESSION", "zstd",
		"OTEL_EXPORTER_OTLP_PROTOCOL", "grpc",
		"OTEL_EXPORTER_OTLP_TIMEOUT", "10s",
		"OTEL_EXPORTER_OTLP_CERTIFICATE", empty,
		"OTEL_BSP_MAX_QUEUE_SIZE", "0",
		"OTEL_BSP_MAX_EXPORT_BATCH_SIZE", "many",
		"OTEL_BSP_SCHEDULE_DELAY", "-1",
		"OTEL_RESOURCE_ATTRIBUTES", "home",
		"OTEL_TRACES_SAMPLER", "jaeger_remote",
		"OTEL_SDK_DISABLED", "maybe",
		"OTEL_TRACES_EXPORTER", "zipkin",
	}
	c, err := (&settings{getenv: env(wrong...)}).traces()
	if c != nil || err == nil {
		t.Fatalf("got %v, %v", c, err)
	}
	lines := strings.Split(err.Error(), "\n")
	for i := 0; i < len(wrong); i += 2 {
		found := 0
		for _, line := range lines {
			if strings.HasPrefix(line, wrong[i]+" ") {
				found++
			}
		}
		if found != 1 {
			t.Errorf("%s is complained of %d times", wrong[i], found)
		}
	}
	if len(lines) != len(wrong)/2 || strings.Contains(err.Error(), "hush") {
		t.Errorf("complaints:\n%v", err)
	}
	for _, one := range [][2]string{
		{"OTEL_EXPORTER_OTLP_ENDPOINT", "localhost:4318"}, {"OTEL_EXPORTER_OTLP_ENDPOINT", "ftp://c.example"}, {"OTEL_EXPORTER_OTLP_ENDPOINT", "https://c.example/?key=hush-hush"},
		{"OTEL_EXPORTER_OTLP_HEADERS", "hush-hush"}, {"OTEL_EXPORTER_OTLP_HEADERS", "a=hush%0d%0aHost: b"}, {"OTEL_EXPORTER_OTLP_HEADERS", "a=hush%zz"},
	} {
		if _, err := (&settings{getenv: env(one[0], one[1])}).traces(); err == nil || !strings.HasPrefix(err.Error(), one[0]) || strings.Contains(err.Error(), "hush") {
			t.Errorf("%v: %v", one, err)
		}
	}
	_, err = (&settings{getenv: env("OTEL_TRACES_SAMPLER", "traceidratio", "OTEL_TRACES_SAMPLER_ARG", "NaN")}).traces()
	if err == nil || !strings.HasPrefix(err.Error(), "OTEL_TRACES_SAMPLER_ARG ") {
		t.Errorf("a share that is no number: %v", err)
	}
}

// TestTracesHeadersFromAFile: like every secret they may stand in a file; those for
// traces alone go before.
func TestTracesHeadersFromAFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "headers")
	if err := os.WriteFile(path, []byte("api-key=hush-hush\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"OTEL_EXPORTER_OTLP_HEADERS_FILE", "OTEL_EXPORTER_OTLP_TRACES_HEADERS_FILE"} {
		got := (&settings{getenv: env(name, path)}).tracesHeaders()
		if diff := cmp.Diff(map[string]string{"api-key": "hush-hush"}, got); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
	got := (&settings{getenv: env("OTEL_EXPORTER_OTLP_TRACES_HEADERS_FILE", path, "OTEL_EXPORTER_OTLP_HEADERS", "a=1")}).tracesHeaders()
	if diff := cmp.Diff(map[string]string{"api-key": "hush-hush"}, got); diff != "" {
		t.Error(diff)
	}
}

// TestTracesHeadersAreSecret: the settings are shown without them.
func TestTracesHeadersAreSecret(t *testing.T) {
	s := &settings{getenv: env("OTEL_EXPORTER_OTLP_HEADERS", "api-key=hush-hush"), source: func(string) string { return "environment" }}
	list, err := s.list()
	if err != nil {
		t.Fatal(err)
	}
	for _, one := range list {
		if strings.Contains(one.Value, "hush") {
			t.Errorf("%s is shown as %s", one.Name, one.Value)
		}
		if one.Name == "OTEL_EXPORTER_OTLP_HEADERS" && one.Value != "(set)" {
			t.Errorf("it is shown as %q", one.Value)
		}
	}
}
