// Command imagecheck proves the image: it builds it, runs it as compose.yaml does
// against the fake Discord on this machine, and prints what it measured.
//
//	go run ./cmd/imagecheck
//
// It uses docker or podman where their engine answers. Where there is none, it
// uses a script that builds the image with buildah (-tool), and runs it in
// namespaces of its own, which takes root. The exit status is 1 when the image
// falls short of a goal.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	c := proof{}
	project := flag.String("project", ".", "the folder with the Dockerfile")
	tool := flag.String("tool", "../shared/tools/docker-check", "builds the image where neither docker nor podman is there")
	flag.BoolVar(&c.built, "built", false, "prove the image that was built last")
	flag.BoolVar(&c.log, "log", false, "show what onrecord serve logged")
	flag.Int64Var(&c.memory, "memory", 128, "the most memory, in MB")
	flag.IntVar(&c.rate, "rate", 50, "questions a second")
	flag.DurationVar(&c.load, "for", 10*time.Second, "how long they are asked")
	flag.Parse()
	if c.rate < 1 || c.rate > 1000 || c.memory < 1 || c.load <= 0 {
		fmt.Fprintln(os.Stderr, "imagecheck: give a -rate from 1 to 1000, and -memory and -for above zero")
		os.Exit(2)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	ctx, cancel := context.WithTimeout(ctx, 30*time.Minute)
	defer cancel()
	e, err := choose(ctx, *project, *tool)
	if errors.Is(err, errNone) {
		fmt.Println("imagecheck: skipped:", err)
		return
	}
	if err == nil {
		c.engine = e
		err = errors.Join(c.run(ctx), e.close())
	}
	c.print(os.Stdout)
	if err == nil && c.short > 0 {
		err = fmt.Errorf("the image falls short in %d of its goals", c.short)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "imagecheck:", err)
		stop()
		os.Exit(1)
	}
}
