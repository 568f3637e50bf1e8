package main

import (
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"onrecord/answer"
	"onrecord/bot"
	"onrecord/bot/discordtest"
	"onrecord/ingest"
	"onrecord/news"
	"onrecord/quotes"
	"onrecord/shelf"
	"onrecord/store"
)

const page = `# Harbour city votes

Published 14 March 2025

The council of Port Salen met on Thursday.

"We will not wait for a girder to fall," Mayor Ilse Varga told the council.
`

// servers are what the bot keeps for servers, as serve gives it.
type servers struct {
	*store.Store
	shelf *shelf.Shelf
}

// Library implements bot.Servers.
func (s servers) Library(ctx context.Context, place string, hidden bool) (string, error) {
	return s.shelf.Library(ctx, place, hidden)
}

// visit starts a fake with its page and a bot that answers from one article.
func visit(t *testing.T, name string, text []byte) (*httptest.Server, *discordtest.Server) {
	t.Helper()
	s, err := store.Open(t.Context(), ":memory:")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	a, err := ingest.File(name, text)
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := s.Add(t.Context(), news.HomeLibrary, a, quotes.Read(a)); err != nil {
		t.Fatal(err)
	}
	shelves := shelf.New(s)
	discord, err := world()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(discord.Close)
	web := httptest.NewServer(handler(discord))
	t.Cleanup(web.Close)
	b, err := bot.New(bot.Config{Token: discordtest.Token, Engine: answer.New(shelves), Pages: shelves, Servers: servers{s, shelves}, PaceBurst: 100, HTTPClient: discordtest.ClientOf(web.URL), Logger: slog.New(slog.DiscardHandler)})
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() { done <- b.Run(ctx) }()
	t.Cleanup(func() {
		stop()
		if err := <-done; err != nil {
			t.Error(err)
		}
	})
	wait, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	if err := discord.AwaitReady(wait, 1); err != nil {
		t.Fatal(err)
	}
	return web, discord
}

// do sends an action as the page's script does.
func do(t *testing.T, web *httptest.Server, a action) (int, string) {
	t.Helper()
	body, err := json.Marshal(a)
	if err != nil {
		t.Fatal(err)
	}
	resp, err := http.Post(web.URL+"/page/do", "application/json", strings.NewReader(string(body)))
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	text, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return resp.StatusCode, string(text)
}

// until asks for the state until a message of the bot holds the words.
func until(t *testing.T, web *httptest.Server, words string) message {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	for {
		resp, err := http.Get(web.URL + "/page/state")
		if err != nil {
			t.Fatal(err)
		}
		var s state
		err = json.NewDecoder(resp.Body).Decode(&s)
		resp.Body.Close()
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range s.Messages {
			if m.Author.Bot && strings.Contains(m.Text(), words) {
				return m
			}
		}
		select {
		case <-tick.C:
		case <-ctx.Done():
			t.Fatalf("no message of the bot holds %q; the last is %q", words, s.Messages[len(s.Messages)-1].Text())
		}
	}
}

func TestPage(t *testing.T) {
	t.Parallel()
	web, _ := visit(t, "harbour.md", []byte(page))
	do(t, web, action{Do: "send", Channel: discordtest.ChannelID, Text: "@bot What did Varga say about a girder?"})
	m := until(t, web, "“We will not wait for a girder to fall,”")
	if m.ReplyTo == "" || m.Ephemeral {
		t.Errorf("got %+v", m)
	}
	do(t, web, action{Do: "press", Message: m.ID, Name: "Context"})
	if c := until(t, web, "Context: paragraph 2"); !c.Ephemeral {
		t.Error("others see the context")
	}
	do(t, web, action{Do: "slash", Name: "check", Options: []string{"words", "wait for a girder"}, Direct: true})
	if c := until(t, web, "Verbatim"); c.Channel != discordtest.DMChannelID {
		t.Error("the check was not made in the direct messages")
	}
	_, opened := do(t, web, action{Do: "menu", Name: "Ask about this", Message: m.ID})
	var form discordtest.Modal
	if err := json.Unmarshal([]byte(opened), &form); err != nil {
		t.Fatalf("%s: %v", opened, err)
	}
	do(t, web, action{Do: "submit", Modal: form, Fields: map[string]string{form.Fields()[0]: "Who told the council about a girder?"}})
	until(t, web, "Who told the council about a girder?")
	if _, choices := do(t, web, action{Do: "type", Name: "speaker", Options: []string{"name", "var"}}); !strings.Contains(choices, "Ilse Varga") {
		t.Errorf("completions: %s", choices)
	}
	for _, bad := range []action{{Do: "slash", Name: "nope"}, {Do: "press", Message: "1"}, {Do: "type"}, {Do: "menu", Name: "nope"}} {
		if status, text := do(t, web, bad); status != http.StatusUnprocessableEntity || text == "" {
			t.Errorf("%+v: %d %s", bad, status, text)
		}
	}
}
