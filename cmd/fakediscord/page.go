package main

import (
	"context"
	"embed"
	"encoding/json"
	"errors"
	"io/fs"
	"net/http"
	"time"

	"onrecord/bot/discordtest"
)

//go:embed page
var files embed.FS

// patience is how long the page waits for the bot to answer.
const patience = 20 * time.Second

// handler serves the page, what it asks for, and Discord's own interface.
func handler(d *discordtest.Server) http.Handler {
	page, err := fs.Sub(files, "page")
	if err != nil {
		panic(err) // the folder is embedded
	}
	mux := http.NewServeMux()
	mux.Handle("/api/", d)
	mux.Handle("/", http.FileServerFS(page))
	mux.HandleFunc("GET /page/state", func(w http.ResponseWriter, _ *http.Request) { reply(w, stateOf(d)) })
	mux.HandleFunc("POST /page/do", func(w http.ResponseWriter, r *http.Request) {
		var do action
		if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, 1<<20)).Decode(&do); err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		ctx, cancel := context.WithTimeout(r.Context(), patience)
		defer cancel()
		out, err := do.run(ctx, d)
		if err != nil {
			http.Error(w, err.Error(), http.StatusUnprocessableEntity)
			return
		}
		reply(w, out)
	})
	return mux
}

func reply(w http.ResponseWriter, v any) {
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(v) // a page that is gone needs no answer
}

// state is all that the page shows.
type state struct {
	Bot      bool                  `json:"bot"` // connected
	Commands []discordtest.Command `json:"commands"`
	Messages []message             `json:"messages"`
	Refused  []string              `json:"refused"`
}

// message is a message with what the page marks beside its words.
type message struct {
	discordtest.Message
	Direct    bool   `json:"direct"`
	Ephemeral bool   `json:"ephemeral"`
	Loading   bool   `json:"loading"`
	ReplyTo   string `json:"reply_to"`
}

func stateOf(d *discordtest.Server) state {
	open, _, _ := d.Connections()
	s := state{Bot: open > 0, Commands: d.Commands(), Messages: []message{}}
	for _, m := range d.Messages() {
		if !m.Deleted {
			s.Messages = append(s.Messages, message{m, m.Channel == discordtest.DMChannelID, m.Ephemeral(), m.Loading, m.ReplyTo})
		}
	}
	for _, r := range d.Refusals() {
		s.Refused = append(s.Refused, r.Method+" "+r.Path+": "+r.Reason)
	}
	return s
}

// action is something that the person at the page does.
type action struct {
	Do      string            `json:"do"`
	Direct  bool              `json:"direct"`
	Text    string            `json:"text"`
	Name    string            `json:"name"`
	Options []string          `json:"options"`
	Message string            `json:"message"`
	Modal   discordtest.Modal `json:"modal"`
}

// run does it. Completions and modals are waited for; messages show in the state.
func (a action) run(ctx context.Context, d *discordtest.Server) (any, error) {
	use := discordtest.Use{Direct: a.Direct}
	var err error
	switch a.Do {
	case "send":
		d.Send(discordtest.Post{Content: a.Text, Direct: a.Direct, ReplyTo: a.Message})
	case "slash":
		_, err = d.Command(use, a.Name, a.Options...)
	case "menu":
		var p *discordtest.Pending
		if p, err = d.Menu(use, a.Name, a.Message); err == nil {
			return p.Opened(ctx)
		}
	case "submit":
		d.Submit(use, a.Modal, a.Text)
	case "press":
		_, err = d.Press(use, a.Message, a.Name)
	case "type":
		if len(a.Options) < 2 {
			return nil, errors.New("typing needs an option and what was typed")
		}
		var p *discordtest.Pending
		if p, err = d.Type(use, a.Name, a.Options[0], a.Options[1]); err == nil {
			return p.Choices(ctx)
		}
	}
	return nil, err
}
