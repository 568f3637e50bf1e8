package bot

import (
	"cmp"
	"slices"
	"sync"
	"sync/atomic"
	"time"
)

// Status is how a bot is doing.
type Status struct {
	// App is the bot's application, "" while Discord has not told, and Process
	// the name of this process among those that share the gateway.
	App, Process string
	// Shards are those that this process holds, in order.
	Shards []ShardStatus
	// Registered tells whether Discord is known to have the bot's commands.
	Registered bool
	// Questions is how many are in hand, and Working how many of those are
	// being worked on.
	Questions, Working int
}

// ShardStatus is how a part of the gateway is doing.
type ShardStatus struct {
	Number, Size int
	Connected    bool
	// Heard is when Discord last sent anything, its answers to heartbeats
	// included; zero if never.
	Heard time.Time
	// Latency is how long Discord took to answer the last heartbeat, 0 where it
	// has not answered one.
	Latency time.Duration
	// Since is when it was last connected, zero if never.
	Since time.Time
	// Servers is how many there were on it when its session began.
	Servers int
}

// Status tells how the bot is doing. It is safe to ask from anywhere.
func (b *Bot) Status() Status {
	app := ""
	if known := b.app.Load(); known != nil {
		app = *known
	}
	return Status{
		App:        app,
		Process:    b.config.Process,
		Shards:     b.pulses.list(),
		Registered: b.pulses.registered.Load(),
		Questions:  len(b.questions),
		Working:    len(b.workers),
	}
}

// pulses are what the parts of a bot note down for its status.
type pulses struct {
	registered atomic.Bool

	mu     sync.Mutex
	shards []*pulse
}

// pulse is a shard's.
type pulse struct {
	number, size int
	connected    atomic.Bool
	heard        atomic.Int64 // Unix nanoseconds
	since        atomic.Int64 // the same
	servers      atomic.Int64
	link         atomic.Pointer[gatewayLink] // nil before the first
}

// beat notes that Discord has sent something.
func (p *pulse) beat() { p.heard.Store(time.Now().UnixNano()) }

// at is when Discord has last sent something, long ago if never.
func (p *pulse) at() time.Time { return time.Unix(0, p.heard.Load()) }

// connect notes that the connection is open.
func (p *pulse) connect(now time.Time) {
	p.since.Store(now.UnixNano())
	p.connected.Store(true)
}

// add adds a shard until gone is called.
func (p *pulses) add(number, size int) (one *pulse, gone func()) {
	one = &pulse{number: number, size: size}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.shards = append(p.shards, one)
	return one, func() {
		p.mu.Lock()
		defer p.mu.Unlock()
		p.shards = slices.DeleteFunc(p.shards, func(other *pulse) bool { return other == one })
	}
}

func (p *pulses) list() []ShardStatus {
	p.mu.Lock()
	defer p.mu.Unlock()
	var out []ShardStatus
	for _, one := range p.shards {
		s := ShardStatus{Number: one.number, Size: one.size, Connected: one.connected.Load(), Servers: int(one.servers.Load())}
		if l := one.link.Load(); l != nil && s.Connected {
			s.Latency = l.latency()
		}
		if at := one.heard.Load(); at > 0 {
			s.Heard = time.Unix(0, at)
		}
		if at := one.since.Load(); at > 0 {
			s.Since = time.Unix(0, at)
		}
		out = append(out, s)
	}
	slices.SortFunc(out, func(a, b ShardStatus) int {
		return cmp.Or(cmp.Compare(a.Size, b.Size), cmp.Compare(a.Number, b.Number))
	})
	return out
}
