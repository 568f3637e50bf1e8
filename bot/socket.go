package bot

import (
	"net"
	"time"
)

// deadlineConn gives every read a deadline, so that a dead connection shows as
// an error: heartbeats are acknowledged twice in that time.
type deadlineConn struct {
	net.Conn
	timeout time.Duration
	heard   func() // called after each read that brought something
}

func (c deadlineConn) Read(p []byte) (int, error) {
	if err := c.SetReadDeadline(time.Now().Add(c.timeout)); err != nil {
		return 0, err
	}
	n, err := c.Conn.Read(p)
	if n > 0 {
		c.heard()
	}
	return n, err
}
