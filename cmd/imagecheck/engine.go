package main

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"time"
)

// engine builds the project's image and runs it.
type engine interface {
	name() string
	// build builds the image, unless it was built before, and makes it ready.
	build(ctx context.Context, built bool) error
	// sizes are those of the image, unpacked and as it is sent over a network.
	sizes(ctx context.Context) (plain, packed int64, err error)
	// run starts a container on this machine's network: a read-only root, a
	// folder /data of its own, /tmp in memory, no rights, so many bytes.
	run(ctx context.Context, memory int64, env []string, args ...string) (container, error)
	// close removes what was made, but for the image.
	close() error
}

// container is one that runs.
type container interface {
	// pid is that of its first process, as this machine counts.
	pid() int
	// began is when that process was started, at the earliest.
	began() time.Time
	// exec runs the image's program once more in it, as HEALTHCHECK does.
	exec(ctx context.Context, args ...string) (status int, out string, err error)
	// terminate sends SIGTERM.
	terminate() error
	// wait waits for its end and returns its exit status and what it printed.
	wait(ctx context.Context) (status int, out string, err error)
	// killed counts processes that the kernel ended for want of memory, and tells
	// the most bytes there were; -1 where the engine does not say.
	killed() (times, most int64)
	// remove ends it at once, if it still runs.
	remove()
}

// errNone says that no engine is there.
var errNone = errors.New("neither docker nor podman nor docker-check can build an image here")

// choose returns docker or podman where their engine answers, else the stand-in
// of tool, a script that builds the image with buildah.
func choose(ctx context.Context, project, tool string) (engine, error) {
	for _, program := range []string{"docker", "podman"} {
		if exec.CommandContext(ctx, program, "info").Run() == nil {
			return &docker{program: program, project: project}, nil
		}
	}
	if _, err := os.Stat(tool); err == nil {
		return newSandbox(project, tool)
	}
	return nil, errNone
}
