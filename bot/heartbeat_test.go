package bot

import (
	"testing"
	"time"

	"github.com/bwmarrin/discordgo"
)

// TestLatency: it is that of the last heartbeat that was answered, while the next
// waits for its answer too.
func TestLatency(t *testing.T) {
	t.Parallel()
	at := time.Now()
	l := &gatewayLink{session: &discordgo.Session{LastHeartbeatAck: at.Add(40 * time.Millisecond)}}
	l.wrote.Store(at.UnixNano())
	if got := l.latency(); got != 0 {
		t.Errorf("before a session has begun it is %v", got)
	}
	l.began.Store(true)
	if got := l.latency(); got != 40*time.Millisecond {
		t.Errorf("it is %v, want 40ms", got)
	}
	l.wrote.Store(at.Add(time.Minute).UnixNano())
	if got := l.latency(); got != 40*time.Millisecond {
		t.Errorf("while a heartbeat is under way it is %v, want 40ms", got)
	}
}

// TestLatencyOfAHungSession: a session of the library's that hangs keeps its lock;
// who asks how the bot is doing does not wait for it.
func TestLatencyOfAHungSession(t *testing.T) {
	t.Parallel()
	l := &gatewayLink{session: &discordgo.Session{}}
	l.began.Store(true)
	l.pulse.Store(int64(40 * time.Millisecond))
	l.session.Lock()
	got := make(chan time.Duration, 1)
	go func() { got <- l.latency() }()
	select {
	case d := <-got:
		if d != 40*time.Millisecond {
			t.Errorf("it is %v, want the last that is known", d)
		}
	case <-time.After(time.Minute):
		t.Error("it waits for the lock")
	}
	l.session.Unlock()
}
