package main

import (
	"errors"
	"strings"
	"time"
)

// replicaConfig is which replicas of the database questions may be read from.
type replicaConfig struct {
	addresses []string // they may hold passwords
	within    time.Duration
}

// How old what a replica holds may be: usually, and what can be asked for.
const (
	usualLag    = 10 * time.Second
	shortestLag = time.Second
	longestLag  = time.Hour
)

// replicas returns the settings of replicas, or every complaint about them.
func (s *settings) replicas() (replicaConfig, error) {
	c := replicaConfig{addresses: strings.Fields(s.secret("DATABASE_REPLICA_URLS").reveal()), within: usualLag}
	for _, address := range c.addresses {
		if !isServer(address) {
			s.complain("DATABASE_REPLICA_URLS holds something that is not the address of a PostgreSQL database: each begins with postgres://, with blanks between them")
			break
		}
	}
	text := s.or("ONRECORD_REPLICA_LAG", usualLag.String())
	d, err := time.ParseDuration(text)
	if err != nil || d < shortestLag || d > longestLag {
		s.complain("ONRECORD_REPLICA_LAG is %q: use a time from 1s to 1h, such as 10s", text)
	} else {
		c.within = d
	}
	return c, errors.Join(s.complaints...)
}
