package llm_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"strings"
	"testing"
	"time"

	"onrecord/llm"
	"onrecord/llm/llmtest"
)

// user is a prompt as package prompts writes it, with one passage.
const user = "=== X ===\n{\"question\": \"What did Holt say?\"}\n{\"number\":1,\"speaker\":\"Mira Holt\",\"kind\":\"direct\",\"text\":\"“The boats are safe,”\"}\n=== X ==="

const key = "sk-secret-0123456789"

var schema = json.RawMessage(`{"type":"object"}`)

// client returns a client of a server in a mode, and what it logs.
func client(t *testing.T, mode llmtest.Mode, change func(*llm.Config)) (*llm.Client, *llmtest.Server, *bytes.Buffer) {
	t.Helper()
	srv := llmtest.Start(llmtest.Options{Mode: mode, Key: key, Delay: 30 * time.Millisecond, RetryAfter: 20 * time.Millisecond})
	t.Cleanup(srv.Close)
	var log bytes.Buffer
	c := llm.Config{BaseURL: srv.URL + "/", Key: key, Model: "lying-model", Timeout: time.Minute, Wait: time.Millisecond,
		Logger: slog.New(slog.NewTextHandler(&log, nil))}
	if change != nil {
		change(&c)
	}
	made, err := llm.New(c)
	if err != nil {
		t.Fatal(err)
	}
	return made, srv, &log
}

func ask(t *testing.T, c *llm.Client) (llm.Reply, *llm.Failure) {
	t.Helper()
	reply, err := c.Complete(t.Context(), llm.Request{System: "You help.", User: user, Name: "answer", Schema: schema})
	var f *llm.Failure
	if err != nil && !errors.As(err, &f) {
		t.Fatalf("an error of type %T", err)
	}
	return reply, f
}

func TestComplete(t *testing.T) {
	for _, c := range []struct {
		mode     llmtest.Mode
		stream   bool
		want     llm.Kind // "" for a reply
		requests int      // 0 for any number
	}{
		{llmtest.Honest, false, "", 1},
		{llmtest.Honest, true, "", 1},
		{llmtest.Slow, false, "", 1},
		{llmtest.NoUsage, false, "", 1},
		{llmtest.NoUsage, true, "", 1},
		{llmtest.AbsurdUsage, false, "", 1},
		{llmtest.NoSchema, false, "", 3},
		{llmtest.NewTokens, false, "", 2},
		{llmtest.RateLimitAfter, false, "", 2},
		{llmtest.RateLimit, false, llm.Busy, 3},
		{llmtest.NoCredit, false, llm.NoCredit, 1},
		{llmtest.Error500, false, llm.Down, 3},
		{llmtest.ErrorHTML, false, llm.Down, 3},
		{llmtest.ErrorOllama, false, llm.NoModel, 1},
		{llmtest.ErrorIn200, false, llm.BadReply, 1},
		{llmtest.BadKey, false, llm.BadKey, 1},
		{llmtest.BadModel, true, llm.NoModel, 1},
		{llmtest.Redirects, false, llm.Misconfigured, 1},
		{llmtest.Empty, false, llm.BadReply, 1},
		{llmtest.Empty, true, llm.BadReply, 1},
		{llmtest.NoChoices, false, llm.BadReply, 1},
		{llmtest.Truncated, false, llm.BadReply, 1},
		{llmtest.Truncated, true, llm.BadReply, 1},
		{llmtest.CutClean, true, llm.BadReply, 1},
		{llmtest.Huge, false, llm.BadReply, 1},
		{llmtest.Huge, true, llm.BadReply, 1},
		{llmtest.Hang, false, llm.Slow, 1},
		{llmtest.Hang, true, llm.Slow, 1},
		{llmtest.Drip, false, llm.Slow, 1},
		{llmtest.CutOff, false, "any", 0},
		{llmtest.CutOff, true, "any", 0},
	} {
		name := string(c.mode)
		if c.stream {
			name += ", streamed"
		}
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			made, srv, log := client(t, c.mode, func(set *llm.Config) {
				set.Stream = c.stream
				if c.want == llm.Slow {
					set.Timeout = 100 * time.Millisecond
				}
			})
			reply, f := ask(t, made)
			switch {
			case c.want == "":
				if f != nil {
					t.Fatalf("failed: %v (%s)", f, f.Kind)
				}
				if !strings.Contains(reply.Text, "The boats are safe") || reply.Usage.Total() <= 0 {
					t.Errorf("got %+v", reply)
				}
				if estimated := c.mode == llmtest.NoUsage || c.mode == llmtest.AbsurdUsage; reply.Usage.Estimated != estimated {
					t.Errorf("usage %+v, estimated should be %v", reply.Usage, estimated)
				}
			case f == nil || reply.Text != "":
				t.Fatalf("no failure, but %q", reply.Text)
			case c.want != "any" && f.Kind != c.want:
				t.Errorf("failed with %q (%v), want %q", f.Kind, f, c.want)
			}
			if c.requests > 0 && srv.Count() != c.requests {
				t.Errorf("%d requests, want %d", srv.Count(), c.requests)
			}
			if f != nil && (f.Kind == llm.Slow || f.Kind == llm.BadReply) && reply.Usage.Total() == 0 {
				t.Error("what the attempt may have cost is not told")
			}
			told := log.String()
			if f != nil {
				told += f.Error()
			}
			for _, secret := range []string{key, "127.0.0.1", "Holt", "boats"} {
				if strings.Contains(told, secret) {
					t.Errorf("%q stands in what is told: %s", secret, told)
				}
			}
		})
	}
}

func TestWrongKey(t *testing.T) {
	c, _, log := client(t, llmtest.Honest, func(set *llm.Config) { set.Key = "sk-wrong" })
	for range 3 {
		if _, f := ask(t, c); f == nil {
			t.Fatal("a wrong key was taken")
		}
	}
	if n := strings.Count(log.String(), "OPENAI_API_KEY"); n != 1 {
		t.Errorf("the log tells it %d times, want once:\n%s", n, log)
	}
}

// TestRests: a model that keeps failing is left alone, then tried again.
func TestRests(t *testing.T) {
	t.Parallel()
	c, srv, log := client(t, llmtest.Error500, func(set *llm.Config) { set.Tries, set.Rest = 1, time.Second })
	for range 12 {
		if _, f := ask(t, c); f == nil {
			t.Fatal("an answer of a server that fails")
		}
	}
	if n := srv.Count(); n != 5 {
		t.Errorf("asked %d times, want 5", n)
	}
	srv.SetMode(llmtest.Honest)
	_, f := ask(t, c)
	for end := time.Now().Add(time.Minute); f != nil && time.Now().Before(end); _, f = ask(t, c) {
		time.Sleep(20 * time.Millisecond)
	}
	if f != nil {
		t.Errorf("after its rest: %v", f)
	}
	if !strings.Contains(log.String(), "replies again") {
		t.Errorf("the log does not say that it is well:\n%s", log)
	}
}

// TestGivingUp: whoever stops waiting is not the model's failure.
func TestGivingUp(t *testing.T) {
	c, srv, _ := client(t, llmtest.Hang, nil)
	for range 8 {
		ctx, cancel := context.WithCancel(t.Context())
		time.AfterFunc(5*time.Millisecond, cancel)
		_, err := c.Complete(ctx, llm.Request{User: user})
		var f *llm.Failure
		if !errors.As(err, &f) || f.Kind != llm.Stopped || !errors.Is(err, context.Canceled) {
			t.Fatalf("got %v", err)
		}
	}
	srv.SetMode(llmtest.Honest)
	if _, f := ask(t, c); f != nil {
		t.Errorf("afterwards: %v (%s)", f, f.Kind)
	}
}

func TestNewRefuses(t *testing.T) {
	for name, c := range map[string]llm.Config{"no model": {}, "no address": {Model: "m", BaseURL: "localhost:11434"}, "another scheme": {Model: "m", BaseURL: "file:///etc"}} {
		if _, err := llm.New(c); err == nil {
			t.Errorf("%s: taken", name)
		}
	}
}
