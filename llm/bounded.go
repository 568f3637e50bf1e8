package llm

import (
	"io"
	"net"
	"net/http"
	"time"
)

// maxBody is the most that is read of a reply, unpacked: some hundred times
// what an answer needs.
const maxBody = 256 << 10

// transport is the way to an endpoint, with bounds on all that a reply may hold
// beside its body. How long it may take is for contexts to say.
func transport() http.RoundTripper {
	return &http.Transport{
		Proxy:                  http.ProxyFromEnvironment,
		DialContext:            (&net.Dialer{Timeout: 10 * time.Second, KeepAlive: 30 * time.Second}).DialContext,
		TLSHandshakeTimeout:    10 * time.Second,
		MaxResponseHeaderBytes: 64 << 10,
		MaxIdleConnsPerHost:    8,
		IdleConnTimeout:        90 * time.Second,
		ForceAttemptHTTP2:      true,
	}
}

// bounded is a transport whose replies end in an error where they grow too
// large. The library reads whatever a server sends.
type bounded struct{ next http.RoundTripper }

// RoundTrip implements http.RoundTripper.
func (b bounded) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := b.next.RoundTrip(req)
	if err != nil {
		return nil, err
	}
	resp.Body = &body{resp.Body, bodyLimit(req.URL.Path)}
	return resp, nil
}

// body gives out so many bytes, then fails.
type body struct {
	io.ReadCloser
	left int
}

func (b *body) Read(p []byte) (int, error) {
	if b.left <= 0 {
		return 0, errTooLarge
	}
	n, err := b.ReadCloser.Read(p[:min(len(p), b.left)])
	b.left -= n
	return n, err
}
