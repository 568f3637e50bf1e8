package discordtest

import (
	"encoding/json"
	"slices"
)

// startThread opens a thread on a message, which then shares its ID.
func (s *Server) startThread(c *call) reply {
	var rep reply
	s.update(func() {
		on, bad := s.may(c.args["channel_id"], CreatePublicThreads)
		m := s.message(c.args["message_id"])
		switch {
		case bad != nil:
			rep = *bad
		case on.Kind != TextChannel:
			rep = fail(400, 50024, "Cannot execute action on this channel type")
		case m == nil || m.Channel != on.ID || m.Ephemeral():
			rep = fail(404, 10008, "Unknown Message")
		case m.thread:
			rep = fail(400, 160004, "A thread has already been created for this message")
		default:
			rep = s.addThread(c, &Channel{ID: m.ID, Server: on.Server, Parent: on.ID, Kind: PublicThread})
			m.thread = rep.status < 400
		}
	})
	return rep
}

// startThreadAlone opens a thread that hangs on no message, a private one unless
// the request says otherwise.
func (s *Server) startThreadAlone(c *call) reply {
	kind := struct {
		Type ChannelKind `json:"type"`
	}{PrivateThread}
	_ = json.Unmarshal(c.body, &kind)
	needs := CreatePublicThreads
	if kind.Type == PrivateThread {
		needs = CreatePrivateThreads
	}
	id := s.newID(0)
	var rep reply
	s.update(func() {
		on, bad := s.may(c.args["channel_id"], needs)
		switch {
		case bad != nil:
			rep = *bad
		case on.Kind != TextChannel:
			rep = fail(400, 50024, "Cannot execute action on this channel type")
		default:
			rep = s.addThread(c, &Channel{ID: id, Server: on.Server, Parent: on.ID, Kind: kind.Type})
		}
	})
	return rep
}

// archiveAfter are the minutes without a word after which threads may close.
var archiveAfter = []int{60, 1440, 4320, 10080}

// addThread makes a thread; s.mu is held.
func (s *Server) addThread(c *call, t *Channel) reply {
	var b struct {
		Name  string `json:"name"`
		After *int   `json:"auto_archive_duration"`
	}
	_ = json.Unmarshal(c.body, &b)
	var check checker
	check.length("name", b.Name, 1, 100)
	if b.After != nil && !slices.Contains(archiveAfter, *b.After) {
		check.add("auto_archive_duration", "BASE_TYPE_CHOICES", "Value must be one of {60, 1440, 4320, 10080}.")
	}
	if len(check.found) > 0 {
		return invalid(check.found)
	}
	t.Name = b.Name
	s.channels[t.ID] = t
	s.dispatch("THREAD_CREATE", t.Server, IntentGuilds, t.show())
	return reply{status: 201, body: t.show()}
}

func (s *Server) getChannel(c *call) reply {
	s.mu.Lock()
	defer s.mu.Unlock()
	at, bad := s.may(c.args["channel_id"], 0)
	if bad != nil {
		return *bad
	}
	return ok(at.show())
}

// patchChannel changes a thread of the bot's own: its name, and whether it is
// archived.
func (s *Server) patchChannel(c *call) reply {
	var b struct {
		Name     string `json:"name"`
		Archived *bool  `json:"archived"`
		Locked   *bool  `json:"locked"`
	}
	if err := json.Unmarshal(c.body, &b); err != nil {
		return fail(400, 50109, "The request body contains invalid JSON.")
	}
	var rep reply
	s.update(func() {
		at, bad := s.may(c.args["channel_id"], 0)
		switch {
		case bad != nil:
			rep = *bad
			return
		case at.Parent == "" || at.Locked || b.Locked != nil:
			rep = fail(403, 50013, "Missing Permissions")
			return
		case at.Archived && (b.Archived == nil || *b.Archived):
			rep = fail(400, 50083, "This operation was performed on an archived thread")
			return
		}
		if b.Name != "" {
			at.Name = b.Name
		}
		if b.Archived != nil {
			at.Archived = *b.Archived
		}
		rep = ok(at.show())
	})
	return rep
}
