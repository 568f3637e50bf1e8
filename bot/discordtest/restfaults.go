package discordtest

import (
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"
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
