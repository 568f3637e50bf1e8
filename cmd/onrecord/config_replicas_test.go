package main

import (
	"strings"
	"testing"
	"time"
)

func TestReplicaSettings(t *testing.T) {
	const one, two = "postgres://ada:hush-hush@one/news", "postgres://ada:hush-hush@two:5433/news"
	for _, c := range []struct {
		name, urls, lag string
		addresses       int
		within          time.Duration
		complaint       string // "" for none
	}{
		{"none", "", "", 0, 10 * time.Second, ""},
		{"one", one, "", 1, 10 * time.Second, ""},
		{"two", one + "\n " + two, "2s", 2, 2 * time.Second, ""},
		{"not an address", one + " my.db", "", 2, 10 * time.Second, "DATABASE_REPLICA_URLS holds something"},
		{"with commas", one + "," + "replica", "", 1, 10 * time.Second, ""}, // a host may be several
		{"no time", one, "soon", 1, 10 * time.Second, `ONRECORD_REPLICA_LAG is "soon"`},
		{"too short", one, "1ms", 1, 10 * time.Second, "from 1s to 1h"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := (&settings{getenv: env("DATABASE_REPLICA_URLS", c.urls, "ONRECORD_REPLICA_LAG", c.lag)}).replicas()
			if len(got.addresses) != c.addresses || got.within != c.within {
				t.Errorf("%d addresses within %v, want %d within %v", len(got.addresses), got.within, c.addresses, c.within)
			}
			switch {
			case c.complaint == "" && err != nil:
				t.Error(err)
			case c.complaint != "" && (err == nil || !strings.Contains(err.Error(), c.complaint)):
				t.Errorf("complains %v, want %q", err, c.complaint)
			}
			if err != nil && strings.Contains(err.Error(), "hush") {
				t.Errorf("the password shows: %v", err)
			}
		})
	}
}
