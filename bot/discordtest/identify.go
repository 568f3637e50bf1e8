package discordtest

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"
)

// identification is what a bot says of itself to begin a session.
type identification struct {
	Token   string  `json:"token"`
	Intents int     `json:"intents"`
	Shard   *[2]int `json:"shard"`
}

// identify begins a session, or closes the socket and returns false.
func (s *Server) identify(c *conn, data json.RawMessage) bool {
	var id identification
	_ = json.Unmarshal(data, &id)
	shard := [2]int{0, 1}
	if id.Shard != nil {
		shard = *id.Shard
	}
	s.mu.Lock()
	token := s.token
	s.mu.Unlock()
	switch {
	case strings.TrimPrefix(id.Token, "Bot ") != token:
		c.close(4004, "Authentication failed.")
		return false
	case shard[1] < 1 || shard[0] < 0 || shard[0] >= shard[1]:
		c.close(4010, "Invalid shard.")
		return false
	case shard[1] < s.opts.Shards:
		c.close(4011, "Sharding required.")
		return false
	case id.Intents&^knownIntents != 0:
		c.close(4013, "Invalid intent(s).")
		return false
	case id.Intents&privilegedIntents&^s.opts.Privileged != 0:
		c.close(4014, "Disallowed intent(s).")
		return false
	}
	if why := s.notNow(shard); why != "" {
		s.refuseSend(opIdentify, why)
		c.send(map[string]any{"op": opInvalid, "d": false})
		return true
	}
	sess := &session{id: s.newID(0), intents: id.Intents, shard: shard, sent: map[int64]bool{}}
	s.update(func() {
		s.afterwards(func() {
			s.sessions[sess.id], sess.conn = sess, c
			s.identified++
			s.sayReady(sess)
		})
	})
	return true
}

// notNow tells why a shard may not begin a session at this moment, if so.
func (s *Server) notNow(shard [2]int) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	key, now := shard[0]%max(s.opts.MaxConcurrency, 1), s.now()
	if last, before := s.identifies[key]; before && now.Sub(last) < s.opts.IdentifyEvery {
		return fmt.Sprintf("shard %d identified %v after the last of its turn, not %v", shard[0], now.Sub(last).Round(time.Millisecond), s.opts.IdentifyEvery)
	}
	for _, other := range s.sessions {
		if s.opts.OneSession && other.shard == shard && other.conn != nil {
			return fmt.Sprintf("a second session on shard %d of %d", shard[0], shard[1])
		}
	}
	s.identifies[key] = now
	return ""
}

// sayReady sends a new session its READY and the servers of its shard; s.mu is
// held.
func (s *Server) sayReady(sess *session) {
	guilds := []any{}
	for _, g := range s.guilds {
		if sess.has(g.ID) && g.Permissions >= 0 {
			guilds = append(guilds, map[string]any{"id": g.ID, "unavailable": true})
		}
	}
	ready := map[string]any{
		"v": 9, "user": User{ID: BotID, Username: "On Record", Bot: true}, "session_id": sess.id, "session_type": "normal",
		"resume_gateway_url": "ws://" + s.addr + "/ws", "guilds": guilds, "shard": sess.shard,
		"application": map[string]any{"id": ApplicationID, "flags": 0}}
	s.dispatch1(sess, "READY", ready)
}

// afterwards does something at once, or when a READY that is late is due; s.mu is
// held.
func (s *Server) afterwards(do func()) {
	if s.readyAfter == 0 {
		do()
		return
	}
	time.AfterFunc(s.readyAfter, func() { s.update(do) })
	s.readyAfter = 0
}

// sessionLife is how long a session is kept that nobody has a socket for.
// Discord says no more than "a few minutes".
const sessionLife = 3 * time.Minute

func (s *Server) resume(c *conn, data json.RawMessage) bool {
	var r struct {
		Token     string `json:"token"`
		SessionID string `json:"session_id"`
		Seq       int64  `json:"seq"`
	}
	_ = json.Unmarshal(data, &r)
	done := false
	s.update(func() {
		if strings.TrimPrefix(r.Token, "Bot ") != s.token {
			c.close(4004, "Authentication failed.")
			done = true
			return
		}
		sess := s.sessions[r.SessionID]
		if sess == nil || r.Seq > int64(len(sess.log)) {
			return
		}
		if sess.conn == nil && s.now().Sub(sess.away) > sessionLife {
			s.gone = append(s.gone, sess)
			delete(s.sessions, sess.id)
			return
		}
		done = true
		s.afterwards(func() {
			s.resumed++
			if old := sess.conn; old != nil && old != c { // a session has one socket: the last to ask for it
				s.serve.Go(func() { old.close(4000, "The session was resumed over another connection.") })
			}
			sess.conn = c
			for _, e := range sess.log[max(0, r.Seq):] {
				sess.send(e)
			}
			s.dispatch1(sess, "RESUMED", map[string]any{})
		})
	})
	return done
}

// SetShards changes how many shards /gateway/bot recommends. Sessions of fewer
// go on, and may still be begun.
func (s *Server) SetShards(n int) { s.update(func() { s.recommended = n }) }
