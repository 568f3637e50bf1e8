package discordtest

import (
	"net/http"
	"strconv"
	"strings"
	"time"

	"golang.org/x/time/rate"
)

// allowance is a rate limit's state after a request, as headers tell it.
type allowance struct {
	limit, remaining int
	after            time.Duration
	bucket           string
	global           bool
}

// write sets the headers.
func (a allowance) write(h http.Header) {
	seconds := strconv.FormatFloat(a.after.Seconds(), 'f', 3, 64)
	if a.global {
		h.Set("X-RateLimit-Global", "true")
		h.Set("Retry-After", seconds)
		return
	}
	if a.limit == 0 {
		return
	}
	h.Set("X-RateLimit-Limit", strconv.Itoa(a.limit))
	h.Set("X-RateLimit-Remaining", strconv.Itoa(a.remaining))
	h.Set("X-RateLimit-Reset-After", seconds)
	h.Set("X-RateLimit-Bucket", a.bucket)
	if a.remaining < 0 {
		h.Set("X-RateLimit-Remaining", "0")
		h.Set("Retry-After", seconds)
	}
}

const (
	requestsPerSecond = 50 // over all routes but those of interactions
	messagesPerWindow = 5
	messageWindow     = 5 * time.Second // in a channel
	editWindow        = 2 * time.Second // of an interaction's messages
)

// limited counts a request against the global rate limit and, where
// [Options.RateLimits] asks for it, against that of its route. It returns the 429
// when there is one.
func (s *Server) limited(r *http.Request) (*reply, allowance) {
	path := splitPath(r.URL.Path)
	ofInteraction := path[0] == "interactions" || path[0] == "webhooks"
	now := s.Now()
	s.mu.Lock()
	defer s.mu.Unlock()
	if !ofInteraction && !s.requestRate.AllowN(now, 1) {
		s.throttled++
		return tooMany(time.Second/requestsPerSecond, true)
	}
	if !s.opts.RateLimits {
		return nil, allowance{limit: 50, remaining: 49, after: time.Second, bucket: "discordtest"}
	}
	key, per := "", messageWindow
	switch {
	case path[0] == "webhooks" && len(path) > 2:
		key, per = strings.Join(path[:3], "/"), editWindow
	case r.Method == http.MethodPost && len(path) == 3 && path[2] == "messages":
		key = strings.Join(path, "/")
	default:
		return nil, allowance{}
	}
	w := s.windows[key]
	if w == nil || now.After(w.ends) {
		w = &window{ends: now.Add(per)}
		s.windows[key] = w
	}
	w.used++
	if w.used > messagesPerWindow {
		s.throttled++
		return tooMany(w.ends.Sub(now), false)
	}
	return nil, allowance{limit: messagesPerWindow, remaining: messagesPerWindow - w.used, after: w.ends.Sub(now), bucket: key}
}

// window counts requests until it ends.
type window struct {
	used int
	ends time.Time
}

func tooMany(after time.Duration, global bool) (*reply, allowance) {
	a := allowance{limit: messagesPerWindow, remaining: -1, after: after, global: global}
	return &reply{status: http.StatusTooManyRequests, raw: map[string]any{"message": "You are being rate limited.", "retry_after": after.Seconds(), "global": global}}, a
}

// Throttled counts the requests that got a 429 for coming too fast, scripted
// ones not among them.
func (s *Server) Throttled() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.throttled
}

func newRequestRate() *rate.Limiter { return rate.NewLimiter(requestsPerSecond, requestsPerSecond) }
