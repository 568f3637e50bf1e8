package bot

import (
	"context"
	"encoding/json"
	"errors"
	"net"
	"net/http"
	"sync"
	"sync/atomic"
	"time"

	"github.com/bwmarrin/discordgo"
	"github.com/gorilla/websocket"

	"onrecord/news"
)

// gatewayLink is one gateway session with its socket.
type gatewayLink struct {
	discord *discord
	session *discordgo.Session
	lost    chan struct{} // receives when the socket is gone
	began   atomic.Bool   // whether there is a session to resume
	wrote   atomic.Int64  // when the socket was last written to, in Unix nanoseconds
	pulse   atomic.Int64  // how long Discord took to answer the last heartbeat, in nanoseconds
	shard   [2]int        // which of how many
	taking  bool          // a session that another link began, which Discord may have forgotten

	mu   sync.Mutex
	conn net.Conn
	shut bool // cut, and not opened since
}

// newLink prepares a session of a shard that hands each event to take, with its
// number, one at a time and in their order; nothing is read while take waits.
func (d *discord) newLink(shard, shards int, readTimeout time.Duration, take func(kind string, seq int64, data json.RawMessage), heard func()) (*gatewayLink, error) {
	s, err := d.session(d.rest.Client)
	if err != nil {
		return nil, err
	}
	s.ShardID, s.ShardCount = shard, shards
	l := &gatewayLink{discord: d, session: s, lost: make(chan struct{}, 1), shard: [2]int{shard, shards}}
	dialer := &net.Dialer{Timeout: 15 * time.Second}
	s.Dialer = &websocket.Dialer{
		Proxy:            http.ProxyFromEnvironment,
		HandshakeTimeout: 15 * time.Second,
		NetDialContext: func(ctx context.Context, network, address string) (net.Conn, error) {
			c, err := dialer.DialContext(ctx, network, address)
			if err != nil {
				return nil, err
			}
			l.mu.Lock()
			defer l.mu.Unlock()
			if l.shut { // an attempt that was given up must not take the session from who has it now
				_ = c.Close()
				return nil, errShut
			}
			l.conn = deadlineConn{c, readTimeout, heard, func() { l.wrote.Store(time.Now().UnixNano()) }, pacedWrites()}
			return l.conn, nil
		},
	}
	s.AddHandler(func(_ *discordgo.Session, e *discordgo.Event) {
		switch e.Type {
		case "READY":
			l.began.Store(true)
		case "RESUMED": // from now on the library may identify, see takeUp
			s.ShardID, s.ShardCount = l.shard[0], l.shard[1]
			l.began.Store(true)
		}
		take(e.Type, e.Sequence, e.RawData)
	})
	s.AddHandler(func(*discordgo.Session, *discordgo.Disconnect) {
		select {
		case l.lost <- struct{}{}:
		default:
		}
	})
	return l, nil
}

// takeUp lets the link resume a session that it did not begin; one without an ID
// is none. The library answers a refusal by identifying at once, out of turn: with
// a shard that can't be it fails instead, and the link is of no more use.
func (l *gatewayLink) takeUp(one news.Session) {
	if takeUp(l.session, one) {
		l.taking = true
		l.session.ShardID, l.session.ShardCount = 2, 2
	}
}

// errSessionGone tells that Discord has forgotten the session that was to be taken up.
var errSessionGone = errors.New("the session is gone")

// errStuck tells that a session hangs inside the library and must be given up.
var errStuck = errors.New("the connection to Discord's gateway hung while opening")

// open connects, resuming the session when there is one. After [errStuck] the
// link is of no more use: a session that hangs keeps its lock for ever.
func (l *gatewayLink) open(ctx context.Context, timeout time.Duration) error {
	select {
	case <-l.lost: // of the connection before
	default:
	}
	l.mu.Lock()
	l.shut = false
	l.mu.Unlock()
	opened := make(chan error, 1)
	go func() { opened <- l.session.Open() }()
	t := time.NewTimer(timeout)
	defer t.Stop()
	select {
	case err := <-opened:
		if l.taking && errors.Is(err, discordgo.ErrWSShardBounds) {
			return errSessionGone
		}
		return l.discord.clean(err)
	case <-t.C:
	case <-ctx.Done():
	}
	l.cut() // lets a read fail that waits for a word of Discord's
	t.Reset(250 * time.Millisecond)
	select {
	case err := <-opened:
		if err == nil { // too late: its socket has been cut
			return errStuck
		}
		return l.discord.clean(err)
	case <-t.C:
		return errStuck
	}
}

// greeted tells whether the link has a session, which opening it resumes.
func (l *gatewayLink) greeted() bool { return l.began.Load() }

// errShut tells that a connection came too late.
var errShut = errors.New("the link has been cut")

// cut closes the socket under the session, which gets no other until the link is
// opened again.
func (l *gatewayLink) cut() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.shut = true
	if l.conn != nil {
		_ = l.conn.Close()
	}
}

// close says goodbye.
func (l *gatewayLink) close() { _ = l.session.Close() }
