package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"time"
)

func report(w io.Writer, o outcome, seen sightings, broken []string) {
	for _, line := range broken {
		fmt.Fprintln(w, line)
	}
	fmt.Fprintf(w, "\n%-46s %10s %10s\n", "questions", "mention", "command")
	row := func(what string, n [2]int) { fmt.Fprintf(w, "%-46s %10d %10d\n", what, n[0], n[1]) }
	row("answered rightly, once", o.right)
	row("told, once, that it failed or to come again", o.told)
	row("answered twice", o.twice)
	row("told by Discord: no reply within 3 s", o.late)
	row("delivered and never answered", o.nothing)
	row("never delivered: no session had the shard", o.undelivered)
	fmt.Fprintf(w, "%-46s %10d\n", "in all", o.all)
	if len(o.lost) > 0 {
		fmt.Fprintln(w, "never answered:", strings.Join(o.lost[:min(len(o.lost), 20)], ", "))
	}
	if len(o.took) > 0 {
		slices.Sort(o.took)
		at := func(share float64) time.Duration {
			return o.took[int(share*float64(len(o.took)-1))].Round(time.Millisecond)
		}
		fmt.Fprintf(w, "time to the answer: p50 %v, p99 %v, longest %v\n", at(.5), at(.99), at(1))
	}
	fmt.Fprintf(w, "longest gap of a shard: %v, until %v (each: %v)\n", slices.Max(seen.gaps).Round(100*time.Millisecond), seen.longest.Round(time.Second), rounded(seen.gaps))
	fmt.Fprintf(w, "two running processes on one shard: %d of %d looks, for %v at the longest\n", seen.double, seen.looks, seen.overlap.Round(100*time.Millisecond))
	if n := len(seen.memory); n > 0 {
		first, last := seen.memory[0], seen.memory[n-1]
		fmt.Fprintf(w, "memory of all processes: %d MB at the start, %d MB at the end\n", first.resident>>20, last.resident>>20)
	}
}

func rounded(all []time.Duration) []time.Duration {
	out := slices.Clone(all)
	for i := range out {
		out[i] = out[i].Round(100 * time.Millisecond)
	}
	return out
}
