package bot

import (
	"sync/atomic"
	"time"
)

// Status is how a bot is doing.
type Status struct {
	// Connected tells whether the gateway is open.
	Connected bool
	// Heard is when the gateway last sent anything, its answers to heartbeats
	// included; zero if never.
	Heard time.Time
	// Registered tells whether Discord is known to have the bot's commands.
	Registered bool
	// Questions is how many are in hand, and Working how many of those are
	// being worked on.
	Questions, Working int
}

// Status tells how the bot is doing. It is safe to ask from anywhere.
func (b *Bot) Status() Status {
	s := Status{
		Connected:  b.pulse.connected.Load(),
		Registered: b.pulse.registered.Load(),
		Questions:  len(b.questions),
		Working:    len(b.workers),
	}
	if at := b.pulse.heard.Load(); at > 0 {
		s.Heard = time.Unix(0, at)
	}
	return s
}

// pulse is what the parts of a bot note down for its status.
type pulse struct {
	connected, registered atomic.Bool
	heard                 atomic.Int64 // Unix nanoseconds
}

// beat notes that the gateway has said something.
func (p *pulse) beat() { p.heard.Store(time.Now().UnixNano()) }
