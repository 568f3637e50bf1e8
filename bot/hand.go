package bot

import (
	"slices"
	"sync"
	"time"
)

// hand is what a process has in hand: the events that it has taken on and not
// dealt with yet. It is safe for concurrent use.
type hand struct {
	mu     sync.Mutex
	events map[string]time.Time // until when it is ours without asking; zero: we can't say
	left   map[string]bool      // those among them that are for the next process
	done   []string             // dealt with, which has not been noted yet
}

func newHand() *hand { return &hand{events: map[string]time.Time{}, left: map[string]bool{}} }

// take takes an event in hand; false when it is in hand already.
func (h *hand) take(event string) bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	if _, has := h.events[event]; has {
		return false
	}
	h.events[event] = time.Time{}
	return true
}

func (h *hand) has(event string) bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	_, has := h.events[event]
	return has
}

// ours notes until when an event in hand is ours without asking.
func (h *hand) ours(event string, until time.Time) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if _, has := h.events[event]; has {
		h.events[event] = until
	}
}

// sure tells whether an event is ours without asking; one that is not in hand
// needs none.
func (h *hand) sure(event string, now time.Time) bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	until, has := h.events[event]
	return !has || now.Before(until)
}

// due lists the events that are ours until before then, in order.
func (h *hand) due(then time.Time) []string {
	h.mu.Lock()
	defer h.mu.Unlock()
	var out []string
	for event, until := range h.events {
		if !until.IsZero() && until.Before(then) {
			out = append(out, event)
		}
	}
	slices.Sort(out)
	return out
}

// drop puts an event out of hand that is not ours.
func (h *hand) drop(event string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	delete(h.events, event)
}

// finish puts an event out of hand that has been dealt with. One that was dropped
// meanwhile is another's.
func (h *hand) finish(event string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if _, has := h.events[event]; !has || h.left[event] {
		return
	}
	delete(h.events, event)
	if len(h.done) < mostUnnoted {
		h.done = append(h.done, event)
	}
}

// leave keeps an event in hand that this process, which is stopping, does not deal
// with any more: so it comes to whoever has the shard next.
func (h *hand) leave(event string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.left[event] = true
}

// mostUnnoted bounds what waits for a store that can't be reached, and notedAtOnce
// what it is given at a time when it can.
const (
	mostUnnoted = 10_000
	notedAtOnce = 256
)

// finished takes some of what has been dealt with since the last time, the first
// of it first; unnoted puts it back.
func (h *hand) finished() []string {
	h.mu.Lock()
	defer h.mu.Unlock()
	n := min(len(h.done), notedAtOnce)
	out := h.done[:n:n]
	h.done = h.done[n:]
	return out
}

func (h *hand) unnoted(events []string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.done = append(events, h.done...)
	h.done = h.done[:min(len(h.done), mostUnnoted)]
}
