package apart

import (
	"bytes"
	"os"
	"runtime/debug"
	"strconv"
	"syscall"
	"time"
)

const (
	maxCPU  = 60        // seconds, should the parent be gone
	maxFile = 256 << 20 // bytes; only what is kept compiled is written
	// reserved is what Go asks the system for beyond what it comes to use.
	reserved = 128 << 20
	// lookEvery is how often the process looks at what it takes: it can't take
	// more than a few megabytes in that time.
	lookEvery = 5 * time.Millisecond
)

// confine limits this process for good. Go's collector works harder as memory
// nears half of what is allowed; a process that takes more ends itself, and
// where it does not come to that, the kernel refuses it more soon after.
func confine(memory uint64) error {
	debug.SetMemoryLimit(int64(memory / 2))
	// Where memory runs out, this process goes before the one that it reads for.
	_ = os.WriteFile("/proc/self/oom_score_adj", []byte("1000"), 0) // no such file in some sandboxes
	for _, l := range []struct {
		what int
		most uint64
	}{
		{syscall.RLIMIT_DATA, memory + reserved},
		{syscall.RLIMIT_CPU, maxCPU},
		{syscall.RLIMIT_FSIZE, maxFile},
		{syscall.RLIMIT_CORE, 0},
	} {
		if err := syscall.Setrlimit(l.what, &syscall.Rlimit{Cur: l.most, Max: l.most}); err != nil {
			return err
		}
	}
	go func() { // as long as the process
		for {
			if taken() > memory {
				os.Exit(tooMuch)
			}
			time.Sleep(lookEvery)
		}
	}()
	return nil
}

// taken is how many bytes this process has in memory that are its own, not
// those of files: 0 where the kernel does not tell.
func taken() uint64 {
	text, err := os.ReadFile("/proc/self/statm")
	fields := bytes.Fields(text)
	if err != nil || len(fields) < 3 {
		return 0
	}
	resident, err1 := strconv.ParseUint(string(fields[1]), 10, 64)
	shared, err2 := strconv.ParseUint(string(fields[2]), 10, 64)
	if err1 != nil || err2 != nil || shared > resident {
		return 0
	}
	return (resident - shared) * uint64(os.Getpagesize())
}
