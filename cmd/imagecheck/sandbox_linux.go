package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"syscall"
	"time"
)

// sandbox runs an image that docker-check has built where there is no engine: in
// namespaces and a control group of its own, on the image's files mounted
// read-only, as the image's user, without rights. It has to be root to do so.
type sandbox struct {
	project, tool string
	store         string // buildah's
	work          string // a temporary folder
	from          string // buildah's container whose files are used
	root          string // where they are
	config        imageConfig
}

// imageConfig is how an image wants to be run.
type imageConfig struct {
	Env        []string
	Entrypoint []string
	WorkingDir string
}

func newSandbox(project, tool string) (engine, error) {
	if os.Geteuid() != 0 {
		return nil, errors.New("without docker or podman, running the image takes root")
	}
	work, err := os.MkdirTemp("", "onrecord-imagecheck-")
	if err != nil {
		return nil, err
	}
	store := os.Getenv("DOCKER_CHECK_STORE")
	if store == "" {
		store = "/var/tmp/docker-check"
	}
	return &sandbox{project: project, tool: tool, store: store, work: work}, nil
}

func (s *sandbox) name() string { return filepath.Base(s.tool) + " and a sandbox" }

func (s *sandbox) buildah(ctx context.Context, args ...string) (string, error) {
	cmd := exec.CommandContext(ctx, "buildah", append([]string{"--root", s.store + "/root", "--runroot", s.store + "/run"}, args...)...)
	cmd.Env = append(os.Environ(), "STORAGE_DRIVER=vfs")
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Run(); err != nil {
		return "", fmt.Errorf("buildah %s: %w: %s", args[0], err, strings.TrimSpace(errs.String()))
	}
	return strings.TrimSpace(out.String()), nil
}

func (s *sandbox) build(ctx context.Context, built bool) (err error) {
	if !built {
		// It refuses an image that runs as root, and runs what it built once.
		if _, err := output(ctx, s.tool, s.project, "--", "version"); err != nil {
			return err
		}
	}
	if s.from, err = s.buildah(ctx, "from", "--pull-never", "docker-check:latest"); err != nil {
		return err
	}
	if s.root, err = s.buildah(ctx, "mount", s.from); err != nil {
		return err
	}
	text, err := s.buildah(ctx, "inspect", "--type", "image", "docker-check:latest")
	if err != nil {
		return err
	}
	var image struct{ OCIv1 struct{ Config imageConfig } }
	if err := json.Unmarshal([]byte(text), &image); err != nil {
		return err
	}
	s.config = image.OCIv1.Config
	// What engines mount by themselves.
	for _, dir := range []string{"proc", "sys/fs/cgroup", "dev"} {
		if err := os.MkdirAll(filepath.Join(s.root, dir), 0o755); err != nil {
			return err
		}
	}
	for _, device := range devices {
		if err := os.WriteFile(filepath.Join(s.root, device), nil, 0o666); err != nil {
			return err
		}
	}
	return nil
}

// sizes writes the image as a registry keeps it and adds its layers up.
func (s *sandbox) sizes(ctx context.Context) (plain, packed int64, err error) {
	dir := filepath.Join(s.work, "oci")
	if _, err := s.buildah(ctx, "push", "--quiet", "docker-check:latest", "oci:"+dir); err != nil {
		return 0, 0, err
	}
	blobs, err := filepath.Glob(dir + "/blobs/sha256/*")
	if err != nil {
		return 0, 0, err
	}
	for _, b := range blobs {
		info, err := os.Stat(b)
		if err != nil {
			return 0, 0, err
		}
		packed += info.Size()
	}
	err = filepath.WalkDir(s.root, func(_ string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err == nil && info.Mode().IsRegular() {
			plain += info.Size()
		}
		return err
	})
	return plain, packed, err
}

func (s *sandbox) run(_ context.Context, memory int64, env []string, args ...string) (container, error) {
	data, err := os.MkdirTemp(s.work, "data-")
	if err != nil {
		return nil, err
	}
	if err := os.Chown(data, user, user); err != nil {
		return nil, err
	}
	group, err := newMemoryGroup(filepath.Base(data), memory)
	if err != nil {
		return nil, err
	}
	c := &sandboxed{s: s, data: data, group: group, env: env}
	c.start = time.Now()
	if c.cmd, err = c.command(&c.out, args...); err != nil {
		group.remove()
		return nil, err
	}
	return c, nil
}

func (s *sandbox) close() error {
	var err error
	if s.from != "" {
		_, err = s.buildah(context.Background(), "rm", s.from)
	}
	return errors.Join(err, os.RemoveAll(s.work))
}

// sandboxed is a container of a sandbox.
type sandboxed struct {
	s     *sandbox
	data  string
	group *memoryGroup
	env   []string
	start time.Time
	out   printed
	cmd   *exec.Cmd
}

// printed is what a process prints, which others may read meanwhile.
type printed struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (p *printed) Write(text []byte) (int, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.b.Write(text)
}

func (p *printed) String() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.b.String()
}

// command starts the image's program. A thread of its own gives up what the
// container must not have, starts the process, which inherits that, and ends.
func (c *sandboxed) command(out *printed, args ...string) (*exec.Cmd, error) {
	type started struct {
		cmd *exec.Cmd
		err error
	}
	done := make(chan started)
	go func() {
		runtime.LockOSThread() // and never unlocked: the thread goes with the goroutine
		if err := errors.Join(c.group.enter(), furnish(c.s.root, c.data), giveUp()); err != nil {
			done <- started{nil, err}
			return
		}
		line := append(append([]string{}, c.s.config.Entrypoint...), args...)
		cmd := &exec.Cmd{Path: line[0], Args: line, Dir: c.s.config.WorkingDir, Env: append(append([]string{}, c.s.config.Env...), c.env...),
			Stdout: out, Stderr: out, SysProcAttr: &syscall.SysProcAttr{
				Chroot: c.s.root, Credential: &syscall.Credential{Uid: user, Gid: user}, Cloneflags: syscall.CLONE_NEWPID,
			}}
		done <- started{cmd, c.group.start(cmd)}
	}()
	got := <-done
	return got.cmd, got.err
}

func (c *sandboxed) pid() int         { return c.cmd.Process.Pid }
func (c *sandboxed) began() time.Time { return c.start }
func (c *sandboxed) terminate() error { return c.cmd.Process.Signal(syscall.SIGTERM) }

func (c *sandboxed) exec(_ context.Context, args ...string) (int, string, error) {
	var out printed
	cmd, err := c.command(&out, args...)
	if err != nil {
		return 0, "", err
	}
	return ended(cmd.Wait(), &out)
}

func (c *sandboxed) wait(ctx context.Context) (int, string, error) {
	stop := context.AfterFunc(ctx, func() { _ = c.cmd.Process.Kill() })
	defer stop()
	return ended(c.cmd.Wait(), &c.out)
}

func ended(err error, out *printed) (int, string, error) {
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		return exit.ExitCode(), out.String(), nil
	}
	return 0, out.String(), err
}

func (c *sandboxed) killed() (times, most int64) { return c.group.killed() }

func (c *sandboxed) remove() {
	if c.cmd.ProcessState == nil {
		_ = c.cmd.Process.Kill()
		_ = c.cmd.Wait()
	}
	c.group.remove()
}
