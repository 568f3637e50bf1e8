package apart

import (
	"runtime/debug"
	"syscall"
)

// environment is what the child sees of ours: nothing.
func environment() []string { return []string{} }

// The limits of the child. Go gives memory back before softMemory is passed and
// ends when it is given no more than hardMemory of address space.
const (
	softMemory = 512 << 20
	hardMemory = 3 << 30
	maxCPU     = 60 // seconds, should the parent be gone
	maxFile    = 256 << 20
)

// confine limits this process for good.
func confine() error {
	debug.SetMemoryLimit(softMemory)
	for _, l := range []struct {
		what int
		most uint64
	}{
		{syscall.RLIMIT_AS, hardMemory},
		{syscall.RLIMIT_CPU, maxCPU},
		{syscall.RLIMIT_FSIZE, maxFile},
		{syscall.RLIMIT_CORE, 0},
	} {
		if err := syscall.Setrlimit(l.what, &syscall.Rlimit{Cur: l.most, Max: l.most}); err != nil {
			return err
		}
	}
	return nil
}
