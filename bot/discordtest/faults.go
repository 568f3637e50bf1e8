package discordtest

import (
	"context"
	"encoding/json"
	"time"
)

// Greet scripts how the next connections to the gateway are received, one each.
func (s *Server) Greet(g ...Greeting) {
	s.update(func() { s.greetings = append(s.greetings, g...) })
}

// each calls do for every open connection.
func (s *Server) each(do func(*conn)) {
	s.mu.Lock()
	var open []*conn
	for c := range s.conns {
		open = append(open, c)
	}
	s.mu.Unlock()
	for _, c := range open {
		do(c)
	}
}

// Drop cuts every socket without a word, as a broken network does.
func (s *Server) Drop() {
	s.each(func(c *conn) {
		c.closed.Store(true)
		_ = c.ws.NetConn().Close()
	})
}

// Reconnect asks every bot to reconnect (op 7).
func (s *Server) Reconnect() { s.each(func(c *conn) { c.send(event{Op: opReconnect}) }) }

// Invalidate forgets every session and says so (op 9); the next READY on the
// same socket, or a new one, begins afresh.
func (s *Server) Invalidate() {
	s.each(func(c *conn) {
		s.forget(c)
		c.send(map[string]any{"op": opInvalid, "d": false})
	})
}

// CloseWith closes every socket with a close code; sessions stay resumable as
// Discord's own rules for the code have it.
func (s *Server) CloseWith(code int, text string) {
	s.each(func(c *conn) {
		if code == 4007 || code == 4009 { // these end the session
			s.forget(c)
		}
		c.close(code, text)
	})
}

// Connections counts open sockets; Identified and Resumed count how often bots
// began a session and took one up again.
func (s *Server) Connections() (open, identified, resumed int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.conns), s.identified, s.resumed
}

// AwaitGone waits until no bot is connected.
func (s *Server) AwaitGone(ctx context.Context) error {
	return s.wait(ctx, func() bool { return len(s.conns) == 0 })
}

// LimitStarts lets the next replies to /gateway/bot, so many of them, say that no
// session may be started before after has passed.
func (s *Server) LimitStarts(after time.Duration, replies int) {
	s.update(func() { s.startless, s.startsAfter = replies, after })
}

// Deafen stops the gateway from acknowledging heartbeats, or lets it again.
func (s *Server) Deafen(deaf bool) { s.update(func() { s.deaf = deaf }) }

// DelayReady holds the next READY or RESUMED back.
func (s *Server) DelayReady(d time.Duration) { s.update(func() { s.readyAfter = d }) }

// Reorder holds the next n events back until all are there, and sends them last
// first.
func (s *Server) Reorder(n int) { s.update(func() { s.shuffle = n }) }

// Delivered tells whether the gateway has written the event of a message or an
// interaction to a socket that was open, or has sent it again to a bot that
// resumed.
func (s *Server) Delivered(id string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	all := append([]*session{}, s.gone...)
	for _, sess := range s.sessions {
		all = append(all, sess)
	}
	for _, sess := range all {
		for _, e := range sess.log {
			if sess.sent[e.Seq] && eventID(e) == id {
				return true
			}
		}
	}
	return false
}

// AllDelivered is Delivered of everything that has been, by ID.
func (s *Server) AllDelivered() map[string]bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	out := map[string]bool{}
	all := append([]*session{}, s.gone...)
	for _, sess := range s.sessions {
		all = append(all, sess)
	}
	for _, sess := range all {
		for _, e := range sess.log {
			if sess.sent[e.Seq] {
				out[eventID(e)] = true
			}
		}
	}
	return out
}

// eventID is the ID of what an event is about.
func eventID(e event) string {
	var v struct {
		ID string `json:"id"`
	}
	_ = json.Unmarshal(e.Data, &v)
	return v.ID
}

// Repeat delivers the events of messages and interactions once more, to the
// sessions there are now.
func (s *Server) Repeat(ids ...string) {
	s.update(func() {
		all := append([]*session{}, s.gone...)
		for _, sess := range s.sessions {
			all = append(all, sess)
		}
		for _, id := range ids {
			for _, from := range all {
				for _, e := range from.log {
					if eventID(e) == id && (e.Type == "MESSAGE_CREATE" || e.Type == "INTERACTION_CREATE") {
						s.again(e)
					}
				}
			}
		}
	})
}

// again sends an event to the sessions that are connected; s.mu is held.
func (s *Server) again(e event) {
	for _, sess := range s.sessions {
		if sess.conn != nil {
			s.dispatch1(sess, e.Type, e.Data)
		}
	}
}
