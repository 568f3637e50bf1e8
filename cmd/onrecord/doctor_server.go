package main

import (
	"context"
	"strings"
	"time"

	"onrecord/terminal"
)

// checkConnections holds what a process may open to what the server still takes.
func checkConnections(ctx context.Context, e *examination) finding {
	if e.lib == nil {
		return skip("the library is not open")
	}
	c, has, err := e.lib.Connections(ctx)
	switch {
	case !has:
		return skip("a SQLite file needs none")
	case err != nil:
		return trouble("", "they can't be counted: %v", err)
	}
	free := c.Most - c.Used
	if free < c.Process {
		return trouble("raise max_connections, add pool_max_conns=4 to DATABASE_URL, or run fewer processes",
			"PostgreSQL %s takes %d more of %d connections, and one process may open %d", c.Version, max(free, 0), c.Most, c.Process)
	}
	return fine("PostgreSQL %s takes %d more of %d: enough for %s of %d", c.Version, free, c.Most, plural(free/c.Process, "further process", "further processes"), c.Process)
}

// lookAtReplicas is how long replicas are given to be looked at.
const lookAtReplicas = 4 * time.Second

// checkReplicas looks whether questions could be read from each replica.
func checkReplicas(ctx context.Context, e *examination) finding {
	c, err := e.p.settings.replicas()
	switch {
	case err != nil:
		return skip("its settings can't be read")
	case len(c.addresses) == 0:
		return skip("there are none; DATABASE_REPLICA_URLS names some")
	case e.lib == nil:
		return skip("the library is not open")
	}
	end, err := e.lib.Replicate(ctx, c.addresses, c.within, func(replica, problem string) {}) // asked below
	if err != nil {
		return trouble("correct DATABASE_REPLICA_URLS", "%s", terminal.Clean(err.Error()))
	}
	defer end()
	var bad []string
	wait := time.NewTimer(lookAtReplicas)
	defer wait.Stop()
	for {
		bad = bad[:0]
		for _, r := range e.lib.Replicas() {
			if r.Problem != "" {
				bad = append(bad, terminal.Clean(r.Name)+" "+r.Problem)
			}
		}
		if len(bad) == 0 {
			return fine("%s caught up to within %v", plural(len(c.addresses), "replica is", "replicas are"), c.within)
		}
		select {
		case <-wait.C:
			return trouble("start the replica, or correct DATABASE_REPLICA_URLS; until then questions are read from the primary", "%s", strings.Join(bad, "; "))
		case <-time.After(100 * time.Millisecond):
		}
	}
}
