package fetch

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/url"
	"time"

	"github.com/hashicorp/golang-lru/v2/expirable"
	"github.com/temoto/robotstxt"
)

// agentName is what robots rules call this program.
const agentName = "OnRecord"

// rules holds sites' robots rules (RFC 9309) for a while.
type rules struct {
	known *expirable.LRU[string, *robotstxt.Group]
}

func newRules() *rules {
	const sites, forHow = 500, time.Hour
	return &rules{known: expirable.NewLRU[string, *robotstxt.Group](sites, nil, forHow)}
}

const maxRobots = 500 << 10 // bytes that RFC 9309 asks a reader to read at least

// allowed tells whether the rules of the address's site let it be fetched.
func (c *Client) allowed(ctx context.Context, u *url.URL) (bool, error) {
	site := u.Scheme + "://" + u.Host
	group, ok := c.rules.known.Get(site)
	if !ok {
		var err error
		if group, err = c.readRules(ctx, site); err != nil {
			return false, err
		}
		c.rules.known.Add(site, group)
	}
	if group == nil {
		return true, nil
	}
	return group.Test(u.RequestURI()), nil
}

// readRules gets a site's rules for this program; nil allows everything. A
// site whose rules have a fault of the server's (5xx) allows nothing, as the
// RFC asks; one without any (4xx) allows everything.
func (c *Client) readRules(ctx context.Context, site string) (*robotstxt.Group, error) {
	at, bad := parse(site + "/robots.txt")
	if bad != nil {
		return nil, bad
	}
	for range MaxRedirects + 1 {
		res, err := c.do(ctx, at, Request{Accept: "text/plain"})
		if err != nil {
			return nil, err
		}
		next, ok := redirect(res)
		if ok {
			res.Body.Close()
			if at, bad = follow(at, next); bad != nil {
				return nil, nil // they are nowhere: no rules
			}
			continue
		}
		body, err := io.ReadAll(io.LimitReader(res.Body, maxRobots))
		res.Body.Close()
		if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) {
			return nil, err
		}
		if res.StatusCode == http.StatusTooManyRequests {
			return nil, c.noteStatus(at.Host, res)
		}
		if res.StatusCode >= 500 {
			return nil, refuse(Unreachable, "%s can't say now whether programs may read it (its robots rules give %d): try again later.", at.Hostname(), res.StatusCode)
		}
		data, err := robotstxt.FromStatusAndBytes(res.StatusCode, body)
		if err != nil {
			return nil, nil // not rules that anybody could follow
		}
		return data.FindGroup(agentName), nil
	}
	return nil, nil
}
