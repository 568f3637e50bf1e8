//go:build !linux

package apart

import "runtime/debug"

// confine limits memory as far as Go's collector can; the parent's limit on
// time holds everywhere.
func confine(memory uint64) error {
	debug.SetMemoryLimit(int64(memory / 2))
	return nil
}
