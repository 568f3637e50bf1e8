package main

import (
	"context"
	"errors"
	"fmt"

	"onrecord/bot/discordtest"
)

// action is something that the person at the page does.
type action struct {
	Do string `json:"do"`
	// Channel is where, and Direct tells that it is the messages with the bot.
	Channel string `json:"channel"`
	Direct  bool   `json:"direct"`
	// Manager tells that the person may manage the server; Locale is theirs.
	Manager bool   `json:"manager"`
	Locale  string `json:"locale"`

	Text    string            `json:"text"`    // of a message or a file's name
	Name    string            `json:"name"`    // of a command, a menu entry or a button
	Options []string          `json:"options"` // name, value, name, value; or values chosen
	Message string            `json:"message"` // what is replied to, or whose button is pressed
	Files   []string          `json:"files"`   // IDs of what was uploaded
	Modal   discordtest.Modal `json:"modal"`
	Fields  map[string]string `json:"fields"` // of the modal
	Data    []byte            `json:"data"`   // of a file
	Type    string            `json:"type"`   // of a file
}

// use is who does it, and where.
func (a action) use() discordtest.Use {
	u := discordtest.Use{Channel: a.Channel, Direct: a.Direct, Locale: a.Locale}
	if a.Direct {
		u.Channel = ""
	}
	if a.Manager {
		u.Permissions = discordtest.ManageServer | discordtest.ViewChannel | discordtest.SendMessages
	}
	return u
}

// run does it. Completions and modals are waited for; messages show in the state.
func (a action) run(ctx context.Context, d *discordtest.Server) (any, error) {
	switch a.Do {
	case "send":
		p := discordtest.Post{Content: a.Text, Channel: a.Channel, Direct: a.Direct, ReplyTo: a.Message}
		if a.Direct {
			p.Channel = ""
		}
		d.Send(p)
		return nil, nil
	case "upload":
		return d.Attach(a.Text, a.Type, a.Data), nil
	case "slash":
		return opened(ctx)(d.Command(a.use(), a.Name, a.Options...))
	case "menu":
		return opened(ctx)(d.Menu(a.use(), a.Name, a.Message))
	case "press":
		return opened(ctx)(d.Press(a.use(), a.Message, a.Name))
	case "select":
		return opened(ctx)(d.Select(a.use(), a.Message, a.Name, a.Options...))
	case "submit":
		_, err := d.SubmitWith(a.use(), a.Modal, a.Fields)
		return nil, err
	case "type":
		if len(a.Options) < 2 {
			return nil, errors.New("typing needs an option and what was typed")
		}
		p, err := d.Type(a.use(), a.Name, a.Options[0], a.Options[1], a.Options[2:]...)
		if err != nil {
			return nil, err
		}
		return p.Choices(ctx)
	case "install":
		d.AddServer(discordtest.Guild{ID: a.Name, Permissions: discordtest.Usual})
		return nil, nil
	}
	return nil, fmt.Errorf("nobody can %q here", a.Do)
}

// opened waits for the modal that an interaction opens, nil when it opens none.
func opened(ctx context.Context) func(*discordtest.Pending, error) (any, error) {
	return func(p *discordtest.Pending, err error) (any, error) {
		if err != nil {
			return nil, err
		}
		return p.Opened(ctx)
	}
}
