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

// groups is where control groups are.
const groups = "/sys/fs/cgroup"

func newMemoryGroup(name string, most int64) (*memoryGroup, error) {
	parent, limit, v1 := groups, "memory.max", false
	if _, err := os.Stat(filepath.Join(groups, "memory", "memory.limit_in_bytes")); err == nil {
		parent, limit, v1 = filepath.Join(groups, "memory"), "memory.limit_in_bytes", true
	}
	sweep(parent)
	g := &memoryGroup{dir: filepath.Join(parent, groupName(os.Getpid(), name)), v1: v1}
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
			if text, ok := strings.CutPrefix(line, "oom_kill "); ok {
				times = number(text)
			}
		}
	}
	if text, err := os.ReadFile(filepath.Join(g.dir, peak)); err == nil {
		most = number(string(text))
	}
	return times, most
}

// number is one that the kernel tells, -1 for what is none.
func number(text string) int64 {
	n, err := strconv.ParseInt(strings.TrimSpace(text), 10, 64)
	if err != nil {
		return -1
	}
	return n
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

// groupPrefix begins the names of our groups; the number of the process that made
// one comes next.
const groupPrefix = "onrecord-imagecheck-"

func groupName(pid int, name string) string { return fmt.Sprintf("%s%d-%s", groupPrefix, pid, name) }

// sweep ends and removes what an imagecheck that was killed has left in a folder
// of groups.
func sweep(parent string) {
	entries, err := os.ReadDir(parent)
	if err != nil {
		return // making a group says what is wrong
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	for _, name := range abandoned(names, runs) {
		g := &memoryGroup{dir: filepath.Join(parent, name)}
		for _, pid := range g.members() {
			_ = syscall.Kill(pid, syscall.SIGKILL)
		}
		g.remove()
	}
}

// abandoned are those of our groups whose maker no longer runs.
func abandoned(names []string, runs func(pid int) bool) (left []string) {
	for _, name := range names {
		rest, ours := strings.CutPrefix(name, groupPrefix)
		number, _, _ := strings.Cut(rest, "-")
		if pid, err := strconv.Atoi(number); ours && err == nil && pid > 0 && !runs(pid) {
			left = append(left, name)
		}
	}
	return left
}

// runs tells whether there is a process of that number.
func runs(pid int) bool { return syscall.Kill(pid, 0) != syscall.ESRCH }

// members are the processes in the group.
func (g *memoryGroup) members() (pids []int) {
	text, err := os.ReadFile(filepath.Join(g.dir, "cgroup.procs"))
	if err != nil {
		return nil
	}
	for line := range strings.Lines(string(text)) {
		if pid, err := strconv.Atoi(strings.TrimSpace(line)); err == nil && pid > 0 {
			pids = append(pids, pid)
		}
	}
	return pids
}
