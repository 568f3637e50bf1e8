package page

import (
	"net/url"

	"golang.org/x/net/html"
)

func about(doc *html.Node, base *url.URL) About { return About{Canonical: base.String()} }
