package apart

import (
	"runtime/debug"
	"syscall"
)

const (
	maxCPU  = 60        // seconds, should the parent be gone
	maxFile = 256 << 20 // bytes; only what is kept compiled is written
)

// confine limits this process for good. Go's collector works harder as memory
// nears half of what is allowed; what asks for more than that ends the process.
// Counted is what can be written to: Go reserves far more than it uses.
func confine(memory uint64) error {
	debug.SetMemoryLimit(int64(memory / 2))
	for _, l := range []struct {
		what int
		most uint64
	}{
		{syscall.RLIMIT_DATA, memory},
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
