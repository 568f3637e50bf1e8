package main

import (
	"math"
	"os"
	"runtime/debug"
	"strconv"

	"onrecord/ingest/apart"
)

// servingMemory is what a serving process keeps its own memory under while it
// can: what it keeps ready of the libraries comes to some 85 MB of it at most.
// What the database takes inside the process, some ten megabytes, and the
// program itself come on top.
const servingMemory = 100 << 20

// besideHeap is what a serving process takes beside its heap: what SQLite keeps
// in memory, and the pages of the program that are in use.
const besideHeap = 24 << 20

// leastReading is what even a small page's reader needs.
const leastReading = 48 << 20

// memoryPlan shares out what this process and its children may take together.
type memoryPlan struct {
	limit   uint64 // of the container, 0 for none
	serving uint64 // the heap of onrecord serve
	reading uint64 // one child that reads a stranger's document
	readers int    // how many of them at once, 0 for any number
}

// planMemory shares out the limit of a container, 0 for none: three eighths for
// serving, up to what it can use, and the rest for readers, one after another
// where there is little. A reader whose share is too small for a document ends
// with a sentence about that; without a share the kernel would end somebody.
func planMemory(limit uint64) memoryPlan {
	if limit == 0 {
		return memoryPlan{serving: servingMemory, reading: apart.MaxMemory}
	}
	p := memoryPlan{limit: limit, serving: min(servingMemory, limit/8*3)}
	left := uint64(0)
	if limit > p.serving+besideHeap {
		left = limit - p.serving - besideHeap
	}
	p.reading = min(max(left, leastReading), apart.MaxMemory)
	p.readers = int(max(1, left/p.reading))
	return p
}

// here is the plan for the machine, or the container, that this process is in.
func here() memoryPlan { return planMemory(memoryLimit(os.DirFS("/"))) }

// spareMemory sets the garbage collector for a process that runs for months and
// mostly waits: memory before speed. What GOGC and GOMEMLIMIT say goes before.
func spareMemory() { here().keepTo() }

func (p memoryPlan) keepTo() {
	if was := debug.SetGCPercent(50); was != 100 {
		debug.SetGCPercent(was)
	}
	if was := debug.SetMemoryLimit(-1); was == math.MaxInt64 {
		debug.SetMemoryLimit(int64(p.serving))
	}
}

// megabytes writes a number of bytes for people.
func megabytes(n uint64) string { return strconv.FormatUint(n>>20, 10) + " MB" }
