package main

import (
	"context"
	"io"
	"os"
	"strings"

	"golang.org/x/term"

	"onrecord/terminal"
)

// console is what the program talks to: the three streams, and what is known of
// them. A test builds one from buffers.
type console struct {
	in       io.Reader
	out, err io.Writer
	// asks tells that a person is there to answer a question.
	asks bool
	// columns is the width of the terminal that out is, 0 when it is none.
	columns int
	// names are the variables that the environment has.
	names []string
}

func systemConsole() console {
	c := console{in: os.Stdin, out: os.Stdout, err: os.Stderr}
	for _, pair := range os.Environ() {
		name, _, _ := strings.Cut(pair, "=")
		c.names = append(c.names, name)
	}
	c.asks = term.IsTerminal(int(os.Stdin.Fd())) && term.IsTerminal(int(os.Stderr.Fd()))
	if fd := int(os.Stdout.Fd()); term.IsTerminal(fd) {
		const usual = 80 // for terminals that don't tell
		c.columns = usual
		if w, _, err := term.GetSize(fd); err == nil && w > 0 {
			c.columns = w
		}
	}
	return c
}

// look decides how output is shown: as it is when piped or on a terminal that is
// dumb, else wrapped at a width that reads well, and coloured unless somebody wants
// no colours.
func (c console) look(h homeConfig) terminal.Look {
	if c.columns == 0 || h.dumb {
		return terminal.Look{}
	}
	const widest = 92
	return terminal.Look{Columns: min(c.columns, widest), Colour: !h.colourless}
}

// stoppable reads in until ctx ends, so that Ctrl-C ends a wait for typing.
type stoppable struct {
	ctx context.Context
	in  io.Reader
}

// Read implements io.Reader. Once ctx has ended, a read that was under way goes
// on until something comes or the program ends; nobody gets what it reads.
func (s stoppable) Read(b []byte) (int, error) {
	type read struct {
		data []byte
		err  error
	}
	done := make(chan read, 1)
	go func() {
		data := make([]byte, len(b)) // b is the caller's again after ctx has ended
		n, err := s.in.Read(data)
		done <- read{data[:n], err}
	}()
	select {
	case <-s.ctx.Done():
		return 0, s.ctx.Err()
	case r := <-done:
		return copy(b, r.data), r.err
	}
}
