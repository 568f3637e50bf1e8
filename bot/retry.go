package bot

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"time"
)

// patient is the transport of all requests to Discord: it waits out rate limits
// and repeats what failed on the way, both within the request's context, and
// keeps Discord's time. (The library waits without regard to a context, can't
// read the pages that the network in front of Discord sends, and repeats only
// one kind of failure.)
type patient struct {
	next  http.RoundTripper
	clock *discordClock
	first time.Duration // the first wait, firstWait when 0

	mu   sync.Mutex
	hold time.Time // a global rate limit's end
}

const (
	maxTries  = 6 // the last about eight seconds after the first
	firstWait = 250 * time.Millisecond
	// maxLimited bounds how often a request is turned away by rate limits, which
	// are no failures: as a rule the request's context ends before.
	maxLimited = 60
)

// patiently returns a client like c whose requests are patient; the first wait
// is no longer than first.
func patiently(c *http.Client, clock *discordClock, first time.Duration) *http.Client {
	client := *c
	if client.Transport == nil {
		client.Transport = http.DefaultTransport
	}
	client.Transport = &patient{next: client.Transport, clock: clock, first: min(first, firstWait)}
	client.Timeout = cmp.Or(client.Timeout, 30*time.Second)
	return &client
}

// RoundTrip implements http.RoundTripper.
func (p *patient) RoundTrip(req *http.Request) (*http.Response, error) {
	ctx := req.Context()
	wait := cmp.Or(p.first, firstWait)
	for try, limited := 1, 0; ; {
		if err := p.wait(ctx); err != nil {
			if req.Body != nil {
				_ = req.Body.Close()
			}
			return nil, err
		}
		resp, err := whole(p.next.RoundTrip(req))
		pause, again := p.verdict(req, resp, err)
		if err == nil {
			p.clock.observe(resp.Header.Get("Date"), time.Now())
		}
		if !again || try == maxTries || limited == maxLimited {
			return resp, err
		}
		switch {
		case err == nil && resp.StatusCode == http.StatusTooManyRequests:
			limited++
			pause += apart(limited)
		default:
			try++
			pause, wait = wait, wait*2
		}
		body, ok := rewind(req)
		if !ok || !inTime(ctx, pause) {
			return resp, err
		}
		if err := sleep(ctx, pause); err != nil {
			return nil, err
		}
		req = req.Clone(ctx)
		req.Body = body
	}
}

// apart is what to wait beyond a rate limit's end after being turned away so many
// times: somewhere in a time that doubles, so that all who wait for the same end,
// in this process and in others, don't come at once and are turned away again.
// Discord counts those, too.
func apart(times int) time.Duration {
	return rand.N(min(20*time.Millisecond<<min(times, 10), time.Second))
}

// longestReply bounds a reply: what Discord says to the bot is far shorter.
const longestReply = 8 << 20

// whole reads a reply to its end, so that one cut off in its middle is a failure
// like any other on the way.
func whole(resp *http.Response, err error) (*http.Response, error) {
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	data, err := io.ReadAll(io.LimitReader(resp.Body, longestReply))
	if err != nil {
		return nil, fmt.Errorf("read the reply: %w", err)
	}
	resp.Body = io.NopCloser(bytes.NewReader(data))
	return resp, nil
}

// verdict tells whether to send a request again, and how long to wait first
// when the reply says.
func (p *patient) verdict(req *http.Request, resp *http.Response, err error) (pause time.Duration, again bool) {
	switch {
	case err != nil:
		return 0, req.Context().Err() == nil && repeatable(req)
	case resp.StatusCode == http.StatusTooManyRequests:
		pause = retryAfter(resp.Header)
		// A page in place of JSON comes from the network in front of Discord,
		// which has turned the whole address away.
		if resp.Header.Get("X-RateLimit-Global") != "" || !strings.Contains(resp.Header.Get("Content-Type"), "json") {
			p.mu.Lock()
			p.hold = time.Now().Add(pause)
			p.mu.Unlock()
		}
		return pause, true
	case resp.StatusCode >= 500:
		return 0, repeatable(req)
	}
	return 0, false
}

// wait waits for the end of a global rate limit, or fails at once when that is
// later than the context's.
func (p *patient) wait(ctx context.Context) error {
	p.mu.Lock()
	hold := time.Until(p.hold)
	p.mu.Unlock()
	if hold > 0 && !inTime(ctx, hold) {
		return fmt.Errorf("a rate limit of Discord's holds for %v: %w", hold.Round(time.Millisecond), context.DeadlineExceeded)
	}
	return sleep(ctx, hold)
}

// repeatable tells whether a request that may have arrived can be sent again
// without being done twice. Messages carry a nonce that Discord enforces, and a
// second first reply to an interaction is refused; a follow-up has neither.
func repeatable(req *http.Request) bool {
	if req.Method != http.MethodPost {
		return true
	}
	return strings.HasSuffix(req.URL.Path, "/messages") || strings.HasSuffix(req.URL.Path, "/callback")
}

// retryAfter is how long a rate limit lasts, a second when it does not say.
func retryAfter(h http.Header) time.Duration {
	for _, name := range []string{"X-RateLimit-Reset-After", "Retry-After"} {
		if s, err := strconv.ParseFloat(h.Get(name), 64); err == nil && s >= 0 && s < 1e6 {
			return time.Duration(s * float64(time.Second))
		}
	}
	return time.Second
}

func rewind(req *http.Request) (io.ReadCloser, bool) {
	if req.Body == nil || req.Body == http.NoBody {
		return req.Body, true
	}
	if req.GetBody == nil {
		return nil, false
	}
	body, err := req.GetBody()
	return body, err == nil
}

// inTime tells whether a pause ends before the context does.
func inTime(ctx context.Context, pause time.Duration) bool {
	deadline, ok := ctx.Deadline()
	return !ok || time.Until(deadline) > pause
}

// sleep waits for d or the end of ctx.
func sleep(ctx context.Context, d time.Duration) error {
	if d <= 0 {
		return ctx.Err()
	}
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
