package feeds

import (
	"bytes"
	"context"
	"errors"
	"net/url"
	"strings"

	"golang.org/x/net/html"

	"onrecord/ingest/fetch"
	"onrecord/news"
)

// accept is what is asked for, feeds first.
const accept = "application/feed+json, application/atom+xml, application/rss+xml, application/xml;q=0.9, text/xml;q=0.9, text/html;q=0.8"

// usual are the places where sites have their feeds, most usual first.
var usual = []string{"/feed", "/rss.xml", "/feed.xml", "/atom.xml", "/rss", "/feed.json", "/index.xml"}

// maxTries bounds how many places of a site are looked at.
const maxTries = 8

// Find finds the feed that an address is, or that the page there names, or that
// stands at one of the usual places of its site. It returns the feed's address
// and what it shows. Errors wrap news.ErrBadInput.
func (f *Follower) Find(ctx context.Context, typed string) (string, Listing, error) {
	if !strings.Contains(typed, "://") && strings.Contains(typed, ".") {
		typed = "https://" + typed
	}
	got, err := f.get(ctx, typed)
	if err != nil {
		return "", Listing{}, err
	}
	if l, err := Parse(got.Body, got.Address); err == nil {
		return got.Address, l, nil
	}
	base, err := url.Parse(got.Address)
	if err != nil {
		return "", Listing{}, problem("That address can't be read.")
	}
	tried := map[string]bool{got.Address: true}
	for _, place := range append(named(got.Body), usual...) {
		u, err := base.Parse(place)
		if err != nil || u.Scheme != "http" && u.Scheme != "https" || tried[u.String()] || len(tried) > maxTries {
			continue
		}
		tried[u.String()] = true
		at, err := f.get(ctx, u.String())
		if err != nil {
			if ctx.Err() != nil {
				return "", Listing{}, ctx.Err()
			}
			continue
		}
		if l, err := Parse(at.Body, at.Address); err == nil {
			return at.Address, l, nil
		}
	}
	return "", Listing{}, problem("No feed was found at " + base.Hostname() + ": the page names none, and none stands at the usual places. Look for a link called RSS or Feed on the site, and give that address.")
}

func (f *Follower) get(ctx context.Context, address string) (*fetch.Fetched, error) {
	got, err := f.c.Fetch.Get(ctx, fetch.Request{Address: address, Accept: accept, Limit: MaxBytes})
	if err != nil && ctx.Err() == nil && !errors.Is(err, news.ErrBadInput) {
		return nil, problem("That address can't be reached.")
	}
	return got, err
}

// named are the addresses of the feeds that a page names in its head.
func named(page []byte) []string {
	const enough = 5
	var out []string
	z := html.NewTokenizer(bytes.NewReader(page))
	for len(out) < enough {
		switch z.Next() {
		case html.ErrorToken:
			return out
		case html.StartTagToken, html.SelfClosingTagToken:
			name, more := z.TagName()
			if string(name) == "body" {
				return out
			}
			if string(name) != "link" {
				continue
			}
			attrs := map[string]string{}
			for more {
				var k, v []byte
				k, v, more = z.TagAttr()
				attrs[string(k)] = string(v)
			}
			kind := strings.ToLower(attrs["type"])
			if strings.Contains(" "+strings.ToLower(attrs["rel"])+" ", " alternate ") && attrs["href"] != "" &&
				(strings.Contains(kind, "rss") || strings.Contains(kind, "atom") || strings.Contains(kind, "feed+json")) &&
				!strings.Contains(strings.ToLower(attrs["title"]), "comment") {
				out = append(out, strings.TrimSpace(attrs["href"]))
			}
		}
	}
	return out
}
