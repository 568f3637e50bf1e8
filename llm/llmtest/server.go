package llmtest

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// Options say how a server behaves.
type Options struct {
	Mode Mode // Honest
	Seed uint64
	// Delay is how long [Slow] takes: 5 s.
	Delay time.Duration
	// RetryAfter is what [RateLimitAfter] asks to wait: 1 s.
	RetryAfter time.Duration
	// Key is the only one that is taken; "" takes all.
	Key string
}

// Model is the model behind the protocol: an http.Handler.
type Model struct {
	opts    Options
	mode    atomic.Pointer[Mode]
	count   atomic.Uint64 // of prompts
	stopped chan struct{}
	stop    sync.Once

	mu      sync.Mutex
	prompts []string
	replies []string
}

// New returns a model to serve in a server of one's own.
func New(o Options) *Model {
	if o.Mode == "" {
		o.Mode = Honest
	}
	if o.Delay == 0 {
		o.Delay = 5 * time.Second
	}
	if o.RetryAfter == 0 {
		o.RetryAfter = time.Second
	}
	m := &Model{opts: o, stopped: make(chan struct{})}
	m.SetMode(o.Mode)
	return m
}

// SetMode changes the behaviour from the next prompt on.
func (m *Model) SetMode(mode Mode) { m.mode.Store(&mode) }

// Stop ends whatever hangs.
func (m *Model) Stop() { m.stop.Do(func() { close(m.stopped) }) }

// Count is how many prompts have come, those turned away included.
func (m *Model) Count() int { return int(m.count.Load()) }

// Last are the latest prompt and what the model wrote to it, "" for nothing.
func (m *Model) Last() (prompt, reply string) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if n := len(m.prompts); n > 0 {
		prompt, reply = m.prompts[n-1], m.replies[n-1]
	}
	return prompt, reply
}

// Server is a model behind a server on this machine.
type Server struct {
	*Model
	// URL is the address to set as the base of the protocol.
	URL  string
	http *httptest.Server
}

// Start starts a server; Close ends it.
func Start(o Options) *Server {
	m := New(o)
	s := httptest.NewServer(m)
	return &Server{Model: m, URL: s.URL + "/v1", http: s}
}

// Close ends the server and whatever hangs in it.
func (s *Server) Close() {
	s.Stop()
	s.http.CloseClientConnections()
	s.http.Close()
}

// request is what is read of a request for a completion.
type request struct {
	Model    string
	Stream   bool
	Messages []struct{ Role, Content string }
	Format   json.RawMessage `json:"response_format"`
	Old      int             `json:"max_tokens"`
	New      int             `json:"max_completion_tokens"`
}

// ServeHTTP implements http.Handler.
func (m *Model) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(io.LimitReader(r.Body, 1<<20)) // before anything hangs
	switch {
	case err != nil:
		return
	case m.opts.Key != "" && r.Header.Get("Authorization") != "Bearer "+m.opts.Key:
		apiError(w, http.StatusUnauthorized, "Incorrect API key provided.", "invalid_api_key")
	case strings.HasSuffix(r.URL.Path, "/models"):
		writeJSON(w, http.StatusOK, map[string]any{"object": "list", "data": []any{map[string]any{"id": "lying-model", "object": "model"}}})
	case r.Method == http.MethodPost && strings.HasSuffix(r.URL.Path, "/chat/completions"):
		var req request
		if err := json.Unmarshal(body, &req); err != nil || len(req.Messages) == 0 {
			apiError(w, http.StatusBadRequest, "The request is no chat completion.", "invalid_request")
			return
		}
		m.complete(w, r, req)
	case r.Method == http.MethodPost && strings.HasSuffix(r.URL.Path, "/embeddings"):
		var req struct{ Input []string }
		if err := json.Unmarshal(body, &req); err != nil || len(req.Input) == 0 {
			apiError(w, http.StatusBadRequest, "The request asks for no vectors.", "invalid_request")
			return
		}
		m.embed(w, r, req.Input)
	default:
		apiError(w, http.StatusNotFound, "There is nothing here.", "not_found")
	}
}

// text is what the model writes to a request.
func (m *Model) text(mode Mode, n uint64, req request) string {
	user := req.Messages[len(req.Messages)-1].Content
	text := write(mode, user, m.opts.Seed, n)
	m.mu.Lock()
	defer m.mu.Unlock()
	const kept = 64 // a long life must not fill the memory
	m.prompts, m.replies = append(m.prompts, user), append(m.replies, text)
	if len(m.prompts) > kept {
		m.prompts, m.replies = m.prompts[1:], m.replies[1:]
	}
	return text
}

func writeJSON(w http.ResponseWriter, status int, v any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(v)
}

// apiError is an error of OpenAI's shape.
func apiError(w http.ResponseWriter, status int, message, code string) {
	writeJSON(w, status, map[string]any{"error": map[string]any{"message": message, "type": "invalid_request_error", "code": code}})
}
