package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"time"

	"onrecord/bot/discordtest"
	"onrecord/store/storetest"
)

// scene is everything that takes part.
type scene struct {
	options
	folder    string
	database  *storetest.Cluster
	discord   *discordtest.Server
	processes []*process
}

// process is an onrecord serve with its own cables to the database and Discord.
type process struct {
	name              string
	program           string
	database, discord *cable
	log               io.Writer

	mu     sync.Mutex
	cmd    *exec.Cmd
	paused bool
}

// set builds the program and starts everything.
func set(ctx context.Context, o options) (s *scene, err error) {
	s = &scene{options: o}
	defer func() {
		if err != nil {
			s.strike()
		}
	}()
	if s.folder, err = os.MkdirTemp("", "onrecord-chaos-"); err != nil {
		return s, err
	}
	program := filepath.Join(s.folder, "onrecord")
	build := exec.CommandContext(ctx, "go", "build", "-o", program, "./cmd/onrecord")
	if out, err := build.CombinedOutput(); err != nil {
		return s, fmt.Errorf("build onrecord: %w: %s", err, out)
	}
	if s.database, err = storetest.StartCluster(); err != nil {
		return s, err
	}
	if s.discord, err = discordtest.Start(discordtest.Options{Shards: o.shards, MaxConcurrency: o.shards, Heartbeat: 5 * time.Second}); err != nil {
		return s, err
	}
	socket, err := s.socket()
	if err != nil {
		return s, err
	}
	for n := range o.processes {
		p := &process{name: fmt.Sprint("process ", n+1), program: program, log: io.Discard}
		if o.verbose {
			p.log = os.Stderr
		}
		if p.database, err = lay(ctx, "unix", socket); err != nil {
			return s, err
		}
		if p.discord, err = lay(ctx, "tcp", strings.TrimPrefix(s.discord.URL(), "http://")); err != nil {
			return s, err
		}
		s.processes = append(s.processes, p)
		if err := p.start(); err != nil {
			return s, err
		}
	}
	return s, nil
}

// socket is the path of the database's unix socket.
func (s *scene) socket() (string, error) {
	_, after, ok := strings.Cut(s.database.Address("postgres"), "host=")
	if !ok {
		return "", errors.New("the database's address names no folder")
	}
	return filepath.Join(strings.ReplaceAll(after, "%2F", "/"), ".s.PGSQL.5432"), nil
}

// start starts the process, or starts it again.
func (p *process) start() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.cmd = exec.Command(p.program, "serve", "--discord", "http://"+p.discord.addr)
	p.cmd.Env = append(os.Environ(), "DISCORD_TOKEN="+discordtest.Token, "ONRECORD_OPS_ADDR=off", "ONRECORD_DB=", "ONRECORD_LOG=warn",
		"DATABASE_URL=postgres://onrecord@"+p.database.addr+"/postgres?sslmode=disable")
	p.cmd.Dir = os.TempDir()
	p.cmd.Stdout, p.cmd.Stderr = io.Discard, p.log
	p.cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	p.paused = false
	return p.cmd.Start()
}

// signal sends the process a signal; kill -9 waits for its end.
func (p *process) signal(sig syscall.Signal) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.paused = sig == syscall.SIGSTOP
	_ = p.cmd.Process.Signal(sig)
	if sig == syscall.SIGKILL || sig == syscall.SIGTERM {
		_ = p.cmd.Wait()
	}
}

func (p *process) isPaused() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.paused
}

// settle waits until every shard has a session.
func (s *scene) settle(ctx context.Context) error {
	for range 1200 {
		if len(s.discord.Sessions()) == s.shards {
			return nil
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(100 * time.Millisecond):
		}
	}
	return fmt.Errorf("only %d of %d shards were taken in two minutes", len(s.discord.Sessions()), s.shards)
}

// strike ends everything.
func (s *scene) strike() {
	for _, p := range s.processes {
		if p.cmd != nil {
			p.signal(syscall.SIGKILL)
		}
		p.database.end()
		p.discord.end()
	}
	if s.discord != nil {
		s.discord.Close()
	}
	if s.database != nil {
		s.database.Close()
	}
	_ = os.RemoveAll(s.folder)
}
