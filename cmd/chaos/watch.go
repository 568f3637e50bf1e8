package main

import (
	"context"
	"slices"
	"time"
)

// sightings are what was seen of the shards.
type sightings struct {
	looks   int
	double  int             // looks at which two running processes had one shard
	overlap time.Duration   // the longest that two had one
	longest time.Duration   // when the longest of the gaps was
	gaps    []time.Duration // the longest time each shard was without a running process
}

// watch looks at the gateway ten times a second until ctx ends.
func (s *scene) watch(ctx context.Context) sightings {
	seen := sightings{gaps: make([]time.Duration, s.shards)}
	last := make([]time.Time, s.shards)
	single := make([]time.Time, s.shards) // when last seen with one at most
	start := time.Now()
	for n := range last {
		single[n] = start
		last[n] = start
	}
	for !pause(ctx, 100*time.Millisecond) {
		seen.looks++
		now := time.Now()
		double := false
		for n, who := range s.holders() {
			if len(who) > 1 {
				double = true
				seen.overlap = max(seen.overlap, now.Sub(single[n]))
			} else {
				single[n] = now
			}
			if len(who) > 0 {
				last[n] = now
			}
			gap := now.Sub(last[n])
			if gap > slices.Max(seen.gaps) {
				seen.longest = now.Sub(start)
			}
			seen.gaps[n] = max(seen.gaps[n], gap)
		}
		if double {
			seen.double++
		}
	}
	return seen
}

// holders lists by shard the processes that run and have a session on it.
func (s *scene) holders() [][]string {
	out := make([][]string, s.shards)
	for _, session := range s.discord.Sessions() {
		for _, p := range s.processes {
			if p.discord.carries(session.From) && !p.isPaused() && session.Shard < len(out) {
				out[session.Shard] = append(out[session.Shard], p.name)
			}
		}
	}
	return out
}
