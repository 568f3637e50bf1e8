package main

import (
	"bufio"
	"context"
	"fmt"
	"net/http"
	"os"
	"strconv"
	"strings"
	"time"
)

// sample is what all processes together use at a moment.
type sample struct {
	at         time.Duration
	resident   int64 // bytes
	heap       int64 // bytes of Go objects in use
	goroutines int
}

// weighEvery is the time between two samples.
const weighEvery = 5 * time.Second

// weighAll takes samples until ctx ends, beside those who look at the shards: a
// process that is cut off may take a while to tell.
func (s *scene) weighAll(ctx context.Context) (all []sample) {
	start := time.Now()
	for {
		all = append(all, s.weigh(ctx, time.Since(start)))
		if pause(ctx, weighEvery) {
			return all
		}
	}
}

// weigh asks every process, and the system, what it uses. One that doesn't run
// uses nothing, one that is paused tells nothing.
func (s *scene) weigh(ctx context.Context, at time.Duration) sample {
	one := sample{at: at}
	for _, p := range s.processes {
		one.resident += resident(p.pid())
		if p.isPaused() {
			continue
		}
		for name, value := range p.metrics(ctx) {
			switch name {
			case "go_memstats_heap_inuse_bytes":
				one.heap += int64(value)
			case "go_goroutines":
				one.goroutines += int(value)
			}
		}
	}
	return one
}

// resident is how much of a process is in memory, in bytes.
func resident(pid int) int64 {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0
	}
	for line := range strings.Lines(string(text)) {
		if fields := strings.Fields(line); len(fields) > 1 && fields[0] == "VmRSS:" {
			n, _ := strconv.ParseInt(fields[1], 10, 64)
			return n << 10
		}
	}
	return 0
}

// metrics are those of a process that have no labels.
func (p *process) metrics(ctx context.Context) map[string]float64 {
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	r, err := p.look(ctx, "/metrics")
	if err != nil {
		return nil
	}
	defer r.Body.Close()
	all := map[string]float64{}
	for lines := bufio.NewScanner(r.Body); lines.Scan(); {
		if name, value, ok := strings.Cut(lines.Text(), " "); ok {
			if n, err := strconv.ParseFloat(value, 64); err == nil {
				all[name] = n
			}
		}
	}
	return all
}

// look asks a process for a page of its health.
func (p *process) look(ctx context.Context, path string) (*http.Response, error) {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+p.ops+path, nil)
	if err != nil {
		return nil, err
	}
	return http.DefaultClient.Do(r)
}

// awaitReady waits until a process says that it is ready, and returns how long
// after its start that was.
func (p *process) awaitReady(ctx context.Context) (time.Duration, error) {
	for {
		if r, err := p.look(ctx, "/readyz"); err == nil {
			_ = r.Body.Close()
			if r.StatusCode == http.StatusOK {
				return time.Since(p.started), nil
			}
		}
		if pause(ctx, 10*time.Millisecond) {
			return 0, fmt.Errorf("%s never got ready: %w", p.name, ctx.Err())
		}
	}
}
