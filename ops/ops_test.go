package ops

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"

	"onrecord/stages"
)

func server(t *testing.T, c Config) *httptest.Server {
	t.Helper()
	c.Logger = slog.New(slog.DiscardHandler)
	s := httptest.NewServer(Handler(c))
	t.Cleanup(s.Close)
	return s
}

func get(t *testing.T, client *http.Client, address string) (int, string) {
	t.Helper()
	resp, err := client.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return resp.StatusCode, string(body)
}

func TestReady(t *testing.T) {
	var wrong error
	s := server(t, Config{Checks: []Check{
		{"store", func(context.Context) error { return nil }},
		{"gateway", func(context.Context) error { return wrong }},
		{"slow", func(ctx context.Context) error {
			if wrong == nil {
				return nil
			}
			<-ctx.Done()
			return ctx.Err()
		}},
	}})
	if status, body := get(t, s.Client(), s.URL+"/readyz"); status != 200 || body != "ok       store\nok       gateway\nok       slow\n" {
		t.Errorf("ready: %d %q", status, body)
	}
	wrong = errors.New("silent for 2m\nand more")
	status, body := get(t, s.Client(), s.URL+"/readyz")
	if status != 503 || !strings.Contains(body, "not yet  gateway: silent for 2m; and more\n") || !strings.Contains(body, "not yet  slow: context deadline exceeded") {
		t.Errorf("not ready: %d %q", status, body)
	}
	if status, _ := get(t, s.Client(), s.URL+"/healthz"); status != 200 {
		t.Errorf("a process that is not ready is alive all the same, not %d", status)
	}
}

func TestMetrics(t *testing.T) {
	m := NewMetrics(Build{"1.2", "abc", "go1.26"})
	s := server(t, Config{Metrics: m})
	m.Question("abstained", "nothing_found")
	_, stage := stages.Begin(stages.With(t.Context(), m), stages.Answer)
	stage.End(errors.New("out of reach"))
	m.Gauge("onrecord_gateway_connected", "Whether.", map[string]string{"shard": "0"}, func() float64 { return 1 })
	const token = "aW50ZXJhY3Rpb246MTIzNDU2Nzg5"
	next := roundTrip(func(*http.Request) (*http.Response, error) { return &http.Response{StatusCode: 204}, nil })
	for _, path := range []string{
		"/api/v9/interactions/123/" + token + "/callback",
		"/api/v9/webhooks/456/" + token + "/messages/@original",
	} {
		if _, err := m.Transport(next).RoundTrip(&http.Request{Method: "POST", URL: &url.URL{Path: path}}); err != nil {
			t.Fatal(err)
		}
	}
	_, body := get(t, s.Client(), s.URL+"/metrics")
	for _, want := range []string{
		`onrecord_questions_total{outcome="abstained",reason="nothing_found"} 1`,
		`onrecord_stage_duration_seconds_count{stage="answer"} 1`,
		`onrecord_stage_failures_total{stage="answer"} 1`,
		`onrecord_discord_requests_total{code="204",method="POST",route="/interactions/*/*/callback"} 1`,
		`onrecord_discord_requests_total{code="204",method="POST",route="/webhooks/*/*/messages/@original"} 1`,
		`onrecord_gateway_connected{shard="0"} 1`,
		`onrecord_build_info{commit="abc",go="go1.26",version="1.2"} 1`,
	} {
		if !strings.Contains(body, want+"\n") {
			t.Errorf("the metrics lack %s", want)
		}
	}
	if strings.Contains(body, token) {
		t.Error("a token got into the metrics")
	}
}

// TestMetricsGoOn: what can't be shown takes nothing else away.
func TestMetricsGoOn(t *testing.T) {
	m := NewMetrics(Build{})
	m.Gauges("onrecord_replica_used", "Whether.", "replica", func(show func(string, float64)) {
		show("the same", 1)
		show("the same", 1)
	})
	s := server(t, Config{Metrics: m})
	if status, body := get(t, s.Client(), s.URL+"/metrics"); status != 200 || !strings.Contains(body, "onrecord_build_info") {
		t.Errorf("one metric that can't be shown: %d, %d bytes", status, len(body))
	}
}

// TestMetricsAtOnce: whoever asks again and again doesn't take the database.
func TestMetricsAtOnce(t *testing.T) {
	m := NewMetrics(Build{})
	begun, end := make(chan struct{}, scrapesOnce), make(chan struct{})
	m.Gauges("onrecord_slow", "Slow.", "", func(show func(string, float64)) {
		begun <- struct{}{}
		<-end
		show("", 1)
	})
	s := server(t, Config{Metrics: m})
	var all sync.WaitGroup
	for range scrapesOnce {
		all.Go(func() {
			resp, err := s.Client().Get(s.URL + "/metrics")
			if err != nil {
				t.Error(err)
				return
			}
			defer resp.Body.Close()
			if resp.StatusCode != 200 {
				t.Errorf("a scrape in turn gets %d", resp.StatusCode)
			}
		})
	}
	for range scrapesOnce {
		<-begun
	}
	if status, _ := get(t, s.Client(), s.URL+"/metrics"); status != 503 {
		t.Errorf("one too many gets %d", status)
	}
	close(end)
	all.Wait()
}

type roundTrip func(*http.Request) (*http.Response, error)

func (f roundTrip) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

func TestRoute(t *testing.T) {
	for path, want := range map[string]string{
		"/api/v10/channels/1/messages":             "/channels/*/messages",
		"/api/v9/gateway/bot":                      "/gateway/bot",
		"/api/v9/webhooks/1/secret":                "/webhooks/*/*",
		"/api/v9/users/@me":                        "/users/@me",
		"/a/b/c/d/e/f/g/h/i/j":                     "/*/*/*/*/*/*/*/*/…",
		"/api/v9/applications/12/commands":         "/applications/*/commands",
		"/v8":                                      "/",
		"/api/v9/channels/1/messages/2/threads":    "/channels/*/messages/*/threads",
		"/api/v9/webhooks/v9/messages/../messages": "/webhooks/*/messages/*/messages",
	} {
		if got := route(path); got != want {
			t.Errorf("route(%q) = %q, want %q", path, got, want)
		}
	}
}

func TestServeEnds(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	l, err := Listen(ctx, "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	done := make(chan error, 1)
	go func() { done <- Serve(ctx, l, Handler(Config{})) }()
	if status, body := get(t, http.DefaultClient, "http://"+l.Addr().String()+"/healthz"); status != 200 || body != "alive\n" {
		t.Errorf("health: %d %q", status, body)
	}
	stop()
	if err := <-done; err != nil {
		t.Error(err)
	}
	if _, err := Listen(t.Context(), "nowhere:at:all"); err == nil {
		t.Error("an address that can't be was opened")
	}
}

func TestListenOnAnAddressInUse(t *testing.T) {
	l, err := Listen(t.Context(), "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	addr := l.Addr().String()
	if _, err := Listen(t.Context(), addr); err == nil || strings.Count(err.Error(), addr) != 1 {
		t.Errorf("error %v, want one that names %s once", err, addr)
	}
}
