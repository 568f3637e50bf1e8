package main

import (
	"bytes"
	"context"
	"log/slog"
	"os"
	"strings"
	"testing"
	"time"

	"onrecord/llm/llmtest"
	"onrecord/news"
)

// fares is an article whose words the question about it does not have.
const fares = `Title: Lindholm harbour

The mayor opened a bakery on Monday. Children ate buns there.

Tickets for boats will climb by four crowns in spring.

Snow is expected at the weekend, the weather office wrote.
`

func TestEmbeddings(t *testing.T) {
	const question, near = "Which ferry fares increase?", "Tickets for boats"
	srv := llmtest.Start(llmtest.Options{})
	t.Cleanup(srv.Close)
	t.Chdir(t.TempDir())
	if err := os.WriteFile("fares.txt", []byte(fares), 0o600); err != nil {
		t.Fatal(err)
	}
	off := []string{"ONRECORD_DB=x.db", "OPENAI_BASE_URL=" + srv.URL, "OPENAI_MODEL=lying-model"}
	do := func(vars []string, args ...string) string {
		t.Helper()
		var o, e bytes.Buffer
		if status := run(context.Background(), args, variables(vars...), console{out: &o, err: &e}); status != 0 {
			t.Fatalf("%v: status %d: %s", args, status, e.String())
		}
		return o.String()
	}
	on := append(off[:3:3], "OPENAI_EMBEDDING_MODEL=fake-embedding")
	before := do(off, "ask", "--no-model", question)
	do(on, "article", "add", "fares.txt")
	sent := srv.Count()
	if sent != 1 {
		t.Errorf("%d requests for the vectors of one article", sent)
	}
	if out := do(on, "ask", question); !strings.Contains(out, near) || !strings.Contains(out, "Nearest:") {
		t.Errorf("with vectors: %s", out)
	}
	if out := do(on, "ask", "--no-model", question); strings.Contains(out, near) {
		t.Errorf("--no-model: %s", out)
	}
	sent = srv.Count()
	if out := do(off, "ask", "--no-model", question); out != before || srv.Count() != sent {
		t.Errorf("switched off: %s, want %s", out, before)
	}
	srv.SetMode(llmtest.Error500)
	if out := do(on, "ask", question); out != do(off, "ask", "--no-model", question) {
		t.Errorf("with a broken endpoint: %s", out)
	}
	do(on, "article", "add", "fares.txt") // vectors or not
}

// TestDoctorEmbeds: the check of the model asks for a vector too.
func TestDoctorEmbeds(t *testing.T) {
	for mode, want := range map[llmtest.Mode]string{llmtest.Honest: "fake-embedding makes vectors", llmtest.ZeroVectors: "fake-embedding: the endpoint replied with a vector without direction"} {
		srv := llmtest.Start(llmtest.Options{Mode: mode})
		t.Cleanup(srv.Close)
		s := &settings{getenv: variables("OPENAI_BASE_URL="+srv.URL, "OPENAI_MODEL=lying-model", "OPENAI_EMBEDDING_MODEL=fake-embedding")}
		if got := checkModel(t.Context(), &examination{p: &program{settings: s}}); !strings.Contains(got.says, want) {
			t.Errorf("%s: %+v", mode, got)
		}
	}
}

// TestEmbedBeside: serve gives the articles that are there their vectors, and ends.
func TestEmbedBeside(t *testing.T) {
	srv := llmtest.Start(llmtest.Options{})
	t.Cleanup(srv.Close)
	t.Chdir(t.TempDir())
	s, err := newSettings(variables("ONRECORD_DB=x.db", "OPENAI_BASE_URL="+srv.URL, "OPENAI_MODEL=lying-model", "OPENAI_EMBEDDING_MODEL=fake-embedding"))
	if err != nil {
		t.Fatal(err)
	}
	p := &program{settings: s}
	lib, err := p.open(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer lib.Close()
	stop := lib.embedBeside(t.Context(), slog.New(slog.DiscardHandler))
	defer stop()
	deadline := time.Now().Add(patience)
	for {
		list, err := lib.Vectorless(t.Context(), "fake-embedding", 0, 1)
		if err != nil {
			t.Fatal(err)
		}
		if len(list) == 0 {
			break
		}
		if time.Now().After(deadline) {
			t.Fatal("an article got no vectors")
		}
		time.Sleep(10 * time.Millisecond)
	}
	if near, err := lib.Nearest(t.Context(), news.HomeLibrary, "", "fake-embedding", llmtest.Embedding("ceasefire in Aleppo"), 3); err != nil || len(near) == 0 {
		t.Errorf("%v, %v", near, err)
	}
	day := time.Now().UTC().Format(time.DateOnly)
	if spent, err := lib.Spent(t.Context(), day, news.Account{Kind: news.EverybodysAccount}); err != nil || spent == 0 {
		t.Errorf("spent %d, %v", spent, err)
	}
}

func TestEmbeddingSettings(t *testing.T) {
	s, err := newSettings(variables("OPENAI_EMBEDDING_MODEL=m"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.model(); err == nil || !strings.Contains(err.Error(), "OPENAI_EMBEDDING_MODEL is set, but neither") {
		t.Errorf("without an endpoint: %v", err)
	}
}
