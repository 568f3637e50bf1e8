package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// memoryGroup is a control group that bounds memory, of version 2 or, where
// memory is looked after by version 1, of that.
type memoryGroup struct {
	dir string
	v1  bool
}

func newMemoryGroup(name string, most int64) (*memoryGroup, error) {
	g := &memoryGroup{dir: filepath.Join("/sys/fs/cgroup", "onrecord-"+name)}
	limit := "memory.max"
	if _, err := os.Stat("/sys/fs/cgroup/memory/memory.limit_in_bytes"); err == nil {
		g.dir, g.v1, limit = filepath.Join("/sys/fs/cgroup/memory", "onrecord-"+name), true, "memory.limit_in_bytes"
	}
	if err := os.Mkdir(g.dir, 0o755); err != nil {
		return nil, fmt.Errorf("make a control group: %w", err)
	}
	if err := os.WriteFile(filepath.Join(g.dir, limit), []byte(strconv.FormatInt(most, 10)), 0); err != nil {
		g.remove()
		return nil, fmt.Errorf("bound a control group: %w", err)
	}
	if !g.v1 {
		_ = os.WriteFile(filepath.Join(g.dir, "memory.swap.max"), []byte("0"), 0) // there may be no swap
	}
	return g, nil
}

// enter puts the calling thread into a group of version 1, and so the processes
// that it starts. In version 2 a process is put there as it is started.
func (g *memoryGroup) enter() error {
	if !g.v1 {
		return nil
	}
	if err := os.WriteFile(filepath.Join(g.dir, "tasks"), []byte(strconv.Itoa(syscall.Gettid())), 0); err != nil {
		return fmt.Errorf("enter a control group: %w", err)
	}
	return nil
}

// start starts a process in the group, from a thread that has entered it.
func (g *memoryGroup) start(cmd *exec.Cmd) error {
	if !g.v1 {
		dir, err := os.Open(g.dir)
		if err != nil {
			return err
		}
		defer dir.Close()
		cmd.SysProcAttr.UseCgroupFD, cmd.SysProcAttr.CgroupFD = true, int(dir.Fd())
	}
	return cmd.Start()
}

// killed counts processes that the kernel ended in the group, and tells the most
// bytes that it held, files included.
func (g *memoryGroup) killed() (times, most int64) {
	events, peak := "memory.events", "memory.peak"
	if g.v1 {
		events, peak = "memory.oom_control", "memory.max_usage_in_bytes"
	}
	times, most = -1, -1
	if text, err := os.ReadFile(filepath.Join(g.dir, events)); err == nil {
		for line := range strings.Lines(string(text)) {
			if n, ok := strings.CutPrefix(line, "oom_kill "); ok {
				times, _ = strconv.ParseInt(strings.TrimSpace(n), 10, 64) // -1 would be shown as unknown, 0 as fine
			}
		}
	}
	if text, err := os.ReadFile(filepath.Join(g.dir, peak)); err == nil {
		most, _ = strconv.ParseInt(strings.TrimSpace(string(text)), 10, 64)
	}
	return times, most
}

// remove removes the group once its last process is gone.
func (g *memoryGroup) remove() {
	for range 50 {
		if err := os.Remove(g.dir); err == nil || os.IsNotExist(err) {
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
}
