package main

import (
	"io"
	"os"
	"os/exec"
	"sync"
	"syscall"
	"time"
)

// process is an onrecord serve with its own cables to the database and Discord.
type process struct {
	name              string
	program           string
	settings          []string
	ops               string // where its health and metrics are
	database, discord *cable // database is nil where it is a file
	log               io.Writer

	mu      sync.Mutex
	cmd     *exec.Cmd
	started time.Time
	paused  bool
}

// start starts the process, or starts it again.
func (p *process) start() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.cmd = exec.Command(p.program, "serve", "--discord", "http://"+p.discord.addr)
	p.cmd.Env = append(os.Environ(), p.settings...)
	p.cmd.Dir = os.TempDir()
	p.cmd.Stdout, p.cmd.Stderr = io.Discard, p.log
	p.cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	p.paused, p.started = false, time.Now()
	return p.cmd.Start()
}

// signal sends the process a signal, and waits for its end where that is what it
// asks for; meanwhile others may look at the process.
func (p *process) signal(sig syscall.Signal) {
	p.mu.Lock()
	p.paused = sig == syscall.SIGSTOP
	cmd := p.cmd
	p.mu.Unlock()
	_ = cmd.Process.Signal(sig)
	if sig == syscall.SIGKILL || sig == syscall.SIGTERM {
		_ = cmd.Wait()
	}
}

func (p *process) isPaused() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.paused
}

// pid is the process's number.
func (p *process) pid() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.cmd.Process.Pid
}
