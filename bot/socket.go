package bot

import (
	"net"
	"time"

	"golang.org/x/time/rate"
)

// deadlineConn gives every read a deadline, so that a dead connection shows as
// an error: heartbeats are acknowledged twice in that time.
type deadlineConn struct {
	net.Conn
	timeout time.Duration
	heard   func() // called after each read that brought something
	wrote   func() // called before each write
	writes  *rate.Limiter
}

// pacedWrites is what a connection may write: a greeting at once, then far more
// than heartbeats need. The library answers an invalid session by identifying
// at once, again and again, and Discord counts those.
func pacedWrites() *rate.Limiter { return rate.NewLimiter(rate.Every(time.Second), 12) }

func (c deadlineConn) Read(p []byte) (int, error) {
	if err := c.SetReadDeadline(time.Now().Add(c.timeout)); err != nil {
		return 0, err
	}
	n, err := c.Conn.Read(p)
	if n > 0 {
		c.heard()
	}
	if err != nil {
		// The library says goodbye to what it can't read from. On a link that
		// only seemed dead, that would end the session and lose its events.
		_ = c.Close()
	}
	return n, err
}

// Write waits for its turn.
func (c deadlineConn) Write(p []byte) (int, error) {
	time.Sleep(c.writes.Reserve().Delay())
	c.wrote()
	return c.Conn.Write(p)
}
