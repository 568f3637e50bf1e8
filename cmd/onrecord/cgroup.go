package main

import (
	"bytes"
	"io/fs"
	"path"
	"strconv"
	"strings"
)

// memoryLimit is how many bytes of memory the control groups of this process
// allow, whoever set them: Docker, Kubernetes, systemd. It is 0 where nothing
// does. root is the file system, "/" but for tests.
//
// A group is bound by those above it, so the least of them all counts. Inside
// a container the path of the group is often the host's, while only the part
// below it is mounted; the way up then still meets the container's own group.
func memoryLimit(root fs.FS) uint64 {
	groups, err := fs.ReadFile(root, "proc/self/cgroup")
	if err != nil {
		return 0
	}
	least := uint64(0)
	for line := range bytes.Lines(groups) {
		// hierarchy:controllers:path, as in cgroups(7).
		part := strings.SplitN(strings.TrimSpace(string(line)), ":", 3)
		if len(part) != 3 {
			continue
		}
		for _, at := range memoryFiles(part[1]) {
			for dir := path.Clean("/" + part[2]); ; dir = path.Dir(dir) {
				if n := bytesIn(root, path.Join(at.folder, dir, at.file)); n > 0 && (least == 0 || n < least) {
					least = n
				}
				if dir == "/" {
					break
				}
			}
		}
	}
	return least
}

// memoryFile is where a hierarchy of groups keeps its limit.
type memoryFile struct{ folder, file string }

// memoryFiles are the places for a hierarchy with these controllers; the one
// without any is that of version 2, mounted beside the others on some systems.
func memoryFiles(controllers string) []memoryFile {
	switch {
	case controllers == "":
		return []memoryFile{{"sys/fs/cgroup", "memory.max"}, {"sys/fs/cgroup/unified", "memory.max"}}
	case strings.Contains(","+controllers+",", ",memory,"):
		return []memoryFile{{"sys/fs/cgroup/memory", "memory.limit_in_bytes"}}
	}
	return nil
}

// bytesIn reads a limit, 0 for none: no such file, the word max, or the number
// near the largest there is that version 1 writes for it.
func bytesIn(root fs.FS, name string) uint64 {
	text, err := fs.ReadFile(root, name)
	if err != nil {
		return 0
	}
	n, err := strconv.ParseUint(strings.TrimSpace(string(text)), 10, 64)
	const unlimited = 1 << 60
	if err != nil || n >= unlimited {
		return 0
	}
	return n
}
