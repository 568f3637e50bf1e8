//go:build linux || darwin

package main

import (
	"os"
	"strconv"
	"syscall"
)

// freeSpace is how many bytes may still be written below a folder.
func freeSpace(dir string) (free uint64, known bool) {
	var s syscall.Statfs_t
	if err := syscall.Statfs(dir, &s); err != nil {
		return 0, false
	}
	return s.Bavail * uint64(s.Bsize), true
}

// whoami is the number of the user that this process runs as.
func whoami() string { return strconv.Itoa(os.Geteuid()) }
