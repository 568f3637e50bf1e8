package discordtest

import "encoding/json"

func (s *Server) postMessage(c *call) reply {
	b, errs := checkMessage(c.body, "")
	if len(errs) > 0 {
		return invalid(errs)
	}
	if b.empty() {
		return fail(400, 50006, "Cannot send an empty message")
	}
	var rep reply
	s.update(func() { rep = s.addMessage(c, b) })
	return rep
}

// addMessage adds a message of the bot to a channel; s.mu is held.
func (s *Server) addMessage(c *call, b body) reply {
	at, bad := s.may(c.args["channel_id"], 0)
	if bad != nil {
		return *bad
	}
	if needs := b.needs(at); s.permissions(at)&(needs|Administrator) != needs && s.permissions(at)&Administrator == 0 {
		return fail(403, 50013, "Missing Permissions")
	}
	if at.Kind == ForumChannel {
		return fail(400, 50008, "Cannot send messages in a non-text channel")
	}
	m := &Message{ID: snowflake(s.now(), s.ids.Add(1)), Channel: at.ID, server: at.Server}
	var repliedTo string
	if ref := b.Reference; ref != nil {
		to := s.message(ref.MessageID)
		if to != nil && (to.Channel != at.ID || to.Ephemeral()) {
			to = nil
		}
		switch {
		case to == nil && (ref.FailIfNotExists == nil || *ref.FailIfNotExists):
			return invalid([]complaint{{"message_reference", "REPLIES_UNKNOWN_MESSAGE", "Unknown message"}})
		case at.Server != "" && s.permissions(at)&(ReadMessageHistory|Administrator) == 0:
			return fail(403, 160002, "Cannot reply without permission to read message history")
		case to != nil:
			m.ReplyTo, repliedTo = to.ID, to.Author.ID
		}
	}
	var nonce string
	if n, isText := b.Nonce.(string); isText && b.EnforceNonce && n != "" {
		nonce = at.ID + "/" + n
	}
	if before := s.nonces[nonce]; nonce != "" && before != nil {
		return ok(before.show())
	}
	if at.Locked {
		return fail(400, 160005, "Thread is locked")
	}
	at.Archived = false // writing opens a thread again
	m.write(b, c.body)
	m.Flags = b.Flags & flagComponentsV2
	m.Pings = pings(b.Content, b.AllowedMentions, false, repliedTo)
	if nonce != "" {
		s.nonces[nonce] = m
	}
	s.keep(m)
	s.deliver("MESSAGE_CREATE", m, Post{}) // a bot hears itself too
	return ok(m.show())
}

// needs are the permissions that writing this in a channel takes.
func (b body) needs(at *Channel) int64 {
	if at.Server == "" {
		return 0
	}
	needs := SendMessages
	if at.Parent != "" {
		needs = SendMessagesInThreads
	}
	if len(b.Embeds) > 0 {
		needs |= EmbedLinks
	}
	return needs
}

// editMessage rewrites a message of the bot's that stands in a channel.
func (s *Server) editMessage(c *call) reply {
	b, errs := checkMessage(c.body, "")
	if len(errs) > 0 {
		return invalid(errs)
	}
	return s.own(c, func(m *Message) reply {
		switch {
		case m.Flags&flagComponentsV2 != 0 && b.sets("flags") && b.Flags&flagComponentsV2 == 0:
			return invalid([]complaint{{"flags", "MESSAGE_FLAG_CANNOT_BE_UNSET", "IS_COMPONENTS_V2 cannot be removed"}})
		case b.sets("content", "embeds") && b.empty():
			return fail(400, 50006, "Cannot send an empty message")
		}
		m.merge(b, c.body)
		m.Edits++
		return ok(m.show())
	})
}

func (s *Server) deleteMessage(c *call) reply {
	return s.own(c, func(m *Message) reply {
		m.Deleted = true
		return reply{status: 204}
	})
}

// own does something to a message of the bot's.
func (s *Server) own(c *call, do func(*Message) reply) reply {
	var rep reply
	s.update(func() {
		at, bad := s.may(c.args["channel_id"], 0)
		if bad != nil {
			rep = *bad
			return
		}
		m := s.message(c.args["message_id"])
		switch {
		case m == nil || m.Channel != at.ID || m.Ephemeral():
			rep = fail(404, 10008, "Unknown Message")
		case m.Author.ID != BotID:
			rep = fail(403, 50005, "Cannot edit a message authored by another user")
		case at.Archived:
			rep = fail(400, 50083, "This operation was performed on an archived thread")
		default:
			rep = do(m)
		}
	})
	return rep
}

// getMessage gives the bot one message, with its words where it may read them.
func (s *Server) getMessage(c *call) reply {
	s.mu.Lock()
	defer s.mu.Unlock()
	at, bad := s.may(c.args["channel_id"], ReadMessageHistory)
	if bad != nil {
		return *bad
	}
	m := s.message(c.args["message_id"])
	if m == nil || m.Channel != at.ID || m.Ephemeral() {
		return fail(404, 10008, "Unknown Message")
	}
	return ok(s.readable(m, s.opts.Privileged))
}

// keep adds a message to those there are; s.mu is held.
func (s *Server) keep(m *Message) {
	s.messages = append(s.messages, m)
	s.byID[m.ID] = m
	if m.Author.ID == BotID && m.ReplyTo != "" {
		s.answered[m.ReplyTo]++
		if s.replies[m.ReplyTo] == nil {
			s.replies[m.ReplyTo] = m
		}
	}
}

// Answered counts the bot's replies to a message: once is right.
func (s *Server) Answered(id string) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.answered[id]
}

// write sets what the bot's message says from a request.
func (m *Message) write(b body, raw json.RawMessage) {
	m.Author = User{ID: BotID, Username: "On Record", Bot: true}
	var parts struct {
		Embeds []Embed `json:"embeds"`
	}
	_ = json.Unmarshal(raw, &parts)
	m.Content, m.Embeds, m.Components, m.Body = b.Content, parts.Embeds, b.Components, raw
}

// merge is write for an edit, which leaves what it does not name.
func (m *Message) merge(b body, raw json.RawMessage) {
	old, before := *m, m.parts()
	m.write(b, raw)
	now := m.parts()
	if !b.sets("content") {
		m.Content = old.Content
	}
	if !b.sets("embeds") {
		m.Embeds, now["embeds"] = old.Embeds, before["embeds"]
	}
	if !b.sets("components") {
		m.Components, now["components"] = old.Components, before["components"]
	}
	if all, err := json.Marshal(now); err == nil {
		m.Body = all
	}
}

// parts is the last request that wrote the message, key by key.
func (m *Message) parts() map[string]json.RawMessage {
	parts := map[string]json.RawMessage{}
	_ = json.Unmarshal(m.Body, &parts)
	return parts
}

// show is a message as REST and gateway give it.
func (s *Server) show(m *Message) map[string]any {
	s.mu.Lock()
	defer s.mu.Unlock()
	return m.show()
}

func (m *Message) show() map[string]any {
	kind := 0
	out := map[string]any{"id": m.ID, "channel_id": m.Channel, "author": m.Author, "content": m.Content,
		"timestamp": "2026-01-01T00:00:00.000000+00:00", "edited_timestamp": nil, "tts": false, "mention_everyone": false,
		"mentions": []any{}, "mention_roles": []any{}, "attachments": append([]Attachment{}, m.Attachments...), "embeds": []any{}, "components": []any{},
		"pinned": false, "flags": m.Flags}
	var raw map[string]any
	if json.Unmarshal(m.Body, &raw) == nil {
		for _, key := range []string{"embeds", "components"} {
			if v, has := raw[key]; has && v != nil {
				out[key] = v
			}
		}
	}
	if m.ReplyTo != "" {
		kind = 19
		out["message_reference"] = map[string]any{"message_id": m.ReplyTo, "channel_id": m.Channel}
	}
	if m.interaction != nil {
		out["webhook_id"], out["application_id"] = ApplicationID, ApplicationID
		out["interaction_metadata"] = map[string]any{"id": m.interaction.id, "type": m.interaction.kind, "user": User{ID: m.interaction.user, Username: nameOf(m.interaction.user)}}
		if m.interaction.kind == kindCommand {
			kind = 20
		}
	}
	out["type"] = kind
	return out
}
