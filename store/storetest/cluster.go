package storetest

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/jackc/pgx/v5"
)

// Cluster is a private PostgreSQL: a temporary folder, reached by a unix socket
// in it and no other way.
type Cluster struct {
	folder  string
	bin     string
	options []string
	as      *syscall.Credential // who runs it; nil for whoever runs the test
	server  *exec.Cmd
	stdin   io.WriteCloser
}

// StartCluster makes a cluster and starts it. PostgreSQL refuses to run as
// root, so root runs it as the user postgres or nobody.
func StartCluster(options ...string) (*Cluster, error) {
	bin, err := binaries()
	if err != nil {
		return nil, err
	}
	c := &Cluster{bin: bin, options: options}
	if c.folder, err = os.MkdirTemp("", "onrecord-pg-"); err != nil {
		return nil, err
	}
	if err := c.create(); err != nil {
		os.RemoveAll(c.folder)
		return nil, err
	}
	if err := c.Start(); err != nil {
		os.RemoveAll(c.folder)
		return nil, err
	}
	return c, nil
}

// binaries finds the folder with initdb and postgres, the newest version first.
func binaries() (string, error) {
	places, _ := filepath.Glob("/usr/lib/postgresql/*/bin")
	best, version := "", 0
	for _, p := range places {
		n, _ := strconv.Atoi(filepath.Base(filepath.Dir(p)))
		if _, err := os.Stat(filepath.Join(p, "initdb")); err == nil && n > version {
			best, version = p, n
		}
	}
	if best != "" {
		return best, nil
	}
	path, err := exec.LookPath("initdb")
	if err != nil {
		return "", errors.New("initdb is neither on PATH nor in /usr/lib/postgresql")
	}
	if path, err = filepath.EvalSymlinks(path); err != nil {
		return "", err
	}
	return filepath.Dir(path), nil
}

func (c *Cluster) create() error {
	if os.Geteuid() == 0 {
		var who *user.User
		for _, name := range []string{"postgres", "nobody"} {
			if u, err := user.Lookup(name); err == nil {
				who = u
				break
			}
		}
		if who == nil {
			return errors.New("root can't run PostgreSQL, and there is no user postgres or nobody")
		}
		uid, _ := strconv.Atoi(who.Uid)
		gid, _ := strconv.Atoi(who.Gid)
		c.as = &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}
		if err := os.Chown(c.folder, uid, gid); err != nil {
			return err
		}
	}
	// A default collation that sorts as people do, so that a forgotten
	// COLLATE "C" shows.
	args := []string{"-D", c.data(), "-U", "onrecord", "-A", "trust", "-E", "UTF8", "--no-sync"}
	out, err := c.command("initdb", append(args, "--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=en-US")...).CombinedOutput()
	if err != nil {
		if os.RemoveAll(c.data()) == nil {
			out, err = c.command("initdb", append(args, "--locale=C")...).CombinedOutput()
		}
	}
	if err != nil {
		return fmt.Errorf("initdb: %w: %s", err, strings.TrimSpace(string(out)))
	}
	return nil
}

func (c *Cluster) data() string { return filepath.Join(c.folder, "data") }

func (c *Cluster) command(name string, args ...string) *exec.Cmd {
	cmd := exec.Command(filepath.Join(c.bin, name), args...)
	return c.run(cmd)
}

func (c *Cluster) run(cmd *exec.Cmd) *exec.Cmd {
	cmd.Dir = c.folder
	cmd.Env = []string{"PATH=" + os.Getenv("PATH"), "LC_ALL=C", "TZ=UTC"}
	if c.as != nil {
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: c.as}
	}
	return cmd
}

// Start starts the server and waits until it answers. A shell watches over it:
// when this process ends, however it ends, the shell's input closes and it
// stops the server.
func (c *Cluster) Start() error {
	script := `"$0" "$@" </dev/null & p=$!; read x; kill -INT $p 2>/dev/null; wait $p`
	args := append([]string{"-c", script, filepath.Join(c.bin, "postgres"), "-D", c.data(), "-c", "listen_addresses=", "-c", "unix_socket_directories=" + c.folder}, c.options...)
	c.server = c.run(exec.Command("sh", args...))
	var err error
	if c.stdin, err = c.server.StdinPipe(); err != nil {
		return err
	}
	log, err := os.OpenFile(filepath.Join(c.folder, "log"), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	defer log.Close()
	c.server.Stdout, c.server.Stderr = log, log
	if err := c.server.Start(); err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(context.Background(), 60*time.Second)
	defer cancel()
	for {
		conn, err := pgx.Connect(ctx, c.Address("postgres"))
		if err == nil {
			return conn.Close(ctx)
		}
		select {
		case <-ctx.Done():
			text, _ := os.ReadFile(filepath.Join(c.folder, "log"))
			return fmt.Errorf("PostgreSQL did not start: %w: %s", err, text)
		case <-time.After(20 * time.Millisecond):
		}
	}
}

// Address is a database's, as store.Open takes it.
func (c *Cluster) Address(database string) string {
	return "postgres://onrecord@/" + database + "?host=" + url.QueryEscape(c.folder)
}

// Crash stops the server at once, as after a power cut ("-m immediate"); the
// data stay for Start.
func (c *Cluster) Crash() error {
	if out, err := c.command("pg_ctl", "stop", "-D", c.data(), "-m", "immediate", "-w").CombinedOutput(); err != nil {
		return fmt.Errorf("pg_ctl stop: %w: %s", err, out)
	}
	c.stdin.Close()
	c.server.Wait()
	return nil
}

// Close stops the server and removes all of it.
func (c *Cluster) Close() {
	c.stdin.Close()
	c.server.Wait()
	os.RemoveAll(c.folder)
}
