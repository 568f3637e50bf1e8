package discordtest

import (
	"cmp"
	"context"
	"fmt"
	"strings"
)

// Post is a message that a person writes.
type Post struct {
	// Content may hold "@bot", which becomes a mention of the bot.
	Content string
	// User is the author's ID, [AdaID] when "".
	User string
	// Server is where, [GuildID] when "".
	Server string
	// Channel is a channel or thread, the server's first when "".
	Channel string
	// Direct sends it to the bot alone.
	Direct bool
	// Roles are the author's in the server.
	Roles []string
	// ReplyTo is the message it replies to, with ping, "" for none.
	ReplyTo string
	// Quiet replies do not ping.
	Quiet       bool
	Attachments []Attachment
	// ByBot marks the author as a bot.
	ByBot bool
	// Extra are keys added to the event, such as components of new types.
	Extra map[string]any
	// Times is how often the gateway delivers the event, once when 0.
	Times int
}

// Send delivers a person's message and returns it. A channel that there is not
// loses it.
func (s *Server) Send(p Post) Message {
	user := cmp.Or(p.User, AdaID)
	m := &Message{ID: s.newID(0), ReplyTo: p.ReplyTo, Attachments: p.Attachments,
		Author:  User{ID: user, Username: nameOf(user), Bot: p.ByBot},
		Content: strings.ReplaceAll(p.Content, "@bot", "<@"+BotID+">")}
	s.update(func() {
		at, err := s.place(p.Server, p.Channel, p.Direct)
		if err != nil {
			return
		}
		m.Channel, m.server = at.ID, at.Server
		at.Archived = at.Archived && at.Locked // writing opens a thread again
		m.addressed = names(m.Content, BotID)
		if to := s.message(p.ReplyTo); to != nil && to.Author.ID == BotID && to.interaction == nil && !p.Quiet {
			m.addressed = true
		}
		s.keep(m)
		for range max(p.Times, 1) {
			s.deliver("MESSAGE_CREATE", m, p)
		}
	})
	return *m
}

// Edit changes the words of a person's message.
func (s *Server) Edit(id, content string) {
	s.update(func() {
		if m := s.message(id); m != nil {
			m.Content = strings.ReplaceAll(content, "@bot", "<@"+BotID+">")
			m.addressed = m.addressed || names(m.Content, BotID)
			m.Edits++
			s.deliver("MESSAGE_UPDATE", m, Post{})
		}
	})
}

// Erase deletes a message, as its author or a moderator does.
func (s *Server) Erase(id string) {
	s.update(func() {
		m := s.message(id)
		if m == nil {
			return
		}
		m.Deleted = true
		e := map[string]any{"id": m.ID, "channel_id": m.Channel}
		if m.server != "" {
			e["guild_id"] = m.server
		}
		s.dispatch("MESSAGE_DELETE", m.server, messageIntent(m), e)
	})
}

// names tells whether content mentions a user.
func names(content, user string) bool {
	return strings.Contains(content, "<@"+user+">") || strings.Contains(content, "<@!"+user+">")
}

func messageIntent(m *Message) int {
	if m.server == "" {
		return IntentDirectMessages
	}
	return IntentGuildMessages
}

// deliver sends a message event to the sessions that are to have it, its words
// left out where they have no right to them; s.mu is held.
func (s *Server) deliver(kind string, m *Message, p Post) {
	at := s.channels[m.Channel]
	if at == nil || at.Server != "" && s.permissions(at)&(ViewChannel|Administrator) == 0 {
		return
	}
	for _, sess := range s.sessionsFor(m.server) {
		if sess.intents&messageIntent(m) == 0 || at.Server != "" && s.permissions(at) < 0 {
			continue
		}
		e := s.readable(m, sess.intents)
		if m.server != "" {
			e["guild_id"] = m.server
			e["member"] = map[string]any{"roles": append([]string{}, p.Roles...), "joined_at": "2025-01-01T00:00:00.000000+00:00"}
		}
		if m.addressed {
			e["mentions"] = []any{User{ID: BotID, Username: "On Record", Bot: true}}
		}
		if to := s.message(m.ReplyTo); m.ReplyTo != "" && to == nil {
			e["referenced_message"] = nil
		} else if to != nil {
			e["referenced_message"] = s.readable(to, sess.intents)
		}
		for k, v := range p.Extra {
			e[k] = v
		}
		if m.Author.ID == BotID {
			sess.send(sess.record(kind, e)) // no scripted fault is about these
			continue
		}
		s.dispatch1(sess, kind, e)
	}
}

// readable is a message as a bot with those intents gets it: without the
// privileged one it reads its own messages, those written to it, and those that
// mention it; s.mu is held.
func (s *Server) readable(m *Message, intents int) map[string]any {
	e := m.show()
	if m.server != "" && !m.addressed && m.Author.ID != BotID && intents&IntentMessageContent == 0 {
		e["content"], e["embeds"], e["components"], e["attachments"] = "", []any{}, []any{}, []any{}
	}
	return e
}

// Reply waits for the bot's reply to a message.
func (s *Server) Reply(ctx context.Context, to string) (Message, error) {
	var found Message
	err := s.wait(ctx, func() bool {
		if m := s.replies[to]; m != nil {
			found = *m
			return true
		}
		return false
	})
	if err != nil {
		return Message{}, fmt.Errorf("wait for the bot's reply to message %s: %w", to, err)
	}
	return found, nil
}

// nameOf is what a person is called.
func nameOf(user string) string {
	if user == AdaID {
		return "ada"
	}
	return "person" + user[max(0, len(user)-4):]
}
