package main

import (
	"errors"
	"io"
	"log/slog"
	"net"

	"onrecord/stages"
)

// opsConfig is what operators choose about looking at the process.
type opsConfig struct {
	// addr is where health, metrics and the admin page are served, "" for
	// nowhere; chosen tells that it is not merely the default.
	addr   string
	chosen bool
	// admin is the token of the admin page, unset for no such page.
	admin secret
	// json asks for logs as JSON.
	json bool
}

// opsDefault is reached from this machine alone.
const opsDefault = "127.0.0.1:9464"

// shortestAdminToken keeps a page open to guessing from being switched on.
const shortestAdminToken = 16

// ops returns the settings for operators, or every complaint about them.
func (s *settings) ops() (opsConfig, error) {
	c := opsConfig{addr: s.or("ONRECORD_OPS_ADDR", opsDefault), chosen: s.getenv("ONRECORD_OPS_ADDR") != "", admin: s.secret("ONRECORD_ADMIN_TOKEN")}
	switch c.addr {
	case "off":
		c.addr = ""
	default:
		if _, port, err := net.SplitHostPort(c.addr); err != nil || port == "" {
			s.complain("ONRECORD_OPS_ADDR is %q: use an address and port such as %s, or off", c.addr, opsDefault)
		}
	}
	if n := len(c.admin.reveal()); n > 0 && n < shortestAdminToken {
		s.complain("ONRECORD_ADMIN_TOKEN is shorter than %d characters: make one with openssl rand -hex 24", shortestAdminToken)
	}
	switch v := s.or("ONRECORD_LOG_FORMAT", "text"); v {
	case "text":
	case "json":
		c.json = true
	default:
		s.complain("ONRECORD_LOG_FORMAT is %q: use text or json", v)
	}
	return c, errors.Join(s.complaints...)
}

// local is the address at which a process on this machine reaches addr.
func (c opsConfig) local() (string, error) {
	host, port, err := net.SplitHostPort(c.addr)
	if err != nil {
		return "", err
	}
	if ip := net.ParseIP(host); host == "" || ip != nil && ip.IsUnspecified() {
		host = "127.0.0.1"
	}
	return net.JoinHostPort(host, port), nil
}

// logger writes to w what is at least of that level.
func (c opsConfig) logger(w io.Writer, level slog.Level) *slog.Logger {
	options := &slog.HandlerOptions{Level: level}
	if c.json {
		return stages.Logger(slog.New(slog.NewJSONHandler(w, options)))
	}
	return stages.Logger(slog.New(slog.NewTextHandler(w, options)))
}
