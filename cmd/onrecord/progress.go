package main

import (
	"fmt"
	"io"
	"strings"

	"onrecord/terminal"
)

// meter shows on standard error how far many things have come: a bar that is
// drawn over itself on a terminal, else a line now and then. Few things that
// are done in a moment need none.
type meter struct {
	w        io.Writer
	terminal bool
	total    int
	done     int
	shown    bool
}

// few is how many things are done without a word, where nobody sees a bar grow.
const few = 20

// newMeter returns a meter for so many things.
func (p *program) newMeter(total int) *meter {
	return &meter{w: p.err, terminal: p.asks && !p.home.dumb, total: total}
}

// step says what is being done now, on a terminal.
func (m *meter) step(doing string) {
	if m.terminal {
		m.draw(doing)
	}
}

// next counts one thing as done.
func (m *meter) next(name string) {
	m.done++
	switch {
	case m.terminal && m.total > 1:
		m.draw(name)
	case !m.terminal && m.total >= few && (m.done%max(1, m.total/10) == 0 || m.done == m.total):
		fmt.Fprintf(m.w, "onrecord: %d of %d\n", m.done, m.total)
	}
}

// draw draws the bar over the last one.
func (m *meter) draw(beside string) {
	const width, room = 24, 44
	full := width * m.done / max(1, m.total)
	m.shown = true
	beside = terminal.Clean(beside)
	if r := []rune(beside); len(r) > room {
		beside = string(r[:room-1]) + "…"
	}
	fmt.Fprintf(m.w, "\r\x1b[K%s%s %d/%d  %s", strings.Repeat("█", full), strings.Repeat("░", width-full), m.done, m.total, beside)
}

// end takes the bar away, before anything else is printed.
func (m *meter) end() {
	if m.shown {
		fmt.Fprint(m.w, "\r\x1b[K")
		m.shown = false
	}
}
