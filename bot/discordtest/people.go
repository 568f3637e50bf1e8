package discordtest

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"time"
)

// Use is a person's use of a command, a menu, a button or a modal.
type Use struct {
	User    string // [AdaID] when ""
	Server  string // [GuildID] when ""
	Channel string // a channel or thread, the server's first when ""
	Direct  bool   // in the direct messages with the bot
	// Roles and Permissions are the person's in the channel. Permissions are
	// those of anybody, to read and to write, when 0.
	Roles       []string
	Permissions int64
	// Own says that the person has installed the bot for themselves, and the place
	// has not: there it has no rights. With Direct the place is a direct message
	// between two people.
	Own    bool
	Locale string         // the person's, "en-US" when ""
	Age    time.Duration  // how long ago it happened, for stale deliveries
	Times  int            // how often the gateway delivers it, once when 0
	Extra  map[string]any // keys added to the event
}

// Contexts in which an interaction happens, by Discord's numbers.
const (
	inServer  = 0
	withBot   = 1
	elsewhere = 2
)

func (u Use) context() int {
	switch {
	case u.Direct && u.Own:
		return elsewhere
	case u.Direct:
		return withBot
	}
	return inServer
}

// anybody is what a member of a server may do.
const anybody = ViewChannel | SendMessages | EmbedLinks | ReadMessageHistory | SendMessagesInThreads

// Pending is an interaction under way.
type Pending struct {
	s  *Server
	in *interaction
}

// begin registers an interaction and delivers its event.
func (s *Server) begin(u Use, kind int, message *Message, data map[string]any) *Pending {
	return s.beginUsing("", u, kind, message, data)
}

// beginUsing is begin for a slash command, as people see it used.
func (s *Server) beginUsing(used string, u Use, kind int, message *Message, data map[string]any) *Pending {
	u.User, u.Locale = cmp.Or(u.User, AdaID), cmp.Or(u.Locale, "en-US")
	in := &interaction{id: s.newID(u.Age), kind: kind, user: u.User, own: u.Own, message: message, used: used}
	s.update(func() {
		if message != nil && u.Channel == "" {
			u.Channel = message.Channel
		}
		at, err := s.place(u.Server, u.Channel, u.Direct)
		if err != nil {
			at = &Channel{ID: u.Channel, Server: cmp.Or(u.Server, GuildID)}
		}
		in.channel, in.server = at.ID, at.Server
		in.token = "aW50ZXJhY3Rpb24-" + in.id
		in.born = s.now().Add(-u.Age)
		s.interactions[in.token] = in
		e := s.interactionEvent(u, in, at, data)
		if over := s.endpoint; over != nil {
			for range max(u.Times, 1) {
				s.serve.Go(func() { s.deliverOver(*over, in, e) })
			}
			return
		}
		for range max(u.Times, 1) {
			for _, sess := range s.sessionsFor(at.Server) {
				s.dispatch1(sess, "INTERACTION_CREATE", e)
			}
		}
	})
	return &Pending{s, in}
}

// interactionEvent is what the gateway says of an interaction; s.mu is held.
func (s *Server) interactionEvent(u Use, in *interaction, at *Channel, data map[string]any) map[string]any {
	owners := map[string]string{}
	if u.Own {
		owners["1"] = u.User
	} else {
		owners["0"] = cmp.Or(at.Server, "0")
	}
	user := User{ID: u.User, Username: nameOf(u.User)}
	e := map[string]any{"id": in.id, "application_id": ApplicationID, "type": in.kind, "token": in.token, "version": 1,
		"channel_id": in.channel, "channel": at.show(), "locale": u.Locale, "data": data, "entitlements": []any{},
		"app_permissions": strconv.FormatInt(max(s.permissions(at), 0), 10), "attachment_size_limit": 10 << 20,
		"context": u.context(), "authorizing_integration_owners": owners}
	if at.Server == "" {
		e["user"] = user
	} else {
		e["guild_id"], e["guild_locale"] = at.Server, s.guild(at.Server).Locale
		e["guild"] = map[string]any{"id": at.Server, "locale": s.guild(at.Server).Locale, "features": []string{}}
		e["member"] = map[string]any{"user": user, "roles": append([]string{}, u.Roles...),
			"permissions": strconv.FormatInt(cmp.Or(u.Permissions, anybody), 10), "joined_at": "2025-01-01T00:00:00.000000+00:00"}
	}
	if in.message != nil {
		e["message"] = in.message.show()
	}
	for k, v := range u.Extra {
		e[k] = v
	}
	return e
}

// Menu uses a message's menu command.
func (s *Server) Menu(u Use, name, messageID string) (*Pending, error) {
	cmd, err := s.command(u, 3, name)
	if err != nil {
		return nil, err
	}
	m := s.seen(messageID)
	if m == nil {
		return nil, fmt.Errorf("there is no message %s", messageID)
	}
	u.Channel = cmp.Or(u.Channel, m.Channel)
	return s.begin(u, kindCommand, nil, map[string]any{"id": cmd.ID, "name": name, "type": 3, "target_id": messageID,
		"resolved": map[string]any{"messages": map[string]any{messageID: s.show(m)}}}), nil
}

// Press presses the button with that label under a message.
func (s *Server) Press(u Use, messageID, label string) (*Pending, error) {
	m := s.seen(messageID)
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

// Select chooses values in the select menu of a message whose custom ID begins
// with id, as a person can: those offered, as many as it takes.
func (s *Server) Select(u Use, messageID, id string, values ...string) (*Pending, error) {
	m := s.seen(messageID)
	if m == nil {
		return nil, fmt.Errorf("there is no message %s", messageID)
	}
	for _, c := range flatten(m.Components) {
		if c.Type != componentSelect || len(c.CustomID) < len(id) || c.CustomID[:len(id)] != id || c.Disabled {
			continue
		}
		if err := c.choose(values); err != nil {
			return nil, err
		}
		return s.begin(u, kindComponent, m, map[string]any{"custom_id": c.CustomID, "component_type": c.Type, "values": values}), nil
	}
	return nil, fmt.Errorf("message %s has no select menu %q", messageID, id)
}

// choose tells why the values can't be chosen in the menu, if so.
func (c Component) choose(values []string) error {
	least, most := 1, max(c.MaxValues, 1)
	if c.MinValues != nil {
		least = *c.MinValues
	}
	if len(values) < least || len(values) > most {
		return fmt.Errorf("the menu takes %d to %d values, not %d", least, most, len(values))
	}
	for _, v := range values {
		if !slices.ContainsFunc(c.Options, func(o SelectOption) bool { return o.Value == v }) {
			return fmt.Errorf("the menu does not offer %q", v)
		}
	}
	return nil
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

// ID is the interaction's.
func (p *Pending) ID() string { return p.in.id }

// Late tells that the bot has not replied within the three seconds that it has:
// Discord itself has told the person so.
func (p *Pending) Late() bool {
	p.s.mu.Lock()
	defer p.s.mu.Unlock()
	return !p.in.replied && p.s.now().Sub(p.in.born) > p.s.opts.FirstReply
}

// Answers counts what the bot has said to the interaction so far, deleted
// messages left out: once is right.
func (p *Pending) Answers() int {
	p.s.mu.Lock()
	defer p.s.mu.Unlock()
	n := 0
	for _, m := range p.in.messages {
		if !m.Loading && !m.Deleted {
			n++
		}
	}
	return n
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

// Dispatch sends every session any event.
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
