package main

import (
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"onrecord/answer"
	"onrecord/bot"
	"onrecord/bot/discordtest"
	"onrecord/news"
	"onrecord/ops"
	"onrecord/store"
)

// TestDashboard holds the dashboard to the metrics that exist.
func TestDashboard(t *testing.T) {
	s, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "library.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	srv := discordtest.New(t)
	b, err := bot.New(bot.Config{Token: discordtest.Token, Engine: answer.New(s), Pages: s, Logger: slog.New(slog.DiscardHandler), HTTPClient: srv.Client()})
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() { done <- b.Run(ctx) }()
	defer func() {
		stop()
		if err := <-done; err != nil {
			t.Error(err)
		}
	}()
	srv.Ready()
	w := newWatch(opsConfig{}, slog.New(slog.DiscardHandler))
	w.measure(b, s)
	// What has labels exists once it has been counted.
	if _, err := (watched{answer.New(s), w.metrics}).Ask(t.Context(), news.Question{Text: "What did Peskov say?", Library: news.HomeLibrary}); err != nil {
		t.Fatal(err)
	}
	w.metrics.Request("GET", "/gateway", 200, time.Millisecond)
	server := httptest.NewServer(ops.Handler(ops.Config{Metrics: w.metrics}))
	defer server.Close()
	resp, err := http.Get(server.URL + "/metrics")
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	exposed, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}

	data, err := os.ReadFile("../../deploy/grafana.json")
	if err != nil {
		t.Fatal(err)
	}
	var dashboard struct {
		Panels []struct {
			Title   string
			Targets []struct{ Expr string }
		}
	}
	if err := json.Unmarshal(data, &dashboard); err != nil {
		t.Fatal(err)
	}
	names := regexp.MustCompile(`\b(?:onrecord|process|go)_[a-z_]+`)
	shown := 0
	for _, p := range dashboard.Panels {
		for _, target := range p.Targets {
			for _, name := range names.FindAllString(target.Expr, -1) {
				shown++
				if !strings.Contains(string(exposed), "\n"+name+"{") && !strings.Contains(string(exposed), "\n"+name+" ") {
					t.Errorf("the panel %q shows %s, which does not exist", p.Title, name)
				}
			}
		}
	}
	if shown == 0 {
		t.Error("the dashboard shows nothing")
	}
	for _, line := range strings.Split(string(exposed), "\n") {
		name, ok := strings.CutPrefix(line, "# TYPE onrecord_")
		if !ok {
			continue
		}
		if name, _, _ = strings.Cut(name, " "); !strings.Contains(string(data), "onrecord_"+name) {
			t.Errorf("no panel shows onrecord_%s", name)
		}
	}
}
