// Command bench measures the index on large invented libraries beside bleve and
// SQLite's own full text search. The comparison lives in a module of its own,
// bench/, so that what only it needs never reaches the program; this command
// runs it from the repository's root:
//
//	go run ./cmd/bench -sizes 1000,30000 -out docs/bench
package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) { // it has said itself what went wrong
			fmt.Fprintln(os.Stderr, "bench:", err)
		}
		os.Exit(1)
	}
}

func run(args []string) error {
	if _, err := os.Stat(filepath.Join("bench", "go.mod")); err != nil {
		return errors.New("run it from the repository's root, where bench/ is")
	}
	folder, err := os.MkdirTemp("", "onrecord-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	program := filepath.Join(folder, "bench")
	// The program's go.mod may have moved on; the bench's follows.
	build := exec.Command("go", "build", "-C", "bench", "-mod=mod", "-o", program, ".")
	build.Stderr = os.Stderr
	if err := build.Run(); err != nil {
		return err
	}
	cmd := exec.Command(program, args...)
	cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
	return cmd.Run()
}
