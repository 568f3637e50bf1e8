package discordtest

import (
	"net/url"
	"slices"
	"strconv"
)

// getMessages gives the bot the newest messages of a channel, the newest first,
// with their words where it may read them.
func (s *Server) getMessages(c *call) reply {
	query, err := url.ParseQuery(c.query)
	limit := 50
	if n := query.Get("limit"); n != "" {
		limit, err = strconv.Atoi(n)
	}
	if err != nil || limit < 1 || limit > 100 {
		return invalid([]complaint{{"limit", "NUMBER_TYPE_MAX", "int value should be between 1 and 100."}})
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	at, bad := s.may(c.args["channel_id"], ReadMessageHistory)
	if bad != nil {
		return *bad
	}
	out := []map[string]any{}
	for _, m := range slices.Backward(s.messages) {
		if m.Channel == at.ID && !m.Deleted && !m.Ephemeral() && len(out) < limit {
			out = append(out, s.readable(m, s.opts.Privileged))
		}
	}
	return ok(out)
}
