package main

import (
	"fmt"
	"path/filepath"
	"syscall"
)

// user is whom the image runs as.
const user = 65532

// devices are those that every container has.
var devices = []string{"dev/null", "dev/zero", "dev/random", "dev/urandom"}

// furnish gives the calling thread mounts of its own, as an engine does: the root
// read-only, /data and /tmp to write to, /proc and the control groups to read.
func furnish(root, data string) error {
	const bind = syscall.MS_BIND | syscall.MS_REC
	if err := syscall.Unshare(syscall.CLONE_NEWNS); err != nil {
		return fmt.Errorf("have mounts of one's own: %w", err)
	}
	type mount struct {
		from, to, kind string
		flags          uintptr
		options        string
	}
	mounts := []mount{
		{"", "/", "", syscall.MS_REC | syscall.MS_PRIVATE, ""},
		{root, root, "", bind, ""},
		{data, filepath.Join(root, "data"), "", bind, ""},
		{"/proc", filepath.Join(root, "proc"), "", bind, ""},
		{"/sys/fs/cgroup", filepath.Join(root, "sys/fs/cgroup"), "", bind, ""},
		{"tmpfs", filepath.Join(root, "tmp"), "tmpfs", syscall.MS_NOSUID | syscall.MS_NODEV, "size=64m,mode=1777"},
		{"", filepath.Join(root, "sys/fs/cgroup"), "", syscall.MS_BIND | syscall.MS_REMOUNT | syscall.MS_RDONLY, ""},
	}
	for _, device := range devices {
		mounts = append(mounts, mount{"/" + device, filepath.Join(root, device), "", bind, ""})
	}
	mounts = append(mounts, mount{"", root, "", syscall.MS_BIND | syscall.MS_REMOUNT | syscall.MS_RDONLY, ""})
	for _, m := range mounts {
		if err := syscall.Mount(m.from, m.to, m.kind, m.flags, m.options); err != nil {
			return fmt.Errorf("mount %s: %w", m.to, err)
		}
	}
	return nil
}

// giveUp makes the processes that the calling thread starts unable to gain any
// right.
func giveUp() error {
	const (
		dropBounding = 24 // PR_CAPBSET_DROP
		noNew        = 38 // PR_SET_NO_NEW_PRIVS
		capabilities = 64 // more than there are: the kernel says where they end
	)
	for c := uintptr(0); c < capabilities; c++ {
		if _, _, no := syscall.RawSyscall(syscall.SYS_PRCTL, dropBounding, c, 0); no == syscall.EINVAL {
			break
		} else if no != 0 {
			return fmt.Errorf("drop capability %d: %w", c, no)
		}
	}
	if _, _, no := syscall.RawSyscall6(syscall.SYS_PRCTL, noNew, 1, 0, 0, 0, 0); no != 0 {
		return fmt.Errorf("have no new privileges: %w", no)
	}
	return nil
}
