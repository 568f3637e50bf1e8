package fetch

import (
	"context"
	"net/http"
	"strconv"
	"sync"
	"time"
)

// hosts keeps the requests to each host few, and remembers which hosts asked
// to be left alone. Its lists are as long as the requests under way, and at
// most maxWaits.
type hosts struct {
	mu    sync.Mutex
	open  map[string]*gate
	waits map[string]time.Time
}

// gate lets perHost requests through at a time.
type gate struct {
	places chan struct{}
	users  int // waiting or through; the last one takes the gate away
}

const (
	maxWaits = 10_000
	longWait = 24 * time.Hour // no site is believed that asks for more
)

func newHosts() *hosts {
	return &hosts{open: map[string]*gate{}, waits: map[string]time.Time{}}
}

// enter waits for a place at host and returns what gives it back.
func (h *hosts) enter(ctx context.Context, host string) (leave func(), err error) {
	h.mu.Lock()
	g := h.open[host]
	if g == nil {
		g = &gate{places: make(chan struct{}, perHost)}
		h.open[host] = g
	}
	g.users++
	h.mu.Unlock()
	gone := func() {
		h.mu.Lock()
		defer h.mu.Unlock()
		if g.users--; g.users == 0 {
			delete(h.open, host)
		}
	}
	select {
	case g.places <- struct{}{}:
		return func() { <-g.places; gone() }, nil
	case <-ctx.Done():
		gone()
		return nil, ctx.Err()
	}
}

// until is when host may be asked again, zero for now.
func (h *hosts) until(host string, now time.Time) time.Time {
	h.mu.Lock()
	defer h.mu.Unlock()
	at := h.waits[host]
	if !at.After(now) {
		delete(h.waits, host)
		return time.Time{}
	}
	return at
}

// leaveAlone notes that host asked not to be asked before at.
func (h *hosts) leaveAlone(host string, at, now time.Time) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if len(h.waits) >= maxWaits {
		for name, until := range h.waits {
			if !until.After(now) {
				delete(h.waits, name)
			}
		}
	}
	if len(h.waits) < maxWaits {
		h.waits[host] = at
	}
}

// retryAfter reads the header of that name, seconds or a date; zero if it says
// nothing that lies ahead.
func retryAfter(header string, now time.Time) time.Time {
	at, err := http.ParseTime(header)
	if seconds, wrong := strconv.Atoi(header); wrong == nil && seconds > 0 {
		at, err = now.Add(time.Duration(min(seconds, int(longWait/time.Second)))*time.Second), nil
	}
	if err != nil || !at.After(now) {
		return time.Time{}
	}
	if latest := now.Add(longWait); at.After(latest) {
		return latest
	}
	return at
}
