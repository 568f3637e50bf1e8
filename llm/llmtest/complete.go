package llmtest

import (
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// complete answers a request for a completion in the model's mode.
func (m *Model) complete(w http.ResponseWriter, r *http.Request, req request) {
	n := m.count.Add(1)
	mode := *m.mode.Load()
	if turnedAway(w, mode, req) {
		return
	}
	switch mode {
	case RateLimitAfter:
		if n%2 == 1 {
			w.Header().Set("Retry-After", strconv.FormatFloat(m.opts.RetryAfter.Seconds(), 'f', -1, 64))
			apiError(w, http.StatusTooManyRequests, "Slow down.", "rate_limit_exceeded")
			return
		}
	case Hang:
		m.wait(r, 0)
		return
	case Slow:
		if !m.wait(r, m.opts.Delay) {
			return
		}
	case Huge:
		m.huge(w, r)
		return
	case Drip:
		m.drip(w, r, m.text(Honest, n, req))
		return
	case CutOff:
		w.Header().Set("Content-Length", "10000")
		fmt.Fprint(w, `{"choices":[{"index":0,"message":{"role":"assistant","content":"{\"answers\"`)
		return
	case NoChoices:
		writeJSON(w, http.StatusOK, map[string]any{"object": "chat.completion", "choices": []any{}, "usage": usage(req, "")})
		return
	}
	text := m.text(mode, n, req)
	if mode == Empty {
		text = ""
	}
	if req.Stream {
		m.stream(w, mode, req, text)
		return
	}
	finish := "stop"
	if mode == Truncated || mode == CutClean {
		text, finish = text[:len(text)*2/3], "length"
	}
	out := map[string]any{
		"id": fmt.Sprint("lie-", n), "object": "chat.completion", "model": req.Model,
		"choices": []any{map[string]any{"index": 0, "message": map[string]any{"role": "assistant", "content": text}, "finish_reason": finish}},
		"usage":   usage(req, text),
	}
	switch mode {
	case NoUsage:
		delete(out, "usage")
	case AbsurdUsage:
		out["usage"] = map[string]int{"prompt_tokens": -5, "completion_tokens": 1 << 60}
	}
	writeJSON(w, http.StatusOK, out)
}

// turnedAway sends the errors that come at once.
func turnedAway(w http.ResponseWriter, mode Mode, req request) bool {
	switch mode {
	case RateLimit:
		apiError(w, http.StatusTooManyRequests, "Slow down.", "rate_limit_exceeded")
	case NoCredit:
		apiError(w, http.StatusTooManyRequests, "You exceeded your current quota, please check your plan and billing details.", "insufficient_quota")
	case Error500:
		apiError(w, http.StatusInternalServerError, "The server had an error.", "server_error")
	case ErrorHTML:
		w.Header().Set("Content-Type", "text/html")
		w.WriteHeader(http.StatusBadGateway)
		fmt.Fprint(w, "<html><body><h1>502 Bad Gateway</h1></body></html>")
	case ErrorOllama:
		writeJSON(w, http.StatusNotFound, map[string]string{"error": `model "` + req.Model + `" not found, try pulling it first`})
	case ErrorIn200:
		apiError(w, http.StatusOK, "No provider is available.", "no_provider")
	case BadKey:
		apiError(w, http.StatusUnauthorized, "Incorrect API key provided.", "invalid_api_key")
	case BadModel:
		apiError(w, http.StatusNotFound, "The model does not exist.", "model_not_found")
	case Redirects:
		w.Header().Set("Location", "http://127.0.0.1:9/v1/chat/completions")
		w.WriteHeader(http.StatusTemporaryRedirect)
	case NoSchema:
		if req.Format == nil {
			return false
		}
		apiError(w, http.StatusBadRequest, "Unknown parameter: 'response_format'.", "unknown_parameter")
	case NewTokens:
		if req.Old == 0 {
			return false
		}
		apiError(w, http.StatusBadRequest, "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.", "unsupported_parameter")
	default:
		return false
	}
	return true
}

// wait waits, for ever when d is 0; it returns false when whoever asked has gone.
func (m *Model) wait(r *http.Request, d time.Duration) bool {
	var after <-chan time.Time
	if d > 0 {
		t := time.NewTimer(d)
		defer t.Stop()
		after = t.C
	}
	select {
	case <-after:
		return true
	case <-r.Context().Done():
	case <-m.stopped:
	}
	return false
}

// huge writes 100 MB.
func (m *Model) huge(w http.ResponseWriter, r *http.Request) {
	fmt.Fprint(w, `{"choices":[{"index":0,"message":{"role":"assistant","content":"`)
	block := strings.Repeat("All work and no play makes a long reply. ", 1000)
	for sent := 0; sent < 100<<20 && r.Context().Err() == nil; sent += len(block) {
		if _, err := fmt.Fprint(w, block); err != nil {
			return
		}
	}
	fmt.Fprint(w, `"},"finish_reason":"stop"}]}`)
}

// drip writes a byte a second.
func (m *Model) drip(w http.ResponseWriter, r *http.Request, text string) {
	for i := range len(text) {
		if _, err := fmt.Fprint(w, text[i:i+1]); err != nil {
			return
		}
		if f, ok := w.(http.Flusher); ok {
			f.Flush()
		}
		if !m.wait(r, time.Second) {
			return
		}
	}
}

// stream writes a reply in pieces.
func (m *Model) stream(w http.ResponseWriter, mode Mode, req request, text string) {
	w.Header().Set("Content-Type", "text/event-stream")
	send := func(format string, args ...any) {
		fmt.Fprintf(w, "data: "+format+"\n\n", args...)
		if f, ok := w.(http.Flusher); ok {
			f.Flush()
		}
	}
	const piece = 40
	whole := text
	for i := 0; len(text) > 0; i++ {
		if i == 2 && mode == CutClean {
			return // as cleanly as an end
		}
		n := min(piece, len(text))
		send(`{"object":"chat.completion.chunk","choices":[{"index":0,"delta":{"content":%s},"finish_reason":null}]}`, quote(text[:n]))
		text = text[n:]
	}
	finish := "stop"
	if mode == Truncated {
		finish = "length"
	}
	send(`{"object":"chat.completion.chunk","choices":[{"index":0,"delta":{},"finish_reason":%q}]}`, finish)
	if mode != NoUsage {
		u := usage(req, whole)
		send(`{"object":"chat.completion.chunk","choices":[],"usage":{"prompt_tokens":%d,"completion_tokens":%d}}`, u["prompt_tokens"], u["completion_tokens"])
	}
	send("[DONE]")
}

// quote is a piece of text as JSON; a character cut in two is mended by whoever
// writes it, as real servers do.
func quote(s string) string { return object(s) }

// usage is what a completion costs.
func usage(req request, text string) map[string]int {
	n := 0
	for _, m := range req.Messages {
		n += len(m.Content)
	}
	return map[string]int{"prompt_tokens": n/4 + 1, "completion_tokens": len(text)/4 + 1, "total_tokens": (n+len(text))/4 + 2}
}
