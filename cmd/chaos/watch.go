package main

import (
	"context"
	"slices"
	"time"
)

// sightings are what was seen of the shards and the processes.
type sightings struct {
	looks   int
	double  int             // looks at which two running processes had one shard
	overlap time.Duration   // the longest that two had one
	longest time.Duration   // when the longest of the gaps was
	gaps    []time.Duration // the longest time each shard was without a running process
	memory  []sample
}

// weighEvery is how many looks there are to one at the memory.
const weighEvery = 50

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
	for tick := 0; !pause(ctx, 100*time.Millisecond); tick++ {
		seen.looks++
		now := time.Now()
		holders := s.holders()
		for n, who := range holders {
			if len(who) > 1 {
				seen.double++
				seen.overlap = max(seen.overlap, now.Sub(single[n]))
			} else {
				single[n] = now
			}
			if len(who) > 0 {
				last[n] = now
			}
			if gap := now.Sub(last[n]); gap > slices.Max(seen.gaps) {
				seen.longest = now.Sub(start)
			}
			seen.gaps[n] = max(seen.gaps[n], now.Sub(last[n]))
		}
		if tick%weighEvery == 0 {
			seen.memory = append(seen.memory, s.weigh(ctx, now.Sub(start)))
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
