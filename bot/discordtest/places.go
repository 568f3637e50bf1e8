package discordtest

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
)

// Guild is a server that people have. One comes to be when it is first used, so
// that tests can name any; [Server.AddServer] gives one a name.
type Guild struct {
	ID, Name string
	Locale   string // "en-US" unless set
	Roles    []Role
	// Permissions are the bot's in the server, -1 where it is not a member.
	Permissions int64
}

// Role is a role of a server.
type Role struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// Channel is a place where messages stand.
type Channel struct {
	ID     string
	Server string // "" for direct messages
	Name   string
	Kind   ChannelKind
	// Parent is the channel that a thread hangs on, and Owner who opened the thread,
	// the bot when "".
	Parent, Owner string
	// Archived threads open again when somebody writes; Locked ones don't.
	Archived, Locked bool
	// Permissions are the bot's here; those in the server when 0.
	Permissions int64
}

// ChannelKind says what a channel is, by Discord's numbers.
type ChannelKind int

// The kinds of channel that the fake has.
const (
	TextChannel   ChannelKind = 0
	DirectChannel ChannelKind = 1
	PublicThread  ChannelKind = 11
	PrivateThread ChannelKind = 12
	ForumChannel  ChannelKind = 15
)

// Permissions, by Discord's numbers.
const (
	Administrator         int64 = 1 << 3
	ManageServer          int64 = 1 << 5
	ViewChannel           int64 = 1 << 10
	SendMessages          int64 = 1 << 11
	EmbedLinks            int64 = 1 << 14
	AttachFiles           int64 = 1 << 15
	ReadMessageHistory    int64 = 1 << 16
	ManageThreads         int64 = 1 << 34
	CreatePublicThreads   int64 = 1 << 35
	CreatePrivateThreads  int64 = 1 << 36
	SendMessagesInThreads int64 = 1 << 38
)

// Usual are the bot's permissions where a test gives it no others: no more than
// its invite link asks for.
const Usual = ViewChannel | SendMessages | EmbedLinks | ReadMessageHistory |
	CreatePublicThreads | SendMessagesInThreads

// AddServer adds a server, or changes one: its name, locale and the bot's
// permissions, where they are not zero. Bots that may know are told.
func (s *Server) AddServer(g Guild) {
	s.update(func() {
		have := s.guild(g.ID)
		have.Name, have.Locale = cmp.Or(g.Name, have.Name), cmp.Or(g.Locale, have.Locale)
		have.Permissions = cmp.Or(g.Permissions, have.Permissions)
		have.Roles = append(have.Roles, g.Roles...)
		if have.Permissions >= 0 {
			s.dispatch("GUILD_CREATE", have.ID, IntentGuilds, have.show())
		}
	})
}

// Servers are the servers there are, by ID.
func (s *Server) Servers() []Guild {
	s.mu.Lock()
	defer s.mu.Unlock()
	var out []Guild
	for _, g := range s.guilds {
		out = append(out, *g)
	}
	slices.SortFunc(out, func(a, b Guild) int { return cmp.Compare(a.ID, b.ID) })
	return out
}

// Kick takes the bot out of a server.
func (s *Server) Kick(server string) {
	s.update(func() {
		s.guild(server).Permissions = -1
		s.dispatch("GUILD_DELETE", server, IntentGuilds, map[string]any{"id": server})
	})
}

// AddChannel adds a text channel to a server and returns its ID.
func (s *Server) AddChannel(server, name string) string {
	c := &Channel{ID: s.newID(0), Server: server, Name: name}
	s.update(func() {
		s.guild(server)
		s.channels[c.ID] = c
		s.dispatch("CHANNEL_CREATE", server, IntentGuilds, c.show())
	})
	return c.ID
}

// Channels are the channels there are, threads among them, oldest first.
func (s *Server) Channels() []Channel {
	s.mu.Lock()
	defer s.mu.Unlock()
	var out []Channel
	for _, c := range s.channels {
		out = append(out, *c)
	}
	slices.SortFunc(out, func(a, b Channel) int { return cmp.Compare(number(a.ID), number(b.ID)) })
	return out
}

// SetChannel changes a channel: a test archives a thread with it, or takes
// permissions from the bot.
func (s *Server) SetChannel(id string, change func(*Channel)) {
	s.update(func() {
		if c := s.channels[id]; c != nil {
			change(c)
		}
	})
}

// guild returns the server with that ID, made when there is none; s.mu is held.
func (s *Server) guild(id string) *Guild {
	if g := s.guilds[id]; g != nil {
		return g
	}
	g := &Guild{ID: id, Name: "Server " + id, Locale: "en-US", Permissions: cmp.Or(s.opts.Permissions, Usual)}
	s.guilds[id] = g
	c := &Channel{ID: id, Server: id, Name: "general"}
	if id == GuildID {
		c.ID = ChannelID
	}
	s.channels[c.ID] = c
	return g
}

// place returns the channel that a person means: the one named, the direct
// messages, or the server's first; s.mu is held.
func (s *Server) place(server, channel string, direct bool) (*Channel, error) {
	if direct && channel == "" {
		channel = DMChannelID
	}
	if channel == "" {
		server = cmp.Or(server, GuildID)
		s.guild(server)
		channel = server
		if server == GuildID {
			channel = ChannelID
		}
	}
	c := s.channels[channel]
	if c == nil {
		return nil, fmt.Errorf("there is no channel %s", channel)
	}
	return c, nil
}

// may returns the refusal that keeps the bot from doing what needs these
// permissions in a channel, if one does; s.mu is held.
func (s *Server) may(channel string, needs int64) (*Channel, *reply) {
	c := s.channels[channel]
	if c == nil {
		r := fail(404, 10003, "Unknown Channel")
		return nil, &r
	}
	if c.Server == "" {
		return c, nil
	}
	has := s.permissions(c)
	switch {
	case has < 0 || has&(ViewChannel|Administrator) == 0:
		r := fail(403, 50001, "Missing Access")
		return nil, &r
	case has&Administrator == 0 && has&needs != needs:
		r := fail(403, 50013, "Missing Permissions")
		return nil, &r
	}
	return c, nil
}

// permissions are the bot's in a channel, -1 where it is not; s.mu is held.
func (s *Server) permissions(c *Channel) int64 {
	if c.Server == "" {
		return Usual
	}
	has := s.guild(c.Server).Permissions
	for at := c; has >= 0 && at != nil; at = s.channels[at.Parent] {
		if at.Permissions != 0 {
			return at.Permissions
		}
	}
	return has
}

func (g *Guild) show() map[string]any {
	return map[string]any{"id": g.ID, "name": g.Name, "preferred_locale": g.Locale, "roles": append([]Role{}, g.Roles...), "unavailable": false}
}

func (c *Channel) show() map[string]any {
	out := map[string]any{"id": c.ID, "type": c.Kind, "name": c.Name}
	if c.Server != "" {
		out["guild_id"] = c.Server
	}
	if c.Parent != "" {
		out["parent_id"], out["owner_id"] = c.Parent, cmp.Or(c.Owner, BotID)
		out["thread_metadata"] = map[string]any{"archived": c.Archived, "locked": c.Locked, "auto_archive_duration": 1440,
			"archive_timestamp": "2026-01-01T00:00:00.000000+00:00"}
	}
	return out
}

// number is an ID as what it is, 0 when it is none.
func number(id string) uint64 {
	n, _ := strconv.ParseUint(id, 10, 64)
	return n
}
