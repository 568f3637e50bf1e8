package discordtest

import (
	"cmp"
	"strconv"
	"strings"
	"time"
)

// Flags of an application that tell which privileged intents it may ask for,
// for a bot in fewer than a hundred servers.
const (
	flagPresenceLimited = 1 << 13
	flagMembersLimited  = 1 << 15
	flagContentLimited  = 1 << 19
)

// startsADay is how many sessions a bot may begin in a day.
const startsADay = 1000

func (s *Server) getGateway(c *call) reply {
	return ok(map[string]any{"url": s.gatewayFor(c)})
}

// gatewayFor is the gateway's address on the way by which the bot came.
func (s *Server) gatewayFor(c *call) string {
	if strings.HasPrefix(c.host, "127.0.0.1:") {
		return "ws://" + c.host + "/ws"
	}
	return "ws://" + s.addr + "/ws"
}

func (s *Server) getGatewayBot(c *call) reply {
	remaining, resetAfter, shards := 0, 4*time.Hour, 0
	s.update(func() {
		shards = cmp.Or(s.recommended, s.opts.Shards, 1)
		remaining = max(0, startsADay-s.identified)
		if s.startless > 0 {
			s.startless--
			remaining, resetAfter = 0, s.startsAfter
		}
	})
	return ok(map[string]any{"url": s.gatewayFor(c), "shards": shards, "session_start_limit": map[string]any{
		"total": startsADay, "remaining": remaining, "reset_after": resetAfter.Milliseconds(), "max_concurrency": max(s.opts.MaxConcurrency, 1)}})
}

func (s *Server) getMe(*call) reply {
	return ok(User{ID: BotID, Username: "On Record", Bot: true})
}

func (s *Server) getApplication(*call) reply {
	flags := 0
	for intent, flag := range map[int]int{1 << 8: flagPresenceLimited, 1 << 1: flagMembersLimited, IntentMessageContent: flagContentLimited} {
		if s.opts.Privileged&intent != 0 {
			flags |= flag
		}
	}
	kinds := map[string]any{"0": map[string]any{}}
	if !s.opts.ServersOnly {
		kinds["1"] = map[string]any{}
	}
	return ok(map[string]any{"id": ApplicationID, "name": "On Record", "flags": flags, "bot_public": true, "verify_key": s.verifyKey(),
		"integration_types_config": kinds, "approximate_guild_count": len(s.Servers())})
}

// getGuilds lists the servers that the bot is in, with its permissions there.
func (s *Server) getGuilds(*call) reply {
	out := []map[string]any{}
	for _, g := range s.Servers() {
		if g.Permissions >= 0 {
			out = append(out, map[string]any{"id": g.ID, "name": g.Name, "owner": false, "features": []string{},
				"permissions": strconv.FormatInt(g.Permissions, 10)})
		}
	}
	return ok(out)
}
