package discordtest

import (
	"cmp"
	"slices"
)

// SessionInfo is a session that has a socket now.
type SessionInfo struct {
	Shard, Size int
	From        string // the other end of its socket
}

// Sessions lists the sessions that have a socket, by shard.
func (s *Server) Sessions() []SessionInfo {
	s.mu.Lock()
	defer s.mu.Unlock()
	var out []SessionInfo
	for _, sess := range s.sessions {
		if sess.conn != nil {
			out = append(out, SessionInfo{sess.shard[0], sess.shard[1], sess.conn.ws.RemoteAddr().String()})
		}
	}
	slices.SortFunc(out, func(a, b SessionInfo) int {
		return cmp.Or(cmp.Compare(a.Size, b.Size), cmp.Compare(a.Shard, b.Shard), cmp.Compare(a.From, b.From))
	})
	return out
}

// Reaches tells whether a server's events would be delivered now.
func (s *Server) Reaches(server string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.ContainsFunc(s.sessionsFor(server), func(sess *session) bool { return sess.conn != nil })
}
