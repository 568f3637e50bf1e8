package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"time"
)

// report prints what was broken, what became of the questions, and what was seen
// of the shards and the processes.
func report(w io.Writer, o outcome, seen sightings, memory []sample, broken []string) {
	for _, line := range broken {
		fmt.Fprintln(w, line)
	}
	fmt.Fprintf(w, "\n%-46s %10s %10s\n", "questions", "mention", "command")
	for _, e := range endings() {
		fmt.Fprintf(w, "%-46s %10d %10d\n", e, o.ended[e][byMention], o.ended[e][byCommand])
	}
	fmt.Fprintf(w, "%-46s %10d\n", "in all", o.all)
	const most = 20
	if len(o.lost) > 0 {
		fmt.Fprintln(w, "never answered:", strings.Join(o.lost[:min(len(o.lost), most)], ", "))
	}
	for _, odd := range o.odd[:min(len(o.odd), most)] {
		fmt.Fprintln(w, "answered otherwise:", odd)
	}
	if len(o.took) > 0 {
		slices.Sort(o.took)
		at := func(share float64) time.Duration {
			return o.took[int(share*float64(len(o.took)-1))].Round(time.Millisecond)
		}
		fmt.Fprintf(w, "time to the answer: p50 %v, p99 %v, longest %v\n", at(.5), at(.99), at(1))
	}
	if longest := slices.Max(seen.gaps); longest > 0 {
		fmt.Fprintf(w, "longest time that a shard was without a running process: %v, until %v after the start (by shard: %v)\n",
			longest.Round(100*time.Millisecond), seen.longest.Round(time.Second), rounded(seen.gaps))
	} else {
		fmt.Fprintln(w, "no shard was seen without a running process")
	}
	fmt.Fprintf(w, "two running processes on one shard: in %d of %d looks, for %v at the longest\n", seen.double, seen.looks, seen.overlap.Round(100*time.Millisecond))
	if n := len(memory); n > 0 {
		first, last := memory[0], memory[n-1]
		fmt.Fprintf(w, "memory of all processes: %d MB at the start, %d MB at the end\n", first.resident>>20, last.resident>>20)
	}
}

// counted is a number with what it counts.
func counted(n int, one, more string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprint(n, " ", more)
}

func rounded(all []time.Duration) []time.Duration {
	out := slices.Clone(all)
	for i := range out {
		out[i] = out[i].Round(100 * time.Millisecond)
	}
	return out
}
