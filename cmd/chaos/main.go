// Command chaos runs several onrecord processes that share one bot's gateway
// through PostgreSQL, asks questions at a steady rate, and breaks one thing
// after another meanwhile: processes are killed and paused, cut off from the
// database and from Discord, and the database is stopped. It prints what became
// of the questions and of the shards.
//
//	go run ./cmd/chaos -for 10m
//
// With -calm nothing is broken, and what becomes of memory and goroutines is what
// it is for: a soak test. -idle looks on after the last question.
//
//	go run ./cmd/chaos -calm -sqlite -processes 1 -shards 1 -rate 50 -for 1h -idle 2m -plot docs/soak.svg
//
// Everything stays on this machine. It needs PostgreSQL's programs, or -sqlite, and
// Linux.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"
	"time"
)

func main() {
	o := options{}
	flag.DurationVar(&o.length, "for", 2*time.Minute, "how long to ask")
	flag.IntVar(&o.rate, "rate", 100, "questions a second")
	flag.IntVar(&o.processes, "processes", 4, "how many processes share the gateway")
	flag.IntVar(&o.shards, "shards", 16, "into how many shards it is split")
	flag.IntVar(&o.servers, "servers", 1000, "how many servers ask")
	flag.IntVar(&o.libraries, "libraries", 200, "how many of them have a library of their own")
	flag.BoolVar(&o.sqlite, "sqlite", false, "one process with its own file in place of PostgreSQL")
	flag.DurationVar(&o.idle, "idle", 0, "how long to look on after the last question")
	flag.BoolVar(&o.calm, "calm", false, "break nothing")
	flag.StringVar(&o.plot, "plot", "", "an SVG file for memory and goroutines over time")
	flag.BoolVar(&o.verbose, "v", false, "show the processes' logs")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, o); err != nil {
		fmt.Fprintln(os.Stderr, "chaos:", err)
		os.Exit(1)
	}
}

type options struct {
	length, idle                                time.Duration
	rate, processes, shards, servers, libraries int
	calm, sqlite, verbose                       bool
	plot                                        string
}

// check tells what can't be, before anything is started.
func (o options) check() error {
	switch {
	case o.rate < 1 || o.rate > 1000:
		return errors.New("-rate: give a number of questions a second from 1 to 1000")
	case o.processes < 1 || o.shards < 1 || o.servers < 1:
		return errors.New("-processes, -shards and -servers: give one or more of each")
	case o.libraries < 0 || o.libraries > o.servers:
		return errors.New("-libraries: give as many as there are servers at most")
	case o.sqlite && o.processes != 1:
		return errors.New("-sqlite is for one process: add -processes 1")
	case o.sqlite && !o.calm:
		return errors.New("-sqlite has no database to be cut off from: add -calm")
	}
	if _, err := os.Stat(filepath.Dir(o.plot)); o.plot != "" && err != nil {
		return fmt.Errorf("-plot: %w", err)
	}
	return nil
}

func run(ctx context.Context, o options) error {
	if err := o.check(); err != nil {
		return err
	}
	s, err := set(ctx, o)
	if err != nil {
		return err
	}
	defer s.strike()
	fmt.Printf("%s, %s, %s a second over %s for %v\n", counted(o.processes, "process", "processes"), counted(o.shards, "shard", "shards"),
		counted(o.rate, "question", "questions"), counted(o.servers, "server", "servers"), o.length)
	for _, p := range s.processes {
		took, err := p.awaitReady(ctx)
		if err != nil {
			return err
		}
		fmt.Printf("%s was ready %v after its start, with %d MB\n", p.name, took.Round(time.Millisecond), resident(p.pid())>>20)
	}
	if err := s.settle(ctx); err != nil {
		return err
	}
	watching, stop := context.WithCancel(ctx)
	seen := make(chan sightings, 1)
	go func() { seen <- s.watch(watching) }()
	weighed := make(chan []sample, 1)
	go func() { weighed <- s.weighAll(watching) }()
	broken := make(chan []string, 1)
	go func() { broken <- s.trouble(watching) }()
	asked := s.ask(ctx)
	pause(ctx, o.idle)
	stop()
	looks, memory := <-seen, <-weighed
	report(os.Stdout, asked.judge(s.discord), looks, memory, <-broken)
	if o.plot == "" {
		return nil
	}
	title := fmt.Sprintf("%s a second for %v", counted(o.rate, "question", "questions"), o.length)
	return os.WriteFile(o.plot, []byte(plot(title, memory)), 0o644)
}
