package discordtest

import (
	"strconv"
	"time"
)

// epoch is the first millisecond of 2015, from which Discord counts.
const epoch = 1420070400000

// snowflake makes an identifier that carries its time of birth, as Discord's do.
func snowflake(at time.Time, n uint64) string {
	ms := uint64(at.UnixMilli() - epoch)
	return strconv.FormatUint(ms<<22|n&0x3fffff, 10)
}

// newID returns a fresh identifier born age before the server's now.
func (s *Server) newID(age time.Duration) string {
	return snowflake(s.Now().Add(-age), s.ids.Add(1))
}
