package ops

import (
	"log/slog"
	"net/http"
	"strings"
	"time"

	"onrecord/stages"
)

// Transport counts the requests that next carries, each a stage. Of an address only its shape
// is kept: identifiers and tokens are left out.
func (m *Metrics) Transport(next http.RoundTripper) http.RoundTripper {
	return counting{m, next}
}

type counting struct {
	metrics *Metrics
	next    http.RoundTripper
}

// RoundTrip implements http.RoundTripper.
func (c counting) RoundTrip(r *http.Request) (*http.Response, error) {
	_, stage := stages.Begin(r.Context(), stages.Discord)
	shape, code, start := route(r.URL.Path), 0, time.Now()
	resp, err := c.next.RoundTrip(r)
	if err == nil {
		code = resp.StatusCode
	}
	c.metrics.Request(r.Method, shape, code, time.Since(start))
	stage.Note(slog.String("method", r.Method), slog.String("route", shape), slog.Int("status", code))
	stage.End(err)
	return resp, err
}

// plainSegments are the parts of Discord's addresses that name nobody.
var plainSegments = map[string]bool{
	"api": true, "applications": true, "attachments": true, "bot": true, "callback": true,
	"channels": true, "commands": true, "gateway": true, "guilds": true, "interactions": true,
	"members": true, "messages": true, "oauth2": true, "roles": true, "threads": true,
	"users": true, "webhooks": true, "@me": true, "@original": true,
}

// route is the shape of an address: "/webhooks/*/*/messages/@original". What is
// not known to be harmless becomes *, so a token can't get into a metric, nor a
// new address make an endless number of them.
func route(path string) string {
	const most = 8
	var out []string
	for part := range strings.SplitSeq(strings.Trim(path, "/"), "/") {
		switch {
		case len(out) == most:
			return "/" + strings.Join(out, "/") + "/…"
		case part == "api" || version(part) && len(out) == 0:
		case plainSegments[part]:
			out = append(out, part)
		default:
			out = append(out, "*")
		}
	}
	return "/" + strings.Join(out, "/")
}

// version tells whether a part of an address is one such as v9.
func version(part string) bool {
	return len(part) >= 2 && len(part) <= 3 && part[0] == 'v' && strings.Trim(part[1:], "0123456789") == ""
}
