package main

import (
	"onrecord/bot/discordtest"
)

// state is all that the page shows.
type state struct {
	Bot      bool                  `json:"bot"` // connected
	Servers  []server              `json:"servers"`
	Direct   string                `json:"direct"` // the channel of direct messages
	Commands []discordtest.Command `json:"commands"`
	Messages []message             `json:"messages"`
	Refused  []string              `json:"refused"` // what Discord would not have taken
	Pings    []string              `json:"pings"`   // whom the bot has notified
}

// server is a server with its channels.
type server struct {
	ID       string    `json:"id"`
	Name     string    `json:"name"`
	Member   bool      `json:"member"` // the bot is
	Channels []channel `json:"channels"`
}

// channel is a channel, or a thread under another.
type channel struct {
	ID       string `json:"id"`
	Name     string `json:"name"`
	Parent   string `json:"parent"`
	Archived bool   `json:"archived"`
}

// message is a message with what the page marks beside its words.
type message struct {
	discordtest.Message
	Ephemeral bool   `json:"ephemeral"`
	Loading   bool   `json:"loading"`
	ReplyTo   string `json:"reply_to"`
	Edited    bool   `json:"edited"`
	Used      string `json:"used"`
}

func stateOf(d *discordtest.Server) state {
	open, _, _ := d.Connections()
	s := state{Bot: open > 0, Direct: discordtest.DMChannelID, Commands: d.Commands(), Messages: []message{}, Pings: d.Pings()}
	for _, g := range d.Servers() {
		one := server{ID: g.ID, Name: g.Name, Member: g.Permissions >= 0}
		for _, c := range d.Channels() {
			if c.Server == g.ID {
				one.Channels = append(one.Channels, channel{c.ID, c.Name, c.Parent, c.Archived})
			}
		}
		s.Servers = append(s.Servers, one)
	}
	for _, m := range d.Messages() {
		if !m.Deleted {
			s.Messages = append(s.Messages, message{m, m.Ephemeral(), m.Loading, m.ReplyTo, m.Edits > 0 && !m.Author.Bot, used(m)})
		}
	}
	for _, r := range d.Refusals() {
		s.Refused = append(s.Refused, r.Method+" "+r.Path+": "+r.Reason)
	}
	return s
}

// used says which command a message answers.
func used(m discordtest.Message) string {
	if m.Used == "" {
		return ""
	}
	return "ada used " + m.Used
}
