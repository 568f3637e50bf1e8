package bot

import (
	"sync"
	"time"

	"onrecord/news"
)

// session is what there is to know of a shard's gateway session to take it up
// where it was left, by this process or another: its name, and up to which event
// all have been dealt with. It is safe for concurrent use.
type session struct {
	size, shard int

	mu      sync.Mutex
	known   news.Session // no ID before Discord has named it
	last    int64        // the last event that came
	waits   []eventAt    // those after which some are not dealt with, in order
	left    bool         // nothing more is taken from it
	saved   news.Session // as kept for others
	savedAt time.Time
}

// eventAt is an event that has been taken in hand.
type eventAt struct {
	seq   int64
	event string
	at    time.Time
}

// How far what is known to be dealt with may lag behind what has come.
const (
	mostWaiting  = 4096
	longestWaits = longestInHand
)

// takenUp is a session that is to be taken up.
func takenUp(one news.Session) *session {
	return &session{size: one.Size, shard: one.Shard, known: one, last: one.Sequence, saved: one, savedAt: time.Now()}
}

// begin notes that Discord has begun a session anew.
func (s *session) begin(as news.Session) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.known, s.last, s.waits = as, 0, nil
}

// lose forgets a session that can't be taken up any more.
func (s *session) lose() { s.begin(news.Session{}) }

// came notes that an event has come and has been taken in hand; "" for one that
// there is nothing to do about.
func (s *session) came(seq int64, event string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if seq <= s.last { // delivered again
		return
	}
	s.last = seq
	if event != "" {
		s.waits = append(s.waits, eventAt{seq, event, time.Now()})
		s.waits = s.waits[max(0, len(s.waits)-mostWaiting):]
	}
}

// leave takes nothing more: what comes now is for whoever takes the session up.
func (s *session) leave() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.left = true
}

// takes tells whether anything is taken any more.
func (s *session) takes() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return !s.left
}

// now is the session as another is to take it up; inHand tells which events are
// not dealt with.
func (s *session) now(inHand func(event string) bool) news.Session {
	s.mu.Lock()
	defer s.mu.Unlock()
	for len(s.waits) > 0 {
		first := s.waits[0]
		if time.Since(first.at) < longestWaits && inHand(first.event) {
			break
		}
		s.waits = s.waits[1:]
	}
	one := s.known
	one.Size, one.Shard, one.Sequence = s.size, s.shard, s.last
	if len(s.waits) > 0 {
		one.Sequence = s.waits[0].seq - 1
	}
	return one
}

// keepEvery is how often a session is saved that has not changed, so that others
// see that it goes on.
const keepEvery = time.Minute

// changed tells whether the session must be saved as it is.
func (s *session) changed(now news.Session) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return now != s.saved || time.Since(s.savedAt) > keepEvery
}

// keep notes that it has been saved.
func (s *session) keep(now news.Session) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.saved, s.savedAt = now, time.Now()
}
