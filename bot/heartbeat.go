package bot

import "time"

// latency is how long Discord took to answer the last heartbeat that it has
// answered, 0 while there is none. Once a session has begun nothing but
// heartbeats is written, so the last write is the last heartbeat; the library
// keeps when that was too, but not where it can be read safely. It waits for
// nothing: a session that opens or closes, or hangs, holds its lock.
func (l *gatewayLink) latency() time.Duration {
	if l.greeted() && l.session.TryRLock() {
		answered := l.session.LastHeartbeatAck
		l.session.RUnlock()
		if took := answered.Sub(time.Unix(0, l.wrote.Load())); took > 0 && took < longestLatency {
			l.pulse.Store(int64(took))
		}
	}
	return time.Duration(l.pulse.Load())
}

// longestLatency is more than any answer takes: Discord's library gives a
// connection up after as long.
const longestLatency = 4 * time.Minute
