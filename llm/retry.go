package llm

import (
	"bytes"
	"context"
	"io"
	"math/rand/v2"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// patient is the transport that sends again what was turned away or lost on the
// way, within the request's context. The library neither retries nor tells how
// long a server asks to wait.
type patient struct {
	next  http.RoundTripper
	tries int
	first time.Duration // pause before the second try
}

// RoundTrip implements http.RoundTripper.
func (p *patient) RoundTrip(req *http.Request) (*http.Response, error) {
	ctx, pause := req.Context(), p.first
	for try := 1; ; try++ {
		resp, err := p.next.RoundTrip(req)
		asked, again := verdict(ctx, resp, err)
		if !again || try >= p.tries {
			return resp, err
		}
		wait := max(asked, pause/2+rand.N(pause/2+1))
		pause *= 2
		if deadline, ok := ctx.Deadline(); ok && time.Until(deadline) <= wait || req.GetBody == nil && req.Body != nil {
			return resp, err
		}
		if resp != nil {
			_, _ = io.Copy(io.Discard, io.LimitReader(resp.Body, 1<<12))
			_ = resp.Body.Close()
		}
		if err := sleep(ctx, wait); err != nil {
			return nil, err
		}
		req = req.Clone(ctx)
		if req.GetBody != nil {
			if req.Body, err = req.GetBody(); err != nil {
				return nil, err
			}
		}
	}
}

// verdict tells whether to send a request again, and how long the server asks
// to wait first, 0 when it does not.
func verdict(ctx context.Context, resp *http.Response, err error) (time.Duration, bool) {
	if err != nil {
		return 0, ctx.Err() == nil
	}
	switch resp.StatusCode {
	case http.StatusTooManyRequests:
		return retryAfter(resp.Header, time.Now()), !spent(resp)
	case http.StatusRequestTimeout, http.StatusInternalServerError, http.StatusBadGateway, http.StatusServiceUnavailable, http.StatusGatewayTimeout, 529:
		return retryAfter(resp.Header, time.Now()), true
	}
	return 0, false
}

// spent tells whether a 429 says that there is no credit, which waiting does
// not mend. The body stays readable.
func spent(resp *http.Response) bool {
	head, _ := io.ReadAll(io.LimitReader(resp.Body, 1<<12))
	resp.Body = struct {
		io.Reader
		io.Closer
	}{io.MultiReader(bytes.NewReader(head), resp.Body), resp.Body}
	return outOfCredit(resp.StatusCode, strings.ToLower(string(head)))
}

// retryAfter is how long a server asks to wait, in seconds, in milliseconds (as
// OpenAI does) or until a date; 0 when it does not say.
func retryAfter(h http.Header, now time.Time) time.Duration {
	const longest = 1e6
	if ms, err := strconv.ParseFloat(h.Get("Retry-After-Ms"), 64); err == nil && ms >= 0 && ms < longest*1000 {
		return time.Duration(ms * float64(time.Millisecond))
	}
	text := h.Get("Retry-After")
	if s, err := strconv.ParseFloat(text, 64); err == nil && s >= 0 && s < longest {
		return time.Duration(s * float64(time.Second))
	}
	if t, err := http.ParseTime(text); err == nil && t.After(now) {
		return t.Sub(now)
	}
	return 0
}

// sleep waits for d or the end of ctx.
func sleep(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
