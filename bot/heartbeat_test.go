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
