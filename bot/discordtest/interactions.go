package discordtest

import (
	"encoding/json"
	"net/http"
	"slices"
	"time"
)

// The two clocks of an interaction: the first reply, and everything else.
const (
	// FirstReply is Discord's own, see [Options].
	FirstReply = 3 * time.Second
	tokenLife  = 15 * time.Minute

	// followUpsOfOwn is how many follow-ups a bot has that only the person
	// has installed.
	followUpsOfOwn = 5
)

// Interaction kinds and replies, by Discord's numbers.
const (
	kindCommand   = 2
	kindComponent = 3
	kindComplete  = 4
	kindModal     = 5

	replyMessage  = 4
	replyDeferred = 5
	replyUpdateIn = 6
	replyUpdate   = 7
	replyChoices  = 8
	replyModal    = 9
)

// interaction is what somebody did and what the bot has made of it.
type interaction struct {
	id, token string
	kind      int
	born      time.Time
	user      string
	channel   string
	server    string
	own       bool // the app is the person's, not the server's
	followUps int
	used      string   // the command, as people see it used
	message   *Message // whose button was pressed
	replied   bool
	original  *Message // the first reply, nil until there is one
	messages  []*Message
	choices   []Choice
	modal     *Modal
}

// settled returns the interaction's first message that says something.
func (in *interaction) settled() *Message {
	for _, m := range in.messages {
		if !m.Loading && !m.Deleted {
			return m
		}
	}
	return nil
}

func (s *Server) postCallback(c *call) reply {
	var cb struct {
		Type int             `json:"type"`
		Data json.RawMessage `json:"data"`
	}
	if err := json.Unmarshal(c.body, &cb); err != nil {
		return fail(400, 50109, "The request body contains invalid JSON.")
	}
	var b body
	var choices struct {
		Choices []Choice `json:"choices"`
	}
	var modal *Modal
	if len(cb.Data) > 0 && string(cb.Data) != "null" {
		var errs []complaint
		if cb.Type == replyModal {
			modal, errs = checkModal(cb.Data)
		} else if cb.Type == replyChoices {
			if err := json.Unmarshal(cb.Data, &choices); err != nil {
				return fail(400, 50109, "The request body contains invalid JSON.")
			}
			errs = checkChoices(choices.Choices)
		} else {
			b, errs = checkMessage(cb.Data, "data.")
		}
		if len(errs) > 0 {
			return invalid(errs)
		}
	}
	var rep reply
	s.update(func() { rep = s.callback(c, cb.Type, b, cb.Data, choices.Choices, modal) })
	return rep
}

// callback applies a first reply; s.mu is held.
func (s *Server) callback(c *call, kind int, b body, data json.RawMessage, choices []Choice, modal *Modal) reply {
	in := s.interactions[c.args["interaction_token"]]
	switch {
	case in == nil || in.id != c.args["interaction_id"] || !in.replied && s.now().Sub(in.born) > s.opts.FirstReply:
		return fail(404, 10062, "Unknown interaction")
	case in.replied:
		return fail(400, 40060, "Interaction has already been acknowledged.")
	case kind == replyModal && (modal == nil || in.kind == kindModal || in.kind == kindComplete),
		(kind == replyChoices) != (in.kind == kindComplete), (kind == replyUpdate || kind == replyUpdateIn) && in.kind != kindComponent:
		return invalid([]complaint{{"type", "INTERACTION_CALLBACK_TYPE", "This reply does not fit the interaction."}})
	case kind == replyMessage && b.empty():
		return fail(400, 50006, "Cannot send an empty message")
	}
	in.replied = true
	switch kind {
	case replyChoices:
		in.choices = choices
	case replyModal:
		in.modal = modal
	case replyUpdateIn:
		in.original = in.message
	case replyUpdate:
		in.original = in.message
		in.message.write(b, data)
		in.message.Edits++
		in.messages = append(in.messages, in.message)
	case replyDeferred:
		in.original = s.addReply(in, body{Flags: b.Flags & flagEphemeral}, nil)
		in.original.Loading = true
		in.original.Flags |= flagLoading
	case replyMessage:
		in.original = s.addReply(in, b, data)
	default:
		return invalid([]complaint{{"type", "BASE_TYPE_CHOICES", "Unknown reply type."}})
	}
	return reply{status: http.StatusNoContent}
}

// addReply adds a message of the bot to an interaction; s.mu is held.
func (s *Server) addReply(in *interaction, b body, raw json.RawMessage) *Message {
	m := &Message{ID: snowflake(s.now(), s.ids.Add(1)), Channel: in.channel, server: in.server, interaction: in,
		Flags: b.Flags & (flagEphemeral | flagComponentsV2)}
	m.write(b, raw)
	m.Used = in.used
	m.Pings = pings(b.Content, b.AllowedMentions, true, "")
	if m.Ephemeral() {
		m.VisibleTo = in.user
	}
	in.messages = append(in.messages, m)
	s.keep(m)
	if !m.Ephemeral() && !in.own {
		s.deliver("MESSAGE_CREATE", m, Post{})
	}
	return m
}

// webhook finds the interaction that a webhook address names; s.mu is held.
func (s *Server) webhook(c *call) (*interaction, reply) {
	in := s.interactions[c.args["webhook_token"]]
	switch {
	case c.args["webhook_id"] != ApplicationID:
		return nil, fail(404, 10015, "Unknown Webhook")
	case in == nil || s.now().Sub(in.born) > tokenLife:
		return nil, fail(401, 50027, "Invalid Webhook Token")
	case !in.replied:
		return nil, fail(404, 10015, "Unknown Webhook")
	}
	return in, reply{}
}

// target is the message that a webhook address names, nil for none.
func (in *interaction) target(c *call) *Message {
	id, named := c.args["message_id"]
	if !named {
		if in.original == nil || in.original.Deleted {
			return nil
		}
		return in.original
	}
	for _, m := range in.messages {
		if m.ID == id && !m.Deleted {
			return m
		}
	}
	return nil
}

func (s *Server) postFollowUp(c *call) reply {
	b, errs := checkMessage(c.body, "")
	if len(errs) > 0 {
		return invalid(errs)
	}
	if b.empty() {
		return fail(400, 50006, "Cannot send an empty message")
	}
	var rep reply
	s.update(func() {
		in, bad := s.webhook(c)
		switch {
		case in == nil:
			rep = bad
		case in.original != nil && in.original.Loading && !in.original.Deleted:
			// Straight after a deferred reply this edits it, and the
			// flags of the deferral stay.
			in.original.edit(b, c.body)
			rep = ok(in.original.show())
		case in.own && in.followUps >= followUpsOfOwn:
			rep = fail(400, 40094, "This interaction has reached the maximum number of follow-up messages.")
		default:
			in.followUps++
			rep = ok(s.addReply(in, b, c.body).show())
		}
	})
	return rep
}

// edit rewrites a message of an interaction; editing notifies nobody but a
// deferred reply's first text does.
func (m *Message) edit(b body, raw json.RawMessage) {
	if m.Loading {
		m.Pings = pings(b.Content, b.AllowedMentions, true, "")
	}
	m.Loading = false
	m.Flags = m.Flags&^flagLoading | b.Flags&flagComponentsV2
	m.Edits++
	m.merge(b, raw)
}

func (s *Server) patchReply(c *call) reply {
	b, errs := checkMessage(c.body, "")
	if len(errs) > 0 {
		return invalid(errs)
	}
	var rep reply
	s.update(func() {
		in, bad := s.webhook(c)
		if in == nil {
			rep = bad
			return
		}
		m := in.target(c)
		switch {
		case m == nil:
			rep = fail(404, 10008, "Unknown Message")
		case b.sets("content", "embeds") && b.empty() || m.Loading && b.empty():
			rep = fail(400, 50006, "Cannot send an empty message")
		case m.Flags&flagComponentsV2 != 0 && b.sets("flags") && b.Flags&flagComponentsV2 == 0:
			rep = invalid([]complaint{{"flags", "MESSAGE_FLAG_CANNOT_BE_UNSET", "IS_COMPONENTS_V2 cannot be removed"}})
		default:
			m.edit(b, c.body)
			if m == in.message && !slices.Contains(in.messages, m) { // a deferred update
				in.messages = append(in.messages, m)
			}
			rep = ok(m.show())
		}
	})
	return rep
}

func (s *Server) deleteReply(c *call) reply {
	var rep reply
	s.update(func() {
		in, bad := s.webhook(c)
		if in == nil {
			rep = bad
			return
		}
		m := in.target(c)
		if m == nil {
			rep = fail(404, 10008, "Unknown Message")
			return
		}
		m.Deleted = true
		rep = reply{status: http.StatusNoContent}
	})
	return rep
}

func (s *Server) getReply(c *call) reply {
	s.mu.Lock()
	defer s.mu.Unlock()
	in, bad := s.webhook(c)
	if in == nil {
		return bad
	}
	m := in.target(c)
	if m == nil {
		return fail(404, 10008, "Unknown Message")
	}
	return ok(m.show())
}
