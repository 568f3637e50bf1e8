package main

import (
	"bytes"
	"context"
	"io"
	"strings"
	"sync"
	"testing"

	"onrecord/bot/discordtest"
)

// TestServe answers a question about the built-in article in a Discord of the
// test's own, with settings as a shell would give them.
func TestServe(t *testing.T) {
	srv := discordtest.New(t)
	env := map[string]string{"DISCORD_TOKEN": discordtest.Token, "ONRECORD_DB": inMemory}
	var out, log syncBuffer
	s, err := newSettings(func(name string) string { return env[name] })
	if err != nil {
		t.Fatal(err)
	}
	p := &program{console: console{in: strings.NewReader(""), out: &out, err: &log}, settings: s, home: s.home()}
	ctx, stop := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() { done <- (&serveCommand{client: srv.Client()}).Run(ctx, p) }()
	srv.Ready()
	m := srv.Mention("What did Ryabkov say about a 48-hour ceasefire?")
	for _, want := range []string{"Sergei Ryabkov", "Paraphrase, not a direct quotation", "48-hour ceasefire", "29 September 2016"} {
		if !strings.Contains(m.Text(), want) {
			t.Errorf("the answer lacks %q:\n%s", want, m.Text())
		}
	}
	stop()
	if err := <-done; err != nil {
		t.Error(err)
	}
	if link := "https://discord.com/oauth2/authorize?client_id=" + discordtest.ApplicationID; !strings.Contains(out.String(), link) {
		t.Errorf("no invite link in %q", out.String())
	}
	if strings.Contains(log.String()+out.String(), discordtest.Token) {
		t.Errorf("the token was printed:\n%s%s", log.String(), out.String())
	}
}

// syncBuffer is a buffer that goroutines may write and tests read.
type syncBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

var _ io.Writer = (*syncBuffer)(nil)

func (s *syncBuffer) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.Write(p)
}

func (s *syncBuffer) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.String()
}
