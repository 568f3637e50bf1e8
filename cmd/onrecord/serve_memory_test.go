package main

import (
	"math"
	"runtime/debug"
	"testing"
	"testing/fstest"

	"onrecord/ingest/apart"
)

// TestMemoryLimit reads the limits of containers as the kernel shows them.
func TestMemoryLimit(t *testing.T) {
	for _, c := range []struct {
		name  string
		files map[string]string
		want  uint64
	}{
		{"no control groups", nil, 0},
		{"version 2, in a container of its own", map[string]string{
			"proc/self/cgroup":         "0::/\n",
			"sys/fs/cgroup/memory.max": "134217728\n",
		}, 128 << 20},
		{"version 2, without a limit", map[string]string{
			"proc/self/cgroup":         "0::/\n",
			"sys/fs/cgroup/memory.max": "max\n",
		}, 0},
		{"version 2, a unit of systemd", map[string]string{
			"proc/self/cgroup": "0::/system.slice/onrecord.service\n",
			"sys/fs/cgroup/system.slice/onrecord.service/memory.max": "536870912\n",
			"sys/fs/cgroup/system.slice/memory.max":                  "max\n",
		}, 512 << 20},
		{"version 2, the pod is tighter than the container", map[string]string{
			"proc/self/cgroup":                          "0::/kubepods/pod1/c1\n",
			"sys/fs/cgroup/kubepods/pod1/c1/memory.max": "max\n",
			"sys/fs/cgroup/kubepods/pod1/memory.max":    "268435456\n",
			"sys/fs/cgroup/kubepods/memory.max":         "8589934592\n",
		}, 256 << 20},
		{"version 2, the host's path is not mounted", map[string]string{
			"proc/self/cgroup":         "0::/../../docker/abc\n",
			"sys/fs/cgroup/memory.max": "67108864\n",
		}, 64 << 20},
		{"version 1", map[string]string{
			"proc/self/cgroup": "9:name=systemd:/\n4:memory:/docker/abc\n1:cpu,cpuacct:/\n0::/\n",
			"sys/fs/cgroup/memory/docker/abc/memory.limit_in_bytes": "134217728\n",
			"sys/fs/cgroup/memory/memory.limit_in_bytes":            "9223372036854771712\n",
		}, 128 << 20},
		{"version 1, the host's path is not mounted", map[string]string{
			"proc/self/cgroup":                           "4:memory:/docker/abc\n",
			"sys/fs/cgroup/memory/memory.limit_in_bytes": "134217728\n",
		}, 128 << 20},
		{"version 1 without a limit", map[string]string{
			"proc/self/cgroup":                           "4:memory:/\n",
			"sys/fs/cgroup/memory/memory.limit_in_bytes": "9223372036854771712\n",
		}, 0},
		{"nonsense", map[string]string{
			"proc/self/cgroup":         "what\n::\n0::relative\n0::/\n",
			"sys/fs/cgroup/memory.max": "-5\n",
		}, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			root := fstest.MapFS{}
			for name, text := range c.files {
				root[name] = &fstest.MapFile{Data: []byte(text)}
			}
			if got := memoryLimit(root); got != c.want {
				t.Errorf("%d, want %d", got, c.want)
			}
		})
	}
}

// TestPlanMemory: what is shared out fits, in every container that holds a
// reader at all.
func TestPlanMemory(t *testing.T) {
	if p := planMemory(0); p.serving != servingMemory || p.reading != apart.MaxMemory || p.readers != 0 {
		t.Errorf("without a limit: %+v", p)
	}
	for limit := uint64(16 << 20); limit < 64<<30; limit += limit / 7 {
		p := planMemory(limit)
		if p.serving > servingMemory || p.reading < leastReading || p.reading > apart.MaxMemory || p.readers < 1 {
			t.Errorf("%d MB: %+v", limit>>20, p)
		}
		if all := p.serving + besideHeap + p.reading*uint64(p.readers); limit >= 116<<20 && all > limit {
			t.Errorf("%d MB: %d MB are shared out", limit>>20, all>>20)
		}
	}
}

// TestSpareMemory: what the operator says in GOMEMLIMIT goes before the plan.
func TestSpareMemory(t *testing.T) {
	limit, percent := debug.SetMemoryLimit(math.MaxInt64), debug.SetGCPercent(100)
	t.Cleanup(func() { debug.SetMemoryLimit(limit); debug.SetGCPercent(percent) })
	planMemory(128 << 20).keepTo()
	if got := debug.SetMemoryLimit(-1); got != 48<<20 {
		t.Errorf("in 128 MB the heap is kept under %d MB", got>>20)
	}
	planMemory(0).keepTo()
	if got := debug.SetMemoryLimit(-1); got != 48<<20 {
		t.Errorf("a limit that was set became %d MB", got>>20)
	}
}
