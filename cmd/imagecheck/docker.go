package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"strconv"
	"strings"
	"time"
)

// tag names the image that is built.
const tag = "onrecord-imagecheck"

// docker is Docker's engine, or Podman, which takes the same words.
type docker struct{ program, project string }

func (d *docker) name() string { return d.program }

func (d *docker) build(ctx context.Context, built bool) error {
	if built {
		return nil
	}
	_, err := output(ctx, d.program, "build", "--quiet", "--tag", tag, d.project)
	return err
}

func (d *docker) sizes(ctx context.Context) (plain, packed int64, err error) {
	text, err := output(ctx, d.program, "image", "inspect", "--format", "{{.Size}}", tag)
	if err != nil {
		return 0, 0, err
	}
	if plain, err = strconv.ParseInt(strings.TrimSpace(text), 10, 64); err != nil {
		return 0, 0, err
	}
	// The layers are compressed one by one when they are pushed; together they
	// come to the same within a few bytes.
	save := exec.CommandContext(ctx, d.program, "save", tag)
	out, err := save.StdoutPipe()
	if err != nil {
		return 0, 0, err
	}
	if err := save.Start(); err != nil {
		return 0, 0, err
	}
	var n counter
	z := gzip.NewWriter(&n)
	_, err = io.Copy(z, out)
	return plain, int64(n), errors.Join(err, z.Close(), save.Wait())
}

// counter counts what is written.
type counter int64

func (c *counter) Write(p []byte) (int, error) {
	*c += counter(len(p))
	return len(p), nil
}

func (d *docker) run(ctx context.Context, memory int64, env []string, args ...string) (container, error) {
	line := []string{"run", "--detach", "--network", "host", "--read-only", "--tmpfs", "/tmp:size=64m,mode=1777",
		"--cap-drop", "ALL", "--security-opt", "no-new-privileges", "--memory", strconv.FormatInt(memory, 10), "--pids-limit", "128"}
	for _, e := range env {
		line = append(line, "--env", e)
	}
	c := &dockerContainer{program: d.program, start: time.Now()}
	id, err := output(ctx, d.program, append(append(line, tag), args...)...)
	if err != nil {
		return nil, err
	}
	c.id = strings.TrimSpace(id)
	text, err := output(ctx, d.program, "inspect", "--format", "{{.State.Pid}}", c.id)
	if err == nil {
		c.process, err = strconv.Atoi(strings.TrimSpace(text))
	}
	if err != nil {
		c.remove()
		return nil, err
	}
	return c, nil
}

func (d *docker) close() error { return nil }

type dockerContainer struct {
	program, id string
	process     int
	start       time.Time
}

func (c *dockerContainer) pid() int         { return c.process }
func (c *dockerContainer) began() time.Time { return c.start }

func (c *dockerContainer) exec(ctx context.Context, args ...string) (int, string, error) {
	cmd := exec.CommandContext(ctx, c.program, append([]string{"exec", c.id, "/usr/local/bin/onrecord"}, args...)...)
	out, err := cmd.CombinedOutput()
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		return exit.ExitCode(), string(out), nil
	}
	return 0, string(out), err
}

func (c *dockerContainer) terminate() error {
	return exec.Command(c.program, "kill", "--signal", "TERM", c.id).Run()
}

func (c *dockerContainer) wait(ctx context.Context) (int, string, error) {
	text, err := output(ctx, c.program, "wait", c.id)
	if err != nil {
		return 0, "", err
	}
	status, err := strconv.Atoi(strings.TrimSpace(text))
	if err != nil {
		return 0, "", err
	}
	out, err := exec.CommandContext(ctx, c.program, "logs", c.id).CombinedOutput()
	return status, string(out), err
}

func (c *dockerContainer) killed() (times, most int64) {
	text, err := output(context.Background(), c.program, "inspect", "--format", "{{.State.OOMKilled}}", c.id)
	switch {
	case err != nil:
		return -1, -1
	case strings.TrimSpace(text) == "true":
		return 1, -1
	}
	return 0, -1
}

func (c *dockerContainer) remove() {
	_ = exec.Command(c.program, "rm", "--force", "--volumes", c.id).Run()
}

// output runs a program and returns what it prints; an error has its complaint.
func output(ctx context.Context, program string, args ...string) (string, error) {
	cmd := exec.CommandContext(ctx, program, args...)
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Run(); err != nil {
		return "", fmt.Errorf("%s %s: %w: %s", program, args[0], err, strings.TrimSpace(errs.String()))
	}
	return out.String(), nil
}
