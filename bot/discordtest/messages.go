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
	channel := c.args["channel_id"]
	m := &Message{ID: s.newID(0), Channel: channel}
	var nonce string
	s.mu.Lock()
	var repliedTo string
	if ref := b.Reference; ref != nil {
		to := s.message(ref.MessageID)
		if to == nil && (ref.FailIfNotExists == nil || *ref.FailIfNotExists) {
			s.mu.Unlock()
			return invalid([]complaint{{"message_reference", "REPLIES_UNKNOWN_MESSAGE", "Unknown message"}})
		}
		if to != nil {
			m.ReplyTo, repliedTo = to.ID, to.Author.ID
		}
	}
	var enforce struct {
		Enforce bool `json:"enforce_nonce"`
	}
	_ = json.Unmarshal(c.body, &enforce)
	if n, isText := b.Nonce.(string); isText && enforce.Enforce && n != "" {
		nonce = channel + "/" + n
	}
	if before := s.nonces[nonce]; nonce != "" && before != nil {
		s.mu.Unlock()
		return ok(s.show(before))
	}
	s.mu.Unlock()
	m.write(b, c.body)
	m.Pings = pings(b.Content, b.AllowedMentions, false, repliedTo)
	s.update(func() {
		s.messages = append(s.messages, m)
		if nonce != "" {
			s.nonces[nonce] = m
		}
	})
	return ok(s.show(m))
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
		"mentions": []any{}, "mention_roles": []any{}, "attachments": []any{}, "embeds": []any{}, "components": []any{},
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
	out["type"] = kind
	return out
}
