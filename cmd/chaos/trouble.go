package main

import (
	"context"
	"fmt"
	"math/rand/v2"
	"syscall"
	"time"
)

// trouble breaks one thing after another and mends it, until ctx ends, and
// tells what it did. The first comes when things have run for a while.
func (s *scene) trouble(ctx context.Context) (done []string) {
	if s.calm {
		<-ctx.Done()
		return nil
	}
	random := rand.New(rand.NewPCG(3, 4))
	kinds := []func(*process) (what string, mend func(), after time.Duration){
		func(p *process) (string, func(), time.Duration) {
			p.signal(syscall.SIGKILL)
			return p.name + " killed (-9), started again after 5 s", func() { _ = p.start() }, 5 * time.Second
		},
		func(p *process) (string, func(), time.Duration) {
			p.signal(syscall.SIGSTOP)
			return p.name + " stopped (SIGSTOP) for 30 s", func() { p.signal(syscall.SIGCONT) }, 30 * time.Second
		},
		func(p *process) (string, func(), time.Duration) {
			p.database.cut()
			return p.name + " cut off from the database for 20 s", p.database.mend, 20 * time.Second
		},
		func(p *process) (string, func(), time.Duration) {
			p.discord.cut()
			return p.name + " cut off from Discord for 10 s", p.discord.mend, 10 * time.Second
		},
		func(p *process) (string, func(), time.Duration) {
			p.signal(syscall.SIGTERM)
			return p.name + " told to stop (SIGTERM), started again at once", func() { _ = p.start() }, 0
		},
		func(*process) (string, func(), time.Duration) {
			_ = s.database.Crash()
			return "the database stopped at once, started again after 5 s", func() { _ = s.database.Start() }, 5 * time.Second
		},
	}
	start := time.Now()
	for n := 0; ; n++ {
		if pause(ctx, 10*time.Second) {
			return done
		}
		p := s.processes[random.IntN(len(s.processes))]
		at := time.Since(start).Round(time.Second)
		what, mend, after := kinds[n%len(kinds)](p)
		done = append(done, fmt.Sprintf("%6v  %s", at, what))
		ended := pause(ctx, after)
		mend()
		if ended {
			return done
		}
	}
}

// pause waits; true when ctx has ended.
func pause(ctx context.Context, d time.Duration) bool {
	select {
	case <-ctx.Done():
		return true
	case <-time.After(d):
		return false
	}
}
