package ops

import (
	"context"
	"fmt"
	"log/slog"
	"runtime/debug"
	"strconv"
	"sync"
	"time"
)

// Part is one part of the admin page. Each is read on its own: one that can't be
// read says so where it would stand, and the others show.
type Part struct {
	ID   string // to link to it, of small letters
	Name string
	Read func(ctx context.Context) ([]Table, error)
}

// Table is a table of the admin page. Its first column names the rows. All text
// is a stranger's as far as the page is concerned.
type Table struct {
	Caption string
	Head    []string
	Rows    []Row
	Empty   string // said in place of a table without rows
	Remark  string // said under it
}

// Numeric tells whether a column is one of numbers.
func (t Table) Numeric(column int) bool {
	return len(t.Rows) > 0 && column < len(t.Rows[0].Cells) && t.Rows[0].Cells[column].Number
}

// Row is a row of a table, ID what links to it name, "" for nothing.
type Row struct {
	ID    string
	Cells []Cell
}

// Cell is what stands in one place of a table: a text or, if At is set, a time.
type Cell struct {
	Text   string
	At     time.Time
	To     string // the ID of what it is a link to on the page
	Number bool   // stands at the end of its column
	Wrong  bool   // is marked as something to look at
}

// Text is a cell of words.
func Text(s string) Cell { return Cell{Text: s} }

// Wrong is a cell of words that somebody should look at.
func Wrong(s string) Cell { return Cell{Text: s, Wrong: true} }

// Link is a cell of words that leads to a row or part of the page.
func Link(s, to string) Cell { return Cell{Text: s, To: to} }

// At is a cell that shows a time, and how long ago that was.
func At(t time.Time) Cell {
	if t.IsZero() {
		return Text("never")
	}
	return Cell{At: t}
}

// Number is a cell that shows a number with its thousands parted.
func Number(n int) Cell {
	digits := strconv.Itoa(n)
	start := 0
	if n < 0 {
		start = 1
	}
	for i := len(digits) - 3; i > start; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return Cell{Text: digits, Number: true}
}

// Cells is a row that nothing links to.
func Cells(c ...Cell) Row { return Row{Cells: c} }

// How long a part may take, and how many are read at a time: the page must not
// take the database from those who ask.
const (
	partWithin = 3 * time.Second
	partsOnce  = 2
)

// gathered is a part as it was read.
type gathered struct {
	Part
	Tables  []Table
	Problem string // why it could not be
}

// gather reads parts, each within a time of its own.
func gather(ctx context.Context, parts []Part, within time.Duration, log *slog.Logger) []gathered {
	out := make([]gathered, len(parts))
	room := make(chan struct{}, partsOnce)
	var all sync.WaitGroup
	for i, p := range parts {
		all.Go(func() {
			room <- struct{}{}
			defer func() { <-room }()
			out[i] = p.gather(ctx, within, log)
		})
	}
	all.Wait()
	return out
}

func (p Part) gather(ctx context.Context, within time.Duration, log *slog.Logger) gathered {
	ctx, cancel := context.WithTimeout(ctx, within)
	defer cancel()
	type result struct {
		tables []Table
		err    error
	}
	done := make(chan result, 1)
	go func() { // one that heeds no context is left behind
		defer func() {
			if r := recover(); r != nil {
				done <- result{nil, fmt.Errorf("panic: %v\n%s", r, debug.Stack())}
			}
		}()
		tables, err := p.Read(ctx)
		done <- result{tables, err}
	}()
	var r result
	select {
	case r = <-done:
	case <-ctx.Done():
		r.err = ctx.Err()
	}
	switch {
	case r.err == nil:
		return gathered{Part: p, Tables: r.tables}
	case ctx.Err() != nil:
		log.Warn("a part of the admin page took too long", "part", p.ID)
		return gathered{Part: p, Problem: "This part took too long to read. The others are complete."}
	}
	log.Error("a part of the admin page could not be read", "part", p.ID, "error", r.err)
	return gathered{Part: p, Problem: "This part could not be read; the log says why. The others are complete."}
}
