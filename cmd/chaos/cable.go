package main

import (
	"context"
	"io"
	"net"
	"sync"
)

// cable carries connections from an address of its own to another, until it is
// cut.
type cable struct {
	addr     string
	listener net.Listener
	network  string
	to       string

	mu    sync.Mutex
	whole bool
	ends  map[net.Conn]string // both ends of each connection; of the far one, our address
}

// lay lays a cable.
func lay(ctx context.Context, network, to string) (*cable, error) {
	l, err := (&net.ListenConfig{}).Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	c := &cable{addr: l.Addr().String(), listener: l, network: network, to: to, whole: true, ends: map[net.Conn]string{}}
	go c.accept()
	return c, nil
}

func (c *cable) accept() {
	for {
		near, err := c.listener.Accept()
		if err != nil {
			return
		}
		go c.carry(near)
	}
}

func (c *cable) carry(near net.Conn) {
	defer near.Close()
	c.mu.Lock()
	whole := c.whole
	c.mu.Unlock()
	if !whole {
		return
	}
	far, err := net.Dial(c.network, c.to)
	if err != nil {
		return
	}
	defer far.Close()
	c.mu.Lock()
	c.ends[near], c.ends[far] = "", far.LocalAddr().String()
	c.mu.Unlock()
	defer func() {
		c.mu.Lock()
		defer c.mu.Unlock()
		delete(c.ends, near)
		delete(c.ends, far)
	}()
	go func() {
		_, _ = io.Copy(far, near)
		_ = far.Close()
	}()
	_, _ = io.Copy(near, far)
}

// carries tells whether the far end of a connection has that address.
func (c *cable) carries(addr string) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, ours := range c.ends {
		if ours == addr {
			return true
		}
	}
	return false
}

// cut ends every connection and lets none through until mend.
func (c *cable) cut() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.whole = false
	for end := range c.ends {
		_ = end.Close()
	}
}

func (c *cable) mend() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.whole = true
}

func (c *cable) end() {
	if c != nil {
		_ = c.listener.Close()
		c.cut()
	}
}
