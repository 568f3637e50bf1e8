package main

import (
	"math"
	"runtime/debug"
)

// servingMemory is what a serving process keeps its own memory under while it
// can: what it keeps ready of the libraries comes to some 85 MB of it at most.
// What the database takes inside the process, some ten megabytes, and the
// program itself come on top.
const servingMemory = 100 << 20

// spareMemory sets the garbage collector for a process that runs for months and
// mostly waits: memory before speed. What GOGC and GOMEMLIMIT say goes before.
func spareMemory() {
	if was := debug.SetGCPercent(50); was != 100 {
		debug.SetGCPercent(was)
	}
	if was := debug.SetMemoryLimit(-1); was == math.MaxInt64 {
		debug.SetMemoryLimit(servingMemory)
	}
}
