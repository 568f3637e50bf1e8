package storetest

import (
	"os"
	"strings"
	"testing"
)

// Standby makes a streaming replica of a cluster that runs, and starts it. It
// follows the cluster through its socket, and takes questions meanwhile. The test
// ends it; the cluster itself should outlive it.
func (c *Cluster) Standby(t testing.TB) *Cluster {
	t.Helper()
	b := &Cluster{bin: c.bin, options: c.options, as: c.as}
	var err error
	if b.folder, err = os.MkdirTemp("", "onrecord-pg-"); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(b.folder) })
	if b.as != nil {
		if err := os.Chown(b.folder, int(b.as.Uid), int(b.as.Gid)); err != nil {
			t.Fatal(err)
		}
	}
	out, err := b.command("pg_basebackup", "-h", c.folder, "-U", "onrecord", "-D", b.data(),
		"--write-recovery-conf", "--wal-method=stream", "--checkpoint=fast", "--no-sync").CombinedOutput()
	if err != nil {
		t.Fatalf("pg_basebackup: %v: %s", err, strings.TrimSpace(string(out)))
	}
	if err := b.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(b.Close)
	return b
}

// Exec runs a statement on the cluster's first database.
func (c *Cluster) Exec(t testing.TB, statement string) {
	t.Helper()
	if err := c.exec(statement); err != nil {
		t.Fatal(err)
	}
}
