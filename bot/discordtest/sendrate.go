package discordtest

import (
	"strconv"
	"time"
)

// What a bot may send over one connection to the gateway.
const (
	maxSend      = 4096 // bytes at once
	maxSends     = 120
	sendsMeasure = 60 * time.Second
)

// sendRate counts what a bot sends over one connection. Only its reader uses it.
type sendRate struct{ at []time.Time }

// allow counts one send and tells whether it is within the limit.
func (r *sendRate) allow(now time.Time) bool {
	for len(r.at) > 0 && now.Sub(r.at[0]) > sendsMeasure {
		r.at = r.at[1:]
	}
	r.at = append(r.at, now)
	return len(r.at) <= maxSends
}

// refuseSend notes that the gateway did not accept something.
func (s *Server) refuseSend(op int, why string) {
	s.update(func() {
		s.refusals = append(s.refusals, Refusal{Request{Method: "GATEWAY", Path: "op " + strconv.Itoa(op)}, 0, why})
	})
}
