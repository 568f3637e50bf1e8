package discordtest

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"
)

// Post is a message that a person writes.
type Post struct {
	// Content may hold "@bot", which becomes a mention of the bot.
	Content string
	// User is the author's ID, [AdaID] when "".
	User string
	// Server is where, [GuildID] when "".
	Server string
	// Direct sends it to the bot alone.
	Direct bool
	// ReplyTo is the message it replies to, with ping, "" for none.
	ReplyTo string
	// ByBot marks the author as a bot.
	ByBot bool
	// Extra are keys added to the event, such as components of new types.
	Extra map[string]any
	// Times is how often the gateway delivers the event, once when 0.
	Times int
}

// Send delivers a person's message and returns it.
func (s *Server) Send(p Post) Message {
	if p.User == "" {
		p.User = AdaID
	}
	m := &Message{ID: s.newID(0), Channel: ChannelID, ReplyTo: p.ReplyTo,
		Author:  User{ID: p.User, Username: "ada", Bot: p.ByBot},
		Content: strings.ReplaceAll(p.Content, "@bot", "<@"+BotID+">")}
	if p.Direct {
		m.Channel = DMChannelID
	}
	s.update(func() {
		s.messages = append(s.messages, m)
		named := strings.Contains(m.Content, "<@"+BotID+">") || strings.Contains(m.Content, "<@!"+BotID+">")
		if to := s.message(p.ReplyTo); to != nil && to.Author.ID == BotID {
			named = true
		}
		for range max(p.Times, 1) {
			s.deliver(m, p, named)
		}
	})
	return *m
}

// deliver sends a message event to the sessions whose intents ask for it, its
// words left out where they have no right to them; s.mu is held.
func (s *Server) deliver(m *Message, p Post, named bool) {
	for _, sess := range s.sessions {
		want := IntentGuildMessages
		if p.Direct {
			want = IntentDirectMessages
		}
		if sess.intents&want == 0 {
			continue
		}
		e := m.show()
		if !p.Direct {
			e["guild_id"] = cmp.Or(p.Server, GuildID)
		}
		if named {
			e["mentions"] = []any{User{ID: BotID, Username: "On Record", Bot: true}}
		}
		for k, v := range p.Extra {
			e[k] = v
		}
		if !p.Direct && !named && sess.intents&IntentMessageContent == 0 {
			e["content"], e["embeds"], e["components"], e["attachments"] = "", []any{}, []any{}, []any{}
		}
		s.dispatch1(sess, "MESSAGE_CREATE", e)
	}
}

// Reply waits for the bot's reply to a message.
func (s *Server) Reply(ctx context.Context, to string) (Message, error) {
	var found Message
	err := s.wait(ctx, func() bool {
		for _, m := range s.messages {
			if m.ReplyTo == to && m.Author.ID == BotID {
				found = *m
				return true
			}
		}
		return false
	})
	if err != nil {
		return Message{}, fmt.Errorf("wait for the bot's reply to message %s: %w", to, err)
	}
	return found, nil
}

// Use is a person's use of a command, a menu or a button.
type Use struct {
	User   string // [AdaID] when ""
	Server string // [GuildID] when ""
	Direct bool
	Locale string        // "en-US" when ""
	Age    time.Duration // how long ago it happened, for stale deliveries
	Times  int           // how often the gateway delivers it, once when 0
}

// Pending is an interaction under way.
type Pending struct {
	s  *Server
	in *interaction
}

// begin registers an interaction and delivers its event.
func (s *Server) begin(u Use, kind int, message *Message, data map[string]any) *Pending {
	if u.User == "" {
		u.User = AdaID
	}
	if u.Locale == "" {
		u.Locale = "en-US"
	}
	in := &interaction{id: s.newID(u.Age), kind: kind, user: u.User, channel: ChannelID, message: message}
	if u.Direct {
		in.channel = DMChannelID
	}
	s.update(func() {
		in.token = "aW50ZXJhY3Rpb24-" + in.id
		in.born = s.now().Add(-u.Age)
		s.interactions[in.token] = in
		user := User{ID: u.User, Username: "ada"}
		e := map[string]any{"id": in.id, "application_id": ApplicationID, "type": kind, "token": in.token, "version": 1,
			"channel_id": in.channel, "locale": u.Locale, "data": data, "entitlements": []any{}, "app_permissions": "0",
			"context": 0, "authorizing_integration_owners": map[string]string{"0": cmp.Or(u.Server, GuildID)}}
		if u.Direct {
			e["user"], e["context"] = user, 1
		} else {
			e["guild_id"] = cmp.Or(u.Server, GuildID)
			e["member"] = map[string]any{"user": user, "roles": []string{}, "permissions": "2048"}
		}
		if message != nil {
			e["message"] = message.show()
		}
		for range max(u.Times, 1) {
			for _, sess := range s.sessions {
				s.dispatch1(sess, "INTERACTION_CREATE", e)
			}
		}
	})
	return &Pending{s, in}
}

// Command uses a slash command with options given as name, value, name, value.
// It fails when the command or an option is not registered or one is missing.
func (s *Server) Command(u Use, name string, options ...string) (*Pending, error) {
	cmd, opts, err := s.options(name, options)
	if err != nil {
		return nil, err
	}
	for _, o := range cmd.Options {
		if o.Required && !slices.ContainsFunc(opts, func(m map[string]any) bool { return m["name"] == o.Name }) {
			return nil, fmt.Errorf("/%s: Discord would not send it without the option %q", name, o.Name)
		}
	}
	return s.begin(u, kindCommand, nil, map[string]any{"id": cmd.ID, "name": name, "type": 1, "options": opts}), nil
}

// Type types into an option of a slash command that completes; typed is the
// option's value so far.
func (s *Server) Type(u Use, name, option, typed string, options ...string) (*Pending, error) {
	cmd, opts, err := s.options(name, append([]string{option, typed}, options...))
	if err != nil {
		return nil, err
	}
	i := slices.IndexFunc(cmd.Options, func(o CommandOption) bool { return o.Name == option })
	if !cmd.Options[i].Autocomplete {
		return nil, fmt.Errorf("/%s: the option %q does not complete", name, option)
	}
	opts[0]["focused"] = true
	return s.begin(u, kindComplete, nil, map[string]any{"id": cmd.ID, "name": name, "type": 1, "options": opts}), nil
}

func (s *Server) options(name string, options []string) (Command, []map[string]any, error) {
	if len(options)%2 != 0 {
		return Command{}, nil, fmt.Errorf("/%s: an option without a value", name)
	}
	cmd, err := s.command(1, name)
	if err != nil {
		return Command{}, nil, err
	}
	opts := []map[string]any{}
	for i := 0; i < len(options); i += 2 {
		j := slices.IndexFunc(cmd.Options, func(o CommandOption) bool { return o.Name == options[i] })
		if j < 0 {
			return Command{}, nil, fmt.Errorf("/%s has no option %q", name, options[i])
		}
		opts = append(opts, map[string]any{"name": options[i], "type": cmd.Options[j].Type, "value": options[i+1]})
	}
	return cmd, opts, nil
}

func (s *Server) command(kind int, name string) (Command, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, c := range s.commands {
		if c.Type == kind && c.Name == name {
			return c, nil
		}
	}
	return Command{}, fmt.Errorf("no command %q of type %d is registered", name, kind)
}

// Menu uses a message's menu command.
func (s *Server) Menu(u Use, name, messageID string) (*Pending, error) {
	cmd, err := s.command(3, name)
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	m := s.message(messageID)
	s.mu.Unlock()
	if m == nil {
		return nil, fmt.Errorf("there is no message %s", messageID)
	}
	return s.begin(u, kindCommand, nil, map[string]any{"id": cmd.ID, "name": name, "type": 3, "target_id": messageID,
		"resolved": map[string]any{"messages": map[string]any{messageID: s.show(m)}}}), nil
}

// Press presses the button with that label under a message.
func (s *Server) Press(u Use, messageID, label string) (*Pending, error) {
	s.mu.Lock()
	m := s.message(messageID)
	s.mu.Unlock()
	if m == nil {
		return nil, fmt.Errorf("there is no message %s", messageID)
	}
	for _, c := range flatten(m.Components) {
		if c.Type == componentButton && c.Label == label && c.CustomID != "" && !c.Disabled {
			return s.begin(u, kindComponent, m, map[string]any{"custom_id": c.CustomID, "component_type": componentButton}), nil
		}
	}
	return nil, fmt.Errorf("message %s has no button %q, only %q", messageID, label, m.Buttons())
}

// Message waits for what the bot finally says to the interaction: a deferred
// reply counts when it has been edited.
func (p *Pending) Message(ctx context.Context) (Message, error) {
	var found Message
	err := p.s.wait(ctx, func() bool {
		m := p.in.settled()
		if m != nil {
			found = *m
		}
		return m != nil
	})
	if err != nil {
		return Message{}, fmt.Errorf("wait for the reply to interaction %s: %w", p.in.id, err)
	}
	return found, nil
}

// Choices waits for the completions.
func (p *Pending) Choices(ctx context.Context) ([]Choice, error) {
	err := p.s.wait(ctx, func() bool { return p.in.replied })
	if err != nil {
		return nil, fmt.Errorf("wait for the completions of interaction %s: %w", p.in.id, err)
	}
	p.s.mu.Lock()
	defer p.s.mu.Unlock()
	return slices.Clone(p.in.choices), nil
}

// Acknowledged waits for the bot's first reply, a deferral included.
func (p *Pending) Acknowledged(ctx context.Context) error {
	return p.s.wait(ctx, func() bool { return p.in.replied })
}

// Dispatch sends the bot any event.
func (s *Server) Dispatch(kind string, payload json.RawMessage) {
	s.update(func() {
		for _, sess := range s.sessions {
			s.dispatch1(sess, kind, payload)
		}
	})
}

// AwaitReady waits until n sessions have been opened or resumed in all, the
// last of them is connected, and the commands are registered.
func (s *Server) AwaitReady(ctx context.Context, n int) error {
	return s.wait(ctx, func() bool {
		up := false
		for _, sess := range s.sessions {
			up = up || sess.conn != nil
		}
		return up && s.identified+s.resumed >= n && len(s.commands) > 0
	})
}

// AwaitHeartbeats waits until bots have sent n heartbeats in all.
func (s *Server) AwaitHeartbeats(ctx context.Context, n int) error {
	return s.wait(ctx, func() bool { return s.heartbeats >= n })
}
