package main

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// TestAbandoned: only groups of ours are swept, and only when their maker is gone.
func TestAbandoned(t *testing.T) {
	names := []string{groupName(11, "data-1"), groupName(12, "data-2"), "onrecord-imagecheck-x-data", "onrecord-imagecheck--5", "system.slice", "cgroup.procs"}
	got := abandoned(names, func(pid int) bool { return pid == 12 })
	if want := []string{groupName(11, "data-1")}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if !runs(os.Getpid()) {
		t.Error("this process does not run")
	}
}

func TestMembers(t *testing.T) {
	g := &memoryGroup{dir: t.TempDir()}
	if got := g.members(); len(got) != 0 {
		t.Errorf("a group that can't be read has %v", got)
	}
	if err := os.WriteFile(filepath.Join(g.dir, "cgroup.procs"), []byte("0\n314\n-1\n2718\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := g.members(); !slices.Equal(got, []int{314, 2718}) {
		t.Errorf("%v", got)
	}
}
