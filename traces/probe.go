package traces

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"
)

// Probe sends the collector an empty list of spans, which every collector takes,
// and returns the status of its reply. The error of one that can't be reached
// repeats neither the path of its address nor the headers, which may hold keys.
func (c Config) Probe(ctx context.Context) (status int, err error) {
	ctx, cancel := context.WithTimeout(ctx, c.Timeout)
	defer cancel()
	kind, body := "application/x-protobuf", "" // no bytes are an empty list
	if c.JSON {
		kind, body = "application/json", "{}"
	}
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, c.Endpoint, strings.NewReader(body))
	if err != nil {
		return 0, errors.New("its address can't be used")
	}
	for name, value := range c.Headers {
		r.Header.Set(name, value)
	}
	r.Header.Set("Content-Type", kind)
	client := &http.Client{
		Transport: &http.Transport{Proxy: http.ProxyFromEnvironment, TLSClientConfig: c.TLS, DisableKeepAlives: true},
		// The headers are for nobody else.
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
	resp, err := client.Do(r)
	if err != nil {
		var whole *url.Error
		if errors.As(err, &whole) {
			err = whole.Err
		}
		return 0, fmt.Errorf("reach the collector: %w", err)
	}
	defer resp.Body.Close()
	return resp.StatusCode, nil
}
