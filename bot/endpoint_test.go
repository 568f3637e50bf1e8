package bot_test

import (
	"bytes"
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"onrecord/bot"
	"onrecord/bot/discordtest"
)

// overHTTP starts a bot that gets its interactions over HTTP.
func overHTTP(t *testing.T) (*running, string) {
	t.Helper()
	d := run(t, nil)
	server := httptest.NewServer(d.bot.Endpoint())
	t.Cleanup(server.Close)
	if err := d.UseEndpoint(t.Context(), server.URL); err != nil {
		t.Fatal(err)
	}
	return d, server.URL
}

// Everything that interactions do works over HTTP as over the gateway: public
// and private answers, errors, completions, buttons and forms.
func TestEndpoint(t *testing.T) {
	t.Parallel()
	d, _ := overHTTP(t)
	m := d.Slash("ask", "question", closure)
	wantText(t, m, "eighteen months")
	if m.Ephemeral() {
		t.Error("the answer is private")
	}
	if m := d.Click(m, "Context"); !m.Ephemeral() {
		t.Error("the context is public")
	}
	if list := d.Complete("speaker", "name", "ilse"); len(list) == 0 {
		t.Error("no name is completed")
	}
	if m := d.Slash("check", "words", " "); !m.Ephemeral() {
		t.Error("what was wrong is told to everybody")
	}
	form, err := d.Menu(discordtest.Use{}, "Ask about this", d.Send(discordtest.Post{Content: "Look at this."}).ID)
	wantText(t, d.Fill(form, err, closure), "eighteen months")
	// On a busy machine something may still overtake the first reply; then it is
	// tried again.
	d.Lenient = true
	for _, r := range d.Refusals() {
		if r.Code != 10015 {
			t.Errorf("%s %s was refused: %s", r.Method, r.Path, r.Reason)
		}
	}
}

// An interaction that comes twice is answered once.
func TestEndpointTwice(t *testing.T) {
	t.Parallel()
	d, _ := overHTTP(t)
	p, err := d.Command(discordtest.Use{Times: 2}, "ask", "question", closure)
	if err != nil {
		t.Fatal(err)
	}
	wantText(t, d.Await(p), "eighteen months")
	if n := len(d.BotMessages()); n != 1 {
		t.Errorf("%d messages, want 1", n)
	}
}

func TestEndpointRefuses(t *testing.T) {
	t.Parallel()
	d, address := overHTTP(t)
	ping := []byte(`{"type":1}`)
	now := time.Now()
	for _, c := range []struct {
		name   string
		method string
		body   []byte
		header http.Header
		status int
	}{
		{"another method", "GET", nil, nil, 405},
		{"no signature", "POST", ping, http.Header{}, 401},
		{"a signature of something else", "POST", ping, d.Signed([]byte(`{"type":2}`), now), 401},
		{"an old one", "POST", ping, d.Signed(ping, now.Add(-10*time.Minute)), 401},
		{"one from the future", "POST", ping, d.Signed(ping, now.Add(10*time.Minute)), 401},
		{"half a signature", "POST", ping, http.Header{"X-Signature-Ed25519": {"abcd"}, "X-Signature-Timestamp": {"1"}}, 401},
		{"no JSON", "POST", []byte("x"), d.Signed([]byte("x"), now), 400},
		{"too much", "POST", bytes.Repeat([]byte(" "), 2<<20), d.Signed(nil, now), 400},
		{"an old interaction", "POST", []byte(`{"type":2,"id":"1"}`), d.Signed([]byte(`{"type":2,"id":"1"}`), now), 409},
		{"a right one", "POST", ping, d.Signed(ping, now), 200},
	} {
		t.Run(c.name, func(t *testing.T) {
			req, err := http.NewRequestWithContext(t.Context(), c.method, address, bytes.NewReader(c.body))
			if err != nil {
				t.Fatal(err)
			}
			req.Header = c.header
			resp, err := http.DefaultClient.Do(req)
			if err != nil {
				t.Fatal(err)
			}
			defer resp.Body.Close()
			if resp.StatusCode != c.status {
				t.Errorf("status %d, want %d", resp.StatusCode, c.status)
			}
		})
	}
}

// A bot that does not know its key yet takes nothing.
func TestEndpointNotReady(t *testing.T) {
	b, err := bot.New(bot.Config{Token: "x", Engine: shared(t), Pages: shared(t), Logger: discard()})
	if err != nil {
		t.Fatal(err)
	}
	w := httptest.NewRecorder()
	b.Endpoint().ServeHTTP(w, httptest.NewRequest("POST", "/", strings.NewReader("{}")))
	if w.Code != http.StatusServiceUnavailable {
		t.Errorf("status %d, want 503", w.Code)
	}
}

// connected runs a bot until the test or benchmark ends.
func connected(t testing.TB, srv *discordtest.Server) *bot.Bot {
	t.Helper()
	lib := shared(t)
	b, err := bot.New(bot.Config{Token: discordtest.Token, Engine: lib, Pages: lib, HTTPClient: srv.Client(), Logger: discard()})
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- b.Run(ctx) }()
	t.Cleanup(func() {
		stop()
		if err := <-done; err != nil {
			t.Error(err)
		}
	})
	wait, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	if err := srv.AwaitReady(wait, 1); err != nil {
		t.Fatal(err)
	}
	return b
}
