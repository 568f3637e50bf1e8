package discordtest

import (
	"encoding/json"
	"slices"
)

// has tells whether the events of a server go to the session's shard; those of
// direct messages, which have no server, go to the first.
func (sess *session) has(server string) bool {
	return int(number(server)>>22%uint64(sess.shard[1])) == sess.shard[0]
}

// sessionsFor are the sessions that get the events of a server; s.mu is held.
func (s *Server) sessionsFor(server string) []*session {
	var out []*session
	for _, sess := range s.sessions {
		if sess.has(server) {
			out = append(out, sess)
		}
	}
	return out
}

// dispatch sends an event to every session that gets the server's events and has
// asked for such; s.mu is held.
func (s *Server) dispatch(kind, server string, intent int, payload any) {
	for _, sess := range s.sessionsFor(server) {
		if sess.intents&intent != 0 {
			s.dispatch1(sess, kind, payload)
		}
	}
}

// heldEvent is an event that waits for others to come first.
type heldEvent struct {
	sess *session
	e    event
}

// dispatch1 sends one event to one session and keeps it for a resume; s.mu is
// held.
func (s *Server) dispatch1(sess *session, kind string, payload any) {
	e := sess.record(kind, payload)
	if s.shuffle == 0 {
		sess.send(e)
		return
	}
	s.held = append(s.held, heldEvent{sess, e})
	if s.shuffle--; s.shuffle > 0 {
		return
	}
	for _, h := range slices.Backward(s.held) {
		h.sess.send(h.e)
	}
	s.held = nil
}

// record numbers an event and keeps it for a resume.
func (sess *session) record(kind string, payload any) event {
	data, err := json.Marshal(payload)
	if err != nil {
		panic("discordtest: " + err.Error()) // payloads are ours
	}
	e := event{Op: opDispatch, Data: data, Seq: int64(len(sess.log) + 1), Type: kind}
	sess.log = append(sess.log, e)
	return e
}

func (sess *session) send(e event) {
	if sess.conn != nil && sess.conn.send(e) {
		sess.sent[e.Seq] = true
	}
}
