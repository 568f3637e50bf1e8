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
}

// Status tells how the bot is doing. It is safe to ask from anywhere.
func (b *Bot) Status() Status {
	return Status{
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
}

// beat notes that Discord has sent something.
func (p *pulse) beat() { p.heard.Store(time.Now().UnixNano()) }

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
		s := ShardStatus{Number: one.number, Size: one.size, Connected: one.connected.Load()}
		if at := one.heard.Load(); at > 0 {
			s.Heard = time.Unix(0, at)
		}
		out = append(out, s)
	}
	slices.SortFunc(out, func(a, b ShardStatus) int {
		return cmp.Or(cmp.Compare(a.Size, b.Size), cmp.Compare(a.Number, b.Number))
	})
	return out
}
