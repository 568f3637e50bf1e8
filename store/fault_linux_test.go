package store_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"onrecord/news"
	"onrecord/store/storetest"
)

// TestDiskFull adds to a file system of two megabytes until it is full, and on
// when there is room again.
func TestDiskFull(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("making a small file system needs root")
	}
	folder := t.TempDir()
	if err := syscall.Mount("tmpfs", folder, "tmpfs", 0, "size=2m"); err != nil {
		t.Skipf("no small file system can be mounted here: %v", err)
	}
	t.Cleanup(func() { syscall.Unmount(folder, syscall.MNT_DETACH) })
	s := openAt(t, filepath.Join(folder, "library.db"))
	var acknowledged []int
	var full error
	for n := 0; full == nil && n < 5000; n++ {
		a, r := faultRoom.Article(n)
		if _, _, full = s.Add(t.Context(), "home", a, r); full == nil {
			acknowledged = append(acknowledged, n)
		}
	}
	if !errors.Is(full, news.ErrBadInput) || !strings.Contains(full.Error(), "full") {
		t.Fatalf("on a full disk: %v", full)
	}
	if len(acknowledged) < 20 {
		t.Fatalf("only %d articles fitted: nothing was tested", len(acknowledged))
	}
	storetest.Whole(t, s, "home", faultRoom, acknowledged) // still answers
	if err := syscall.Mount("tmpfs", folder, "tmpfs", syscall.MS_REMOUNT, "size=64m"); err != nil {
		t.Fatal(err)
	}
	for range 20 {
		n := len(acknowledged)
		a, r := faultRoom.Article(n)
		if _, _, err := s.Add(t.Context(), "home", a, r); err != nil {
			t.Fatalf("with room again: %v", err)
		}
		acknowledged = append(acknowledged, n)
	}
	storetest.Whole(t, s, "home", faultRoom, acknowledged)
}
