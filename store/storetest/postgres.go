package storetest

import (
	"context"
	"fmt"
	"os"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/jackc/pgx/v5"
)

// shared is the cluster of this test binary. It is started by the first test
// that needs it; StopPostgres ends it, and so does the end of the process.
var shared = sync.OnceValues(func() (*Cluster, error) {
	started.Store(true)
	return StartCluster("-c", "fsync=off")
})

var started atomic.Bool

// StopPostgres stops the cluster if Postgres has started one. TestMain calls it.
func StopPostgres() {
	if started.Load() {
		if c, err := shared(); err == nil {
			c.Close()
		}
	}
}

// Postgres names fresh databases in a private PostgreSQL cluster. Where none is
// installed the test is skipped, or fails when ONRECORD_REQUIRE_POSTGRES is set.
func Postgres(t testing.TB) Fresh {
	t.Helper()
	c, err := shared()
	need(t, err)
	return c.Fresh
}

// Own starts a cluster that the test has for itself, to break it; like
// Postgres it skips where PostgreSQL is not installed.
func Own(t testing.TB, options ...string) *Cluster {
	t.Helper()
	c, err := StartCluster(options...)
	need(t, err)
	t.Cleanup(c.Close)
	return c
}

func need(t testing.TB, err error) {
	t.Helper()
	switch {
	case err == nil:
	case os.Getenv("ONRECORD_REQUIRE_POSTGRES") != "":
		t.Fatalf("PostgreSQL is required: %v", err)
	default:
		t.Skipf("needs PostgreSQL 15 or later (Debian: apt-get install postgresql): %v", err)
	}
}

var databases atomic.Int64

// Fresh makes an empty database and names it.
func (c *Cluster) Fresh(t testing.TB) string {
	t.Helper()
	name := fmt.Sprintf("test%d", databases.Add(1))
	if err := c.exec("CREATE DATABASE " + name); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := c.exec("DROP DATABASE " + name + " WITH (FORCE)"); err != nil {
			t.Log(err)
		}
	})
	return c.Address(name)
}

func (c *Cluster) exec(statement string) error {
	ctx := context.Background()
	conn, err := pgx.Connect(ctx, c.Address("postgres"))
	if err != nil {
		return err
	}
	defer conn.Close(ctx)
	_, err = conn.Exec(ctx, statement)
	if err != nil {
		return fmt.Errorf("%s: %w", strings.Fields(statement)[0], err)
	}
	return nil
}
