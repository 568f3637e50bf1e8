package main

import (
	"context"
	"embed"
	"encoding/json"
	"io/fs"
	"net/http"
	"time"

	"onrecord/bot/discordtest"
)

//go:embed page
var files embed.FS

// patience is how long the page waits for the bot to answer.
const patience = 20 * time.Second

// maxUpload is what people without a subscription may attach.
const maxUpload = 10 << 20

// handler serves the page, what it asks for, and Discord's own interface.
func handler(d *discordtest.Server) http.Handler {
	page, err := fs.Sub(files, "page")
	if err != nil {
		panic(err) // the folder is embedded
	}
	mux := http.NewServeMux()
	mux.Handle("/api/", d)
	mux.Handle("/ws/", d) // the gateway
	mux.Handle("/attachments/", d)
	mux.Handle("/", http.FileServerFS(page))
	mux.HandleFunc("GET /page/state", func(w http.ResponseWriter, _ *http.Request) { reply(w, stateOf(d)) })
	mux.HandleFunc("POST /page/do", func(w http.ResponseWriter, r *http.Request) {
		var do action
		if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, 2*maxUpload)).Decode(&do); err != nil {
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
