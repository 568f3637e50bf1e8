package main

import (
	"errors"
	"net"
	"strconv"
)

// gatewayConfig is how events come from Discord.
type gatewayConfig struct {
	// interactions is where Discord sends interactions over HTTP, "" for none.
	interactions string
	// off tells not to open the gateway at all.
	off bool
	// shards is into how many the gateway is split, 0 for as Discord says.
	shards int
}

// gateway returns the settings of the gateway, or every complaint about them.
func (s *settings) gateway() (gatewayConfig, error) {
	c := gatewayConfig{interactions: s.getenv("ONRECORD_INTERACTIONS_ADDR")}
	if c.interactions != "" {
		if _, port, err := net.SplitHostPort(c.interactions); err != nil || port == "" {
			s.complain("ONRECORD_INTERACTIONS_ADDR is %q: use an address and port such as :8080", c.interactions)
		}
	}
	switch v := s.or("ONRECORD_GATEWAY", "on"); v {
	case "on":
	case "off":
		c.off = true
		if c.interactions == "" {
			s.complain("ONRECORD_GATEWAY is off, and ONRECORD_INTERACTIONS_ADDR is not set: nothing would reach the bot")
		}
	default:
		s.complain("ONRECORD_GATEWAY is %q: use on or off", v)
	}
	if v := s.getenv("ONRECORD_SHARDS"); v != "" {
		n, err := strconv.Atoi(v)
		if err != nil || n < 1 || n > 16384 {
			s.complain("ONRECORD_SHARDS is %q: use a number from 1 to 16384, or leave it to Discord", v)
		}
		c.shards = n
	}
	return c, errors.Join(s.complaints...)
}
