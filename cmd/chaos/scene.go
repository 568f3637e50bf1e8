package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"onrecord/bot/discordtest"
	"onrecord/store/storetest"
)

// scene is everything that takes part.
type scene struct {
	options
	folder    string
	address   string // of the database
	questions []wording
	database  *storetest.Cluster
	discord   *discordtest.Server
	processes []*process
}

// set builds the program and starts everything.
func set(ctx context.Context, o options) (s *scene, err error) {
	s = &scene{options: o}
	defer func() {
		if err != nil {
			s.strike()
		}
	}()
	if s.questions, err = aboutNewsroom(); err != nil {
		return s, err
	}
	if s.folder, err = os.MkdirTemp("", "onrecord-chaos-"); err != nil {
		return s, err
	}
	program := filepath.Join(s.folder, "onrecord")
	// As it is shipped, see Makefile: what it takes of memory is then what people see.
	build := exec.CommandContext(ctx, "go", "build", "-trimpath", "-ldflags", "-s -w", "-o", program, "./cmd/onrecord")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		return s, fmt.Errorf("build onrecord: %w: %s", err, out)
	}
	s.address = filepath.Join(s.folder, "library.db")
	if !s.sqlite {
		if s.database, err = storetest.StartCluster(); err != nil {
			return s, err
		}
		s.address = s.database.Address("postgres")
	}
	if err := s.stock(ctx); err != nil {
		return s, err
	}
	if s.discord, err = discordtest.Start(discordtest.Options{Shards: o.shards, MaxConcurrency: o.shards, Heartbeat: 5 * time.Second}); err != nil {
		return s, err
	}
	for n := range o.processes {
		p := &process{name: fmt.Sprint("process ", n+1), program: program, log: io.Discard}
		if o.verbose {
			p.log = os.Stderr
		}
		s.processes = append(s.processes, p)
		if err := s.connect(ctx, p); err != nil {
			return s, err
		}
		if err := p.start(); err != nil {
			return s, err
		}
	}
	return s, nil
}

// connect gives a process its cables and its addresses.
func (s *scene) connect(ctx context.Context, p *process) (err error) {
	if p.discord, err = lay(ctx, "tcp", strings.TrimPrefix(s.discord.URL(), "http://")); err != nil {
		return err
	}
	if p.ops, err = freeAddress(ctx); err != nil {
		return err
	}
	p.settings = []string{"DISCORD_TOKEN=" + discordtest.Token, "ONRECORD_OPS_ADDR=" + p.ops, "ONRECORD_LOG=warn"}
	if s.sqlite {
		p.settings = append(p.settings, "DATABASE_URL=", "ONRECORD_DB="+s.address)
		return nil
	}
	socket, err := s.socket()
	if err != nil {
		return err
	}
	if p.database, err = lay(ctx, "unix", socket); err != nil {
		return err
	}
	p.settings = append(p.settings, "ONRECORD_DB=", "DATABASE_URL=postgres://onrecord@"+p.database.addr+"/postgres?sslmode=disable")
	return nil
}

// freeAddress is one that nothing listens at.
func freeAddress(ctx context.Context) (string, error) {
	l, err := (&net.ListenConfig{}).Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	defer l.Close()
	return l.Addr().String(), nil
}

// socket is the path of the database's unix socket.
func (s *scene) socket() (string, error) {
	_, after, ok := strings.Cut(s.database.Address("postgres"), "host=")
	if !ok {
		return "", errors.New("the database's address names no folder")
	}
	return filepath.Join(strings.ReplaceAll(after, "%2F", "/"), ".s.PGSQL.5432"), nil
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
