package fetch

import (
	"context"
	"net/http"
	"net/url"
	"time"
)

// Client gets addresses. It is safe for concurrent use, keeps no cookies, and
// has no zero value: see [New].
type Client struct {
	http  *http.Client
	agent string
	time  time.Duration
	hosts *hosts
	rules *rules
}

// New returns a client, which opens connections only to public addresses on the
// ports 80 and 443, whatever a name stands for at that moment, and to those that
// o allows. The caller ends it with [Client.Close].
func New(o Options) *Client {
	c := &Client{agent: agentName + "/1.0 (fetches the news articles that people ask about", time: o.Time, hosts: newHosts(), rules: newRules()}
	if o.Contact != "" {
		c.agent += "; +" + o.Contact
	}
	c.agent += ")"
	if c.time == 0 {
		c.time = MaxTime
	}
	c.http = &http.Client{
		Transport: o.transport(),
		// Get follows redirects itself, since each is checked as the first address was.
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
	return c
}

// Close ends connections that wait to be used again.
func (c *Client) Close() { c.http.CloseIdleConnections() }

// Get gets what stands at an address. It follows redirects, asks each site's
// robots rules first, and waits while others ask the same host.
func (c *Client) Get(ctx context.Context, r Request) (*Fetched, error) {
	u, bad := parse(r.Address)
	if bad != nil {
		return nil, bad
	}
	limited, cancel := context.WithTimeout(ctx, c.time)
	defer cancel()
	at := u
	f, err := c.follow(limited, &at, r)
	switch {
	case err == nil:
		return f, nil
	case ctx.Err() != nil:
		return nil, ctx.Err()
	}
	return nil, explain(at.Hostname(), err)
}

// follow gets the page that *at leads to and leaves *at where it ended.
func (c *Client) follow(ctx context.Context, at **url.URL, r Request) (*Fetched, error) {
	for range MaxRedirects + 1 {
		u := *at
		ok, err := c.allowed(ctx, u)
		if err != nil {
			return nil, err
		}
		if !ok {
			return nil, refuse(Forbidden, "%s asks programs not to read this page (its robots rules): open it yourself, and add its text as a file.", u.Hostname())
		}
		f, next, err := c.page(ctx, u, r)
		if next == "" {
			return f, err
		}
		to, bad := follow(u, next)
		if bad != nil {
			return nil, bad
		}
		*at = to
	}
	return nil, refuse(Unreachable, "%s sends its readers on more than %d times: give the address of the page itself.", (*at).Hostname(), MaxRedirects)
}

// page asks for one address: a page, or the address of the next.
func (c *Client) page(ctx context.Context, u *url.URL, r Request) (f *Fetched, next string, err error) {
	leave, err := c.hosts.enter(ctx, u.Host)
	if err != nil {
		return nil, "", err
	}
	defer leave()
	res, err := c.do(ctx, u, r)
	if err != nil {
		return nil, "", err
	}
	defer res.Body.Close()
	if next, ok := redirect(res); ok {
		return nil, next, nil
	}
	f = &Fetched{Address: u.String(), ETag: short(res.Header.Get("ETag")), LastModified: short(res.Header.Get("Last-Modified"))}
	if res.StatusCode == http.StatusNotModified && (r.ETag != "" || r.LastModified != "") {
		f.Unchanged = true
		return f, "", nil
	}
	if err := c.noteStatus(u.Host, res); err != nil {
		return nil, "", err
	}
	return f, "", f.read(u.Hostname(), res, r.Limit)
}

// do sends one request, unless its host asked to be left alone.
func (c *Client) do(ctx context.Context, u *url.URL, r Request) (*http.Response, error) {
	now := time.Now()
	if until := c.hosts.until(u.Host, now); !until.IsZero() {
		return nil, &Error{Kind: Busy, Until: until, text: waitText(u.Hostname(), until.Sub(now))}
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, refuse(BadAddress, "This is not a web address: give one that begins with https://.")
	}
	req.Header.Set("User-Agent", c.agent)
	req.Header.Set("Accept", "text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.8,*/*;q=0.5")
	if r.Accept != "" {
		req.Header.Set("Accept", r.Accept)
	}
	if r.ETag != "" {
		req.Header.Set("If-None-Match", r.ETag)
	}
	if r.LastModified != "" {
		req.Header.Set("If-Modified-Since", r.LastModified)
	}
	return c.http.Do(req)
}

// noteStatus turns an answer without a page into an error, and remembers a host
// that wants to be left alone.
func (c *Client) noteStatus(host string, res *http.Response) error {
	now := time.Now()
	e := statusError(res.Request.URL.Hostname(), res, now)
	if e == nil {
		return nil
	}
	if !e.Until.IsZero() {
		c.hosts.leaveAlone(host, e.Until, now)
	}
	return e
}

// redirect is where an answer sends its reader.
func redirect(res *http.Response) (to string, ok bool) {
	switch res.StatusCode {
	case http.StatusMovedPermanently, http.StatusFound, http.StatusSeeOther, http.StatusTemporaryRedirect, http.StatusPermanentRedirect:
		to = res.Header.Get("Location")
	}
	return to, to != ""
}

// follow is the address that a redirect at from leads to.
func follow(from *url.URL, to string) (*url.URL, *Error) {
	next, err := from.Parse(to)
	if err != nil {
		return nil, refuse(Unreachable, "%s sends its readers to an address that makes no sense.", from.Hostname())
	}
	u, bad := parse(next.String())
	if bad != nil {
		return nil, refuse(bad.Kind, "%s sends its readers somewhere else, but: %s", from.Hostname(), bad.text)
	}
	return u, nil
}

// short is a header that is worth keeping, "" for one that is too long.
func short(header string) string {
	const most = 500
	if len(header) > most {
		return ""
	}
	return header
}
