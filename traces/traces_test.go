package traces_test

import (
	"compress/gzip"
	"context"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	collector "go.opentelemetry.io/proto/otlp/collector/trace/v1"
	common "go.opentelemetry.io/proto/otlp/common/v1"
	wire "go.opentelemetry.io/proto/otlp/trace/v1"
	"google.golang.org/protobuf/proto"

	"onrecord/stages"
	"onrecord/traces"
)

// fakeCollector takes spans as a collector does.
type fakeCollector struct {
	*httptest.Server
	mu       sync.Mutex
	spans    []*wire.Span
	resource []*common.KeyValue
	headers  http.Header
	status   int // 0 for 200
}

func newCollector(t *testing.T) *fakeCollector {
	t.Helper()
	c := &fakeCollector{}
	c.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body := io.Reader(r.Body)
		if r.Header.Get("Content-Encoding") == "gzip" {
			var err error
			if body, err = gzip.NewReader(r.Body); err != nil {
				t.Error(err)
				return
			}
		}
		data, err := io.ReadAll(body)
		if err != nil {
			t.Error(err)
		}
		var got collector.ExportTraceServiceRequest
		if err := proto.Unmarshal(data, &got); err != nil {
			t.Error(err)
		}
		c.mu.Lock()
		defer c.mu.Unlock()
		c.headers = r.Header
		if c.status != 0 {
			w.WriteHeader(c.status)
			return
		}
		for _, r := range got.ResourceSpans {
			c.resource = r.Resource.Attributes
			for _, s := range r.ScopeSpans {
				c.spans = append(c.spans, s.Spans...)
			}
		}
	}))
	t.Cleanup(c.Close)
	return c
}

func text(list []*common.KeyValue, key string) string {
	for _, kv := range list {
		if kv.Key == key {
			if s, ok := kv.Value.Value.(*common.AnyValue_StringValue); ok {
				return s.StringValue
			}
			return kv.Value.String()
		}
	}
	return ""
}

func config(c *fakeCollector) traces.Config {
	return traces.Config{
		Endpoint: c.URL + "/v1/traces", Headers: map[string]string{"Api-Key": "hush-hush"}, Timeout: 2 * time.Second,
		Service: "onrecord", Version: "1.2", Attributes: map[string]string{"deployment.environment.name": "test"},
		Queue: 64, Batch: 16, Delay: 50 * time.Millisecond, Logger: slog.New(slog.DiscardHandler),
	}
}

func TestSpans(t *testing.T) {
	for _, zip := range []bool{false, true} {
		c := newCollector(t)
		set := config(c)
		set.Gzip = zip
		tr, err := traces.Start(t.Context(), set)
		if err != nil {
			t.Fatal(err)
		}
		ctx := stages.With(t.Context(), tr)
		_, alone := stages.Begin(ctx, stages.Store) // part of nothing
		alone.End(nil)
		whole, question := stages.Begin(ctx, stages.Question)
		question.Note(slog.String("question", "77"), slog.Int("shard", 3), slog.String("outcome", "answered"))
		part, find := stages.Begin(whole, stages.Find)
		_, read := stages.Begin(part, stages.Store)
		read.Note(slog.String("query", "SELECT "+strings.Repeat("?", 2000)))
		read.End(errors.New(`no such thing as "Ferry"`))
		find.End(context.DeadlineExceeded)
		question.End(nil)
		if err := tr.Close(t.Context()); err != nil {
			t.Fatal(err)
		}
		byName := map[string]*wire.Span{}
		for _, s := range c.spans {
			byName[s.Name] = s
		}
		q, f, r := byName["question"], byName["find"], byName["store"]
		if len(c.spans) != 3 || q == nil || f == nil || r == nil {
			t.Fatalf("%d spans came: %v", len(c.spans), c.spans)
		}
		if len(q.ParentSpanId) != 0 || string(f.ParentSpanId) != string(q.SpanId) || string(r.ParentSpanId) != string(f.SpanId) || string(r.TraceId) != string(q.TraceId) {
			t.Error("the spans do not hang together")
		}
		if q.Kind != wire.Span_SPAN_KIND_SERVER || text(q.Attributes, "onrecord.question") != "77" || text(q.Attributes, "onrecord.outcome") != "answered" {
			t.Errorf("the question's span is %v", q)
		}
		if f.Status.GetCode() != wire.Status_STATUS_CODE_ERROR || text(f.Attributes, "error.type") != "timeout" {
			t.Errorf("the stage that failed is %v", f)
		}
		if got := text(r.Attributes, "db.query.text"); len(got) != 500 || strings.Contains(r.String(), "Ferry") {
			t.Errorf("the statement's span is %v", r)
		}
		if text(c.resource, "service.name") != "onrecord" || text(c.resource, "service.version") != "1.2" || text(c.resource, "deployment.environment.name") != "test" {
			t.Errorf("the resource is %v", c.resource)
		}
		if c.headers.Get("Api-Key") != "hush-hush" || c.headers.Get("Content-Type") != "application/x-protobuf" {
			t.Errorf("the headers are %v", c.headers)
		}
		if taken, lost := tr.Sent(); taken != 3 || lost != 0 {
			t.Errorf("%d taken, %d lost", taken, lost)
		}
	}
}

// TestLines: what is logged about a question names its trace.
func TestLines(t *testing.T) {
	c := newCollector(t)
	tr, err := traces.Start(t.Context(), config(c))
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	log := stages.Logger(slog.New(slog.NewTextHandler(&out, nil)))
	ctx, question := stages.Begin(stages.With(t.Context(), tr), stages.Question)
	ctx, part := stages.Begin(ctx, stages.Draft)
	log.InfoContext(ctx, "here")
	part.End(nil)
	question.End(nil)
	if err := tr.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	if id := hex(c.spans[0].TraceId); strings.Count(out.String(), "trace_id="+id) != 1 {
		t.Errorf("logged %q of trace %s", out.String(), id)
	}
}

// lockedText is text that a goroutine may write while a test reads.
type lockedText struct {
	mu sync.Mutex
	b  strings.Builder
}

func (l *lockedText) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *lockedText) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

func hex(b []byte) string {
	const digits = "0123456789abcdef"
	var out strings.Builder
	for _, x := range b {
		out.WriteByte(digits[x>>4])
		out.WriteByte(digits[x&15])
	}
	return out.String()
}

func TestSamplers(t *testing.T) {
	for _, s := range traces.Samplers() {
		t.Run(string(s), func(t *testing.T) {
			c := newCollector(t)
			set := config(c)
			set.Sampler = s
			tr, err := traces.Start(t.Context(), set)
			if err != nil {
				t.Fatal(err)
			}
			for range 3 {
				ctx, whole := stages.Begin(stages.With(t.Context(), tr), stages.Job)
				_, part := stages.Begin(ctx, stages.Fetch)
				part.End(nil)
				whole.End(nil)
			}
			if err := tr.Close(t.Context()); err != nil {
				t.Fatal(err)
			}
			want := 0 // also by ratio, the share being 0
			if s == traces.AlwaysOn || s == traces.ParentOn {
				want = 6
			}
			if len(c.spans) != want {
				t.Errorf("%d spans, want %d", len(c.spans), want)
			}
		})
	}
}

// TestCollectorAway: a collector that hangs, is away or refuses holds nobody up,
// and is told of once, without the headers.
func TestCollectorAway(t *testing.T) {
	hang := make(chan struct{})
	hanging := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		select {
		case <-hang:
		case <-r.Context().Done():
		}
	}))
	defer hanging.Close()
	defer close(hang)
	gone := httptest.NewServer(http.NotFoundHandler())
	gone.Close()
	refusing := newCollector(t)
	refusing.status = http.StatusForbidden
	for name, address := range map[string]string{"hangs": hanging.URL, "away": gone.URL, "refuses": refusing.URL} {
		t.Run(name, func(t *testing.T) {
			var out lockedText
			set := config(refusing)
			set.Endpoint, set.Timeout = address+"/v1/traces", 200*time.Millisecond
			set.Logger = slog.New(slog.NewTextHandler(&out, nil))
			tr, err := traces.Start(t.Context(), set)
			if err != nil {
				t.Fatal(err)
			}
			ctx := stages.With(t.Context(), tr)
			const many = 20_000 // far more than the queue holds
			for range many {
				_, s := stages.Begin(ctx, stages.Question)
				s.End(nil)
			}
			closing, cancel := context.WithTimeout(t.Context(), time.Second)
			defer cancel()
			_ = tr.Close(closing)
			_, lost := tr.Sent()
			if lost == 0 {
				t.Error("nothing was lost")
			}
			// Had the stages waited for the collector, each batch would have been
			// given up, and none dropped for want of room in the queue.
			if name == "hangs" && lost > many/2 {
				t.Errorf("%d of %d stages waited for the collector", lost, many)
			}
			if n := strings.Count(out.String(), "can't be sent"); n != 1 || strings.Contains(out.String(), "hush") {
				t.Errorf("told %d times: %s", n, out.String())
			}
		})
	}
}
