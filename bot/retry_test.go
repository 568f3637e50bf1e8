package bot

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"
)

// scripted answers requests one after another.
type scripted struct {
	answers []func() (*http.Response, error)
	bodies  []string
}

func (s *scripted) RoundTrip(r *http.Request) (*http.Response, error) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return nil, err
	}
	s.bodies = append(s.bodies, string(body))
	next := s.answers[0]
	s.answers = s.answers[1:]
	return next()
}

func status(code int, header ...string) func() (*http.Response, error) {
	return func() (*http.Response, error) {
		w := httptest.NewRecorder()
		for i := 0; i < len(header); i += 2 {
			w.Header().Set(header[i], header[i+1])
		}
		w.WriteHeader(code)
		return w.Result(), nil
	}
}

func broken() (*http.Response, error) { return nil, errors.New("connection reset") }

func TestPatient(t *testing.T) {
	const message, followUp = "/api/v9/channels/1/messages", "/api/v9/webhooks/1/token"
	limited := status(429, "Retry-After", "0.01", "Content-Type", "application/json")
	for _, c := range []struct {
		name, method, path string
		within             time.Duration
		answers            []func() (*http.Response, error)
		want, tries        int // 0 for an error
	}{
		{"fine at once", "POST", message, time.Second, []func() (*http.Response, error){status(200)}, 200, 1},
		{"waits a rate limit out", "POST", followUp, time.Second, []func() (*http.Response, error){limited, limited, status(200)}, 200, 3},
		{"more rate limits than failures are forgiven", "POST", message, time.Minute, append(slices.Repeat([]func() (*http.Response, error){limited}, maxTries+1), status(200)), 200, maxTries + 2},
		{"not beyond the deadline", "POST", message, 50 * time.Millisecond, []func() (*http.Response, error){status(429, "Retry-After", "60")}, 429, 1},
		{"a failure of the server", "PATCH", followUp, 5 * time.Second, []func() (*http.Response, error){status(503), status(200)}, 200, 2},
		{"a broken connection, with a nonce", "POST", message, 5 * time.Second, []func() (*http.Response, error){broken, status(200)}, 200, 2},
		{"a follow-up may have arrived", "POST", followUp, 5 * time.Second, []func() (*http.Response, error){status(500)}, 500, 1},
		{"a refusal is final", "POST", message, time.Second, []func() (*http.Response, error){status(400)}, 400, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			s := &scripted{answers: c.answers}
			ctx, cancel := context.WithTimeout(t.Context(), c.within)
			defer cancel()
			req, err := http.NewRequestWithContext(ctx, c.method, "https://discord.com"+c.path, strings.NewReader("body"))
			if err != nil {
				t.Fatal(err)
			}
			resp, err := (&patient{next: s, clock: &discordClock{}}).RoundTrip(req)
			if err != nil {
				t.Fatal(err)
			}
			defer resp.Body.Close()
			if resp.StatusCode != c.want || len(s.bodies) != c.tries {
				t.Errorf("status %d after %d tries, want %d after %d", resp.StatusCode, len(s.bodies), c.want, c.tries)
			}
			for i, b := range s.bodies {
				if b != "body" {
					t.Errorf("try %d sent %q", i+1, b)
				}
			}
		})
	}
}

func TestGlobalRateLimitHoldsEverything(t *testing.T) {
	s := &scripted{answers: []func() (*http.Response, error){status(429, "Retry-After", "0.2", "X-RateLimit-Global", "true"), status(200), status(200)}}
	p := &patient{next: s, clock: &discordClock{}}
	send := func(ctx context.Context) error {
		req, err := http.NewRequestWithContext(ctx, "GET", "https://discord.com/api/v9/gateway", http.NoBody)
		if err != nil {
			t.Fatal(err)
		}
		resp, err := p.RoundTrip(req)
		if err == nil {
			resp.Body.Close()
		}
		return err
	}
	short, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	_ = send(short) // meets the limit
	other, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer cancel()
	if err := send(other); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("another request was sent during a global limit: %v", err)
	}
	if len(s.bodies) != 1 {
		t.Errorf("%d requests were sent, want 1", len(s.bodies))
	}
	if err := send(t.Context()); err != nil {
		t.Error(err)
	}
}
