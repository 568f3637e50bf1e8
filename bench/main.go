// Command bench measures onrecord's index on invented libraries beside other
// engines: bleve, SQLite FTS5's own bm25(), and a plain index in memory. It
// writes its report and a plot as files.
//
//	go run ./cmd/bench -sizes 1000,30000 -out docs/bench     (from the repository's root)
//
// Every engine is built and asked in a process of its own, so that its memory
// can be told.
package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"

	"onrecord/store/storetest"
)

// result is what was measured of one engine at one size.
type result struct {
	Engine     string
	Paragraphs int
	Build      built
	Asked      asked
}

// order is the engines' order in reports.
var order = []string{"onrecord on SQLite", "onrecord on PostgreSQL", "bleve", "SQLite FTS5 bm25()", "plain index in memory"}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string) error {
	flags := flag.NewFlagSet("bench", flag.ExitOnError)
	sizes := flags.String("sizes", "1000,30000", "paragraphs of each library, with commas: 1000,30000,300000,1000000")
	only := flags.String("engines", "", "only engines whose name has one of these, with commas: sqlite,postgresql,bleve,fts5,memory")
	out := flags.String("out", "", "folder for report.md, growth.svg and results.json; what they hold of other sizes stays")
	questions := flags.Int("questions", 400, "questions asked of each scope")
	nice := flags.Int("nice", 0, "priority of the processes that are asked (below 0 needs root), for a machine that is not idle")
	worker := flags.String("worker", "", "for the program itself: measure one engine")
	place := flags.String("place", "", "for the program itself: where that engine lives")
	if err := flags.Parse(args); err != nil {
		return err
	}
	var list []int
	for _, s := range strings.Split(*sizes, ",") {
		n, err := strconv.Atoi(s)
		if err != nil || n < 1000 {
			return fmt.Errorf("size %q is not a number of at least 1000 paragraphs", s)
		}
		list = append(list, n)
	}
	if *worker != "" {
		r, err := measure(ctx, *worker, *place, list[0], *questions)
		if err != nil {
			return err
		}
		return json.NewEncoder(os.Stdout).Encode(r)
	}
	results, err := earlier(*out)
	if err != nil {
		return err
	}
	for _, size := range list {
		for _, name := range order {
			if !chosen(name, *only) {
				continue
			}
			r, err := spawn(ctx, name, size, *questions, *nice)
			if err != nil {
				return fmt.Errorf("%s at %d paragraphs: %w", name, size, err)
			}
			results = slices.DeleteFunc(results, func(old result) bool { return old.Engine == name && old.Paragraphs == size })
			results = append(results, *r)
			if err := report(*out, results); err != nil {
				return err
			}
		}
	}
	return nil
}

func chosen(name, only string) bool {
	if only == "" {
		return true
	}
	for _, part := range strings.Split(only, ",") {
		if strings.Contains(strings.ToLower(name), strings.ToLower(part)) {
			return true
		}
	}
	return false
}

// spawn builds and asks an engine in processes of their own, in a folder that
// is removed afterwards.
func spawn(ctx context.Context, name string, size, questions, nice int) (*result, error) {
	folder, err := os.MkdirTemp("", "onrecord-bench-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(folder)
	place := filepath.Join(folder, "library")
	server := 0
	if name == "onrecord on PostgreSQL" {
		cluster, err := storetest.StartCluster()
		if err != nil {
			fmt.Fprintf(os.Stderr, "bench: %s is left out: %v\n", name, err)
			return &result{Engine: name, Paragraphs: size}, nil
		}
		defer cluster.Close()
		place = cluster.Address("postgres")
		if server, err = cluster.Pid(); err != nil {
			return nil, err
		}
	}
	r := &result{Engine: name, Paragraphs: size}
	for _, part := range []string{"build ", "ask "} {
		command := []string{os.Args[0], "-sizes", strconv.Itoa(size), "-questions", strconv.Itoa(questions), "-worker", part + name, "-place", place}
		if part == "ask " && nice != 0 {
			command = append([]string{"nice", "-n", strconv.Itoa(nice)}, command...)
			if server != 0 { // its sessions inherit it
				if err := syscall.Setpriority(syscall.PRIO_PROCESS, server, nice); err != nil {
					return nil, fmt.Errorf("set the server's priority: %w", err)
				}
			}
		}
		cmd := exec.CommandContext(ctx, command[0], command[1:]...)
		cmd.Stderr = os.Stderr
		out, err := cmd.Output()
		if err != nil {
			return nil, err
		}
		if err := json.Unmarshal(out, r); err != nil {
			return nil, err
		}
	}
	fmt.Fprintf(os.Stderr, "%-24s %9d paragraphs: %s\n", name, size, r.line())
	return r, nil
}
