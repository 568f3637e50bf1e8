package discordtest

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// Fault is a scripted answer to REST requests in place of the real one.
type Fault struct {
	// Method and Path say which requests: Path is a part of the address.
	Method, Path string
	// Times is how many requests to answer so; they count down.
	Times int
	// Status is the HTTP status, 0 to cut the connection without one.
	Status int
	// RetryAfter in seconds goes with a 429.
	RetryAfter float64
	Global     bool
	// HTML sends a page, as the network in front of Discord does.
	HTML bool
	// Delay is how long the answer is held back.
	Delay time.Duration
	// Done says that the request is carried out and only its reply is spoiled:
	// late by Delay, and, unless Status is 200, cut off: in its middle
	// when Truncated, before its first byte otherwise.
	Done, Truncated bool
}

// Fail scripts a fault.
func (s *Server) Fail(f Fault) { s.update(func() { s.faults = append(s.faults, &f) }) }

// fault returns the first scripted fault for a request, nil for none.
func (s *Server) fault(method, path string) *Fault {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, f := range s.faults {
		if f.Times > 0 && (f.Method == "" || f.Method == method) && strings.Contains(path, f.Path) {
			f.Times--
			if f.Delay > 0 {
				s.delayed++
				close(s.changed)
				s.changed = make(chan struct{})
			}
			return f
		}
	}
	return nil
}

func (f *Fault) write(w http.ResponseWriter) {
	if f.Status == 0 {
		panic(http.ErrAbortHandler) // closes the connection, as net/http documents
	}
	if f.Status == 429 {
		after := strconv.FormatFloat(f.RetryAfter, 'f', 3, 64)
		w.Header().Set("Retry-After", strconv.Itoa(int(f.RetryAfter+0.999)))
		if f.Global {
			w.Header().Set("X-RateLimit-Global", "true")
		} else if !f.HTML {
			w.Header().Set("X-RateLimit-Remaining", "0")
			w.Header().Set("X-RateLimit-Reset-After", after)
		}
		if !f.HTML {
			w.Header().Set("Content-Type", "application/json")
			w.WriteHeader(429)
			_, _ = fmt.Fprintf(w, `{"message":"You are being rate limited.","retry_after":%s,"global":%t}`, after, f.Global)
			return
		}
	}
	w.Header().Set("Content-Type", "text/html")
	w.WriteHeader(f.Status)
	_, _ = io.WriteString(w, "<html><body>"+http.StatusText(f.Status)+"</body></html>")
}

// AwaitHeld waits until n requests in all have met a fault with a delay.
func (s *Server) AwaitHeld(ctx context.Context, n int) error {
	return s.wait(ctx, func() bool { return s.delayed >= n })
}

// linger waits as long as the fault holds a reply back, or the caller waits.
func (f *Fault) linger(r *http.Request) {
	if f == nil || f.Delay == 0 {
		return
	}
	t := time.NewTimer(f.Delay)
	defer t.Stop()
	select {
	case <-t.C:
	case <-r.Context().Done():
	}
}

// spoil returns a writer for the reply to a request that was carried out.
func (f *Fault) spoil(w http.ResponseWriter, r *http.Request) http.ResponseWriter {
	if f == nil {
		return w
	}
	f.linger(r)
	if f.Status == http.StatusOK {
		return w
	}
	if !f.Truncated {
		panic(http.ErrAbortHandler)
	}
	return halfway{w}
}

// halfway is a writer whose connection breaks in the middle of a reply.
type halfway struct{ http.ResponseWriter }

func (h halfway) Write(p []byte) (int, error) {
	h.Header().Set("Content-Length", strconv.Itoa(len(p)))
	_, _ = h.ResponseWriter.Write(p[:len(p)/2])
	if f, ok := h.ResponseWriter.(http.Flusher); ok {
		f.Flush()
	}
	panic(http.ErrAbortHandler)
}

// WriteHeader waits for the first bytes, which tell the length that is missed.
func (h halfway) WriteHeader(status int) {
	if status == http.StatusNoContent {
		panic(http.ErrAbortHandler) // nothing to cut
	}
}
