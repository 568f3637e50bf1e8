package main

import (
	"bytes"
	"context"
	"encoding/hex"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	collector "go.opentelemetry.io/proto/otlp/collector/trace/v1"
	wire "go.opentelemetry.io/proto/otlp/trace/v1"
	"google.golang.org/protobuf/proto"

	"onrecord/bot/discordtest"
)

// spanKeeper is a collector that keeps what it is sent.
type spanKeeper struct {
	mu    sync.Mutex
	raw   []byte
	spans []*wire.Span
}

func (k *spanKeeper) ServeHTTP(_ http.ResponseWriter, r *http.Request) {
	k.mu.Lock()
	defer k.mu.Unlock()
	data, _ := io.ReadAll(r.Body)
	k.raw = append(k.raw, data...)
	var got collector.ExportTraceServiceRequest
	if proto.Unmarshal(data, &got) != nil {
		return
	}
	for _, r := range got.ResourceSpans {
		for _, s := range r.ScopeSpans {
			k.spans = append(k.spans, s.Spans...)
		}
	}
}

// observed runs serve with settings until ask is done, and returns what it logged
// meanwhile, line by line, and in all.
func observed(t *testing.T, settings map[string]string, ask func(*discordtest.T), until string) (during []map[string]any, all string) {
	t.Helper()
	srv := discordtest.New(t)
	env := map[string]string{
		"DISCORD_TOKEN": discordtest.Token, "ONRECORD_DB": inMemory, "ONRECORD_OPS_ADDR": "127.0.0.1:0", "ONRECORD_LOG": "debug", "ONRECORD_LOG_FORMAT": "json",
		"OPENAI_BASE_URL": "http://127.0.0.1:1/v1", "OPENAI_MODEL": "away", "OPENAI_TIMEOUT": "1s",
	}
	for k, v := range settings {
		env[k] = v
	}
	s, err := newSettings(func(name string) string { return env[name] })
	if err != nil {
		t.Fatal(err)
	}
	var out, log syncBuffer
	p := &program{console: console{in: strings.NewReader(""), out: &out, err: &log}, settings: s, home: s.home()}
	ctx, stop := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() { done <- (&serveCommand{client: srv.Client()}).Run(ctx, p) }()
	srv.Ready()
	logged := func(words string) {
		t.Helper()
		for end := time.Now().Add(patience); !strings.Contains(log.String(), words); time.Sleep(25 * time.Millisecond) {
			if time.Now().After(end) {
				t.Fatalf("nothing is logged of %q:\n%s", words, log.String())
			}
		}
	}
	logged("the commands are registered")
	logged("connected to Discord")
	before := len(log.String())
	ask(srv)
	logged(until)
	lines := log.String()[before:]
	stop()
	if err := <-done; err != nil {
		t.Error(err)
	}
	for line := range strings.Lines(lines) {
		var one map[string]any
		if err := json.Unmarshal([]byte(line), &one); err != nil {
			t.Fatalf("a line is no JSON: %s", line)
		}
		during = append(during, one)
	}
	return during, log.String()
}

// untold is logged last about a question that a model was to retell.
const untold = "an answer stays without a model's prose"

// TestTraces: a question in Discord is one trace with its parts, the log names it,
// and neither holds a word of what was asked, or who asked.
func TestTraces(t *testing.T) {
	keeper := &spanKeeper{}
	to := httptest.NewServer(keeper)
	defer to.Close()
	const key = "hush-hush-key"
	lines, log := observed(t, map[string]string{"OTEL_EXPORTER_OTLP_ENDPOINT": to.URL, "OTEL_EXPORTER_OTLP_HEADERS": "api-key=" + key, "OTEL_SERVICE_NAME": "a-bot"},
		func(srv *discordtest.T) { srv.Mention("What did Ryabkov say about a 48-hour ceasefire?") }, untold)

	var root *wire.Span
	byID := map[string]*wire.Span{}
	for _, s := range keeper.spans {
		byID[string(s.SpanId)] = s
		if s.Name == "question" {
			root = s
		}
	}
	if root == nil {
		t.Fatalf("no question among %d spans; logged:\n%s", len(keeper.spans), log)
	}
	facts := map[string]string{}
	for _, a := range root.Attributes {
		facts[a.Key] = strings.Trim(strings.TrimPrefix(strings.TrimPrefix(a.Value.String(), "string_value:"), "int_value:"), `"`)
	}
	for name, want := range map[string]string{"onrecord.outcome": "answered", "onrecord.command": "message", "onrecord.shard": "0"} {
		if facts[name] != want {
			t.Errorf("%s is %q, want %q", name, facts[name], want)
		}
	}
	if facts["onrecord.question"] == "" || facts["onrecord.library"] == "" {
		t.Errorf("the question's facts are %v", facts)
	}
	parents := map[string]string{"claim": "question", "wait": "question", "answer": "question", "draft": "answer", "find": "draft", "rank": "draft", "verify": "answer", "discord": "question", "tell": "question", "model": "tell"}
	for _, s := range keeper.spans {
		if want := parents[s.Name]; want != "" && !bytes.Equal(s.SpanId, root.SpanId) {
			if p := byID[string(s.ParentSpanId)]; p != nil && p.Name == want {
				delete(parents, s.Name)
			}
		}
		if s != root && len(s.ParentSpanId) == 0 && s.Name != "job" && s.Name != "poll" {
			t.Errorf("%s is part of nothing", s.Name)
		}
	}
	if len(parents) > 0 {
		t.Errorf("no such spans: %v", parents)
	}
	sent := strings.ToLower(string(keeper.raw))
	for _, word := range []string{"ryabkov", "ceasefire", "48-hour", strings.ToLower(discordtest.Token), key} {
		if strings.Contains(sent, word) {
			t.Errorf("%q got into a trace", word)
		}
		if strings.Contains(strings.ToLower(log), word) {
			t.Errorf("%q got into the log", word)
		}
	}
	trace := hex.EncodeToString(root.TraceId)
	for _, l := range lines {
		if l["trace_id"] != trace || l["question"] != facts["onrecord.question"] {
			t.Errorf("a line about the question %s of trace %s: %v", facts["onrecord.question"], trace, l)
		}
	}
}

// TestLinesCarryTheQuestion: without traces too, each line between a question and
// its answer carries its ID; nothing is sent anywhere.
func TestLinesCarryTheQuestion(t *testing.T) {
	keeper := &spanKeeper{}
	to := httptest.NewServer(keeper)
	defer to.Close()
	lines, log := observed(t, map[string]string{"OTEL_EXPORTER_OTLP_ENDPOINT": to.URL, "OTEL_SDK_DISABLED": "true"},
		func(srv *discordtest.T) {
			srv.Slash("ask", "question", "What did Ryabkov say about a 48-hour ceasefire?")
		}, untold)
	if len(lines) < 2 {
		t.Errorf("%d lines were logged", len(lines))
	}
	id := lines[0]["question"]
	for _, l := range lines {
		if l["question"] != id || id == nil || l["trace_id"] != nil {
			t.Errorf("a line about the question %v: %v", id, l)
		}
	}
	if len(keeper.raw) > 0 || strings.Contains(log, "ceasefire") {
		t.Errorf("%d bytes were sent; logged:\n%s", len(keeper.raw), log)
	}
}
