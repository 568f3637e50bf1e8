package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strconv"

	"onrecord/store"
	"onrecord/terminal"
)

type dbCopyCommand struct {
	From string `arg:"" help:"The database to copy: a SQLite file, or postgres://…"`
	To   string `arg:"" help:"The database to copy into: empty, new, or from an earlier copy."`
	JSON bool   `name:"json" help:"Print JSON."`
}

func (dbCopyCommand) Help() string {
	return `Articles with all their versions, what was removed, and settings are copied, then both are read through and compared. A copy that was interrupted can be run again.

Example:

    onrecord db copy my.db postgres://user@host/database`
}

// copiedJSON is what db copy prints of a library as JSON.
type copiedJSON struct {
	Library    string `json:"library"`
	Articles   int    `json:"articles"`
	Versions   int    `json:"versions"`
	Paragraphs int    `json:"paragraphs"`
	Sum        string `json:"sum"` // of all that was compared
}

func (c *dbCopyCommand) Run(ctx context.Context, p *program) (err error) {
	if err := checkCopy(c.From, c.To); err != nil {
		return err
	}
	from, err := store.Open(ctx, c.From)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, from.Close()) }()
	to, err := store.Open(ctx, c.To)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, to.Close()) }()
	tell, finish := p.copyProgress()
	tallies, err := store.CopyTelling(ctx, from, to, tell)
	finish()
	if err != nil {
		return err
	}
	if c.JSON {
		list := []copiedJSON{}
		for _, t := range tallies {
			list = append(list, copiedJSON(t))
		}
		return p.printJSON(list)
	}
	p.showCopied(tallies)
	return nil
}

// checkCopy finds what would make an empty database or a copy onto itself. It
// repeats no address, which may hold a password.
func checkCopy(from, to string) error {
	if err := errors.Join(checkAddress(from), checkAddress(to)); err != nil {
		return err
	}
	if from == inMemory || to == inMemory {
		return errors.New(":memory: is empty and forgotten at once: name a file or a server")
	}
	if isServer(from) {
		if from == to {
			return errors.New("a database can't be copied to itself: name another")
		}
		return nil
	}
	a, err := os.Stat(from)
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("there is no database %s to copy; check its name and folder", from)
	}
	if err != nil {
		return fmt.Errorf("look at the database to copy: %w", err)
	}
	if b, err := os.Stat(to); err == nil && os.SameFile(a, b) {
		return errors.New("a database can't be copied to itself: name another")
	}
	return nil
}

// copyProgress shows on a terminal how far a copy is; the second function ends
// that line.
func (p *program) copyProgress() (tell func(library string, done, total int), finish func()) {
	if !p.asks {
		return func(string, int, int) {}, func() {}
	}
	return func(library string, done, total int) {
			fmt.Fprintf(p.err, "\r\x1b[K%s: %d of %d", terminal.Clean(library), done, total)
		}, func() {
			fmt.Fprint(p.err, "\r\x1b[K")
		}
}

func (p *program) showCopied(tallies []store.Tally) {
	if len(tallies) == 0 {
		p.page.Para(terminal.Text("There was nothing to copy."))
		return
	}
	heading := func(s string) terminal.Run { return terminal.In(terminal.Faint, s) }
	rows := [][]terminal.Run{{heading("library"), heading("articles"), heading("versions"), heading("paragraphs"), heading("checksum")}}
	for _, t := range tallies {
		rows = append(rows, []terminal.Run{
			terminal.In(terminal.Bold, t.Library),
			terminal.Text(strconv.Itoa(t.Articles)),
			terminal.Text(strconv.Itoa(t.Versions)),
			terminal.Text(strconv.Itoa(t.Paragraphs)),
			terminal.Text(t.Sum[:12]),
		})
	}
	p.page.Table(rows)
	p.page.Blank()
	p.page.Para(terminal.In(terminal.Green, "Copied, and read through: both databases hold the same."))
}
