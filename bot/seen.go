package bot

import (
	"strconv"
	"sync"
	"sync/atomic"
	"time"

	lru "github.com/hashicorp/golang-lru/v2"
)

// rememberedEvents is how many events are remembered to answer each once: the
// gateway replays what it is not sure to have delivered.
const rememberedEvents = 16_384

// seen remembers the IDs of events. It is safe for concurrent use.
type seen struct {
	mu  sync.Mutex
	ids *lru.Cache[string, struct{}]
}

func newSeen() *seen { return &seen{ids: newCache[struct{}](rememberedEvents)} }

// before tells whether the ID has come before, and remembers it.
func (s *seen) before(id string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	known, _ := s.ids.ContainsOrAdd(id, struct{}{})
	return known
}

// forget lets the ID come again.
func (s *seen) forget(id string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.ids.Remove(id)
}

// rest forgets the IDs that are old.
func (s *seen) rest(old func(id string) bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.ids = retain(s.ids, rememberedEvents, func(id string, _ struct{}) bool { return !old(id) })
}

// discordClock is Discord's time, as the Date of its replies tells it, since
// this machine's clock may be off.
type discordClock struct{ ahead atomic.Int64 } // ns that Discord is ahead

// observe takes a reply's Date, which is cut to whole seconds.
func (c *discordClock) observe(date string, now time.Time) {
	t, err := time.Parse(time.RFC1123, date)
	if err != nil {
		return
	}
	c.ahead.Store(int64(t.Add(500 * time.Millisecond).Sub(now)))
}

// age is how long ago by Discord's clock a thing with that ID came to be; an ID
// that carries no time is 0 old.
func (c *discordClock) age(id string, now time.Time) time.Duration {
	const firstOf2015 = 1420070400000
	n, err := strconv.ParseUint(id, 10, 64)
	if err != nil {
		return 0
	}
	born := time.UnixMilli(int64(n>>22) + firstOf2015)
	return now.Add(time.Duration(c.ahead.Load())).Sub(born)
}

// asked is when a question came to be, by this machine's clock, no longer ago than
// the gateway can have kept it: what it sends again all at once was not asked at
// once.
func (c *discordClock) asked(id string, now time.Time) time.Time {
	return now.Add(-min(max(c.age(id, now), 0), sessionsLast))
}

// pastReply is how long after the time for a first reply Discord takes none any
// more: what a reply takes on its way, and a second for what the Date leaves out.
const pastReply = 1200 * time.Millisecond
