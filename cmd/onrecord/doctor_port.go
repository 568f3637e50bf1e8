package main

import (
	"context"
	"io"
	"net"
	"net/http"
	"strings"
	"time"

	"onrecord/terminal"
)

// checkPort looks at where health and metrics are shown: it is free, or ours.
func checkPort(ctx context.Context, e *examination) finding {
	set, err := e.p.settings.ops()
	switch {
	case err != nil:
		return skip("its settings can't be read")
	case set.addr == "":
		return skip("ONRECORD_OPS_ADDR is off: nobody can ask whether the bot is ready")
	}
	l, err := (&net.ListenConfig{}).Listen(ctx, "tcp", set.addr)
	if err == nil {
		_ = l.Close()
		return fine("%s is free for health and metrics; no onrecord serve runs there", set.addr)
	}
	address, told := set.local()
	if told != nil {
		return trouble("set ONRECORD_OPS_ADDR to an address of this machine", "%s can't be used: %v", set.addr, err)
	}
	if text, _, asked := asks(ctx, "http://"+address+"/healthz"); asked != nil || text != "alive" {
		return trouble("set ONRECORD_OPS_ADDR to another address, such as 127.0.0.1:9465", "%s can't be used: %v", set.addr, err)
	}
	text, status, asked := asks(ctx, "http://"+address+"/readyz")
	if asked != nil || status != http.StatusOK {
		return trouble("wait a moment; then look at what it logs", "an onrecord serve runs at %s and is not ready: %s", set.addr, terminal.Clean(strings.ReplaceAll(text, "\n", "; ")))
	}
	return fine("an onrecord serve runs at %s and is ready", set.addr)
}

// asks gets what a server on this machine says, the beginning of it.
func asks(ctx context.Context, address string) (text string, status int, err error) {
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, "GET", address, nil)
	if err != nil {
		return "", 0, err
	}
	resp, err := (&http.Client{Transport: &http.Transport{DisableKeepAlives: true}}).Do(req) // no proxy: it is this machine
	if err != nil {
		return "", 0, err
	}
	defer resp.Body.Close()
	data, err := io.ReadAll(io.LimitReader(resp.Body, 16<<10))
	return strings.TrimSpace(string(data)), resp.StatusCode, err
}
