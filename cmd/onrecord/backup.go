package main

import (
	"context"
	"errors"
	"strconv"

	"onrecord/store"
	"onrecord/terminal"
)

type backupCommand struct {
	File string `arg:"" help:"A new file for the backup."`
	JSON bool   `name:"json" help:"Print JSON."`
}

func (backupCommand) Help() string {
	return `Everything in the database, SQLite or PostgreSQL, as it is at one moment: others go on reading and writing meanwhile. The file is a SQLite library with a checksum of every table, so --db opens it, and restore puts it back.

Example:

    onrecord backup monday.db`
}

// savedJSON is a table of a backup as --json prints it.
type savedJSON struct {
	Table string `json:"table"`
	Rows  int64  `json:"rows"`
	Sum   string `json:"sum"`
}

func (c *backupCommand) Run(ctx context.Context, p *program) (err error) {
	s, err := p.bare(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	saved, err := s.Backup(ctx, c.File)
	if err != nil {
		return err
	}
	return p.showSaved(saved, c.JSON, "Saved in "+c.File+", with a checksum of each table.")
}

// showSaved lists tables, empty ones only as JSON, and says what was done.
func (p *program) showSaved(saved []store.Saved, asJSON bool, done string) error {
	if asJSON {
		list := []savedJSON{}
		for _, t := range saved {
			list = append(list, savedJSON(t))
		}
		return p.printJSON(list)
	}
	heading := func(s string) terminal.Run { return terminal.In(terminal.Faint, s) }
	rows := [][]terminal.Run{{heading("table"), heading("rows"), heading("checksum")}}
	for _, t := range saved {
		if t.Rows > 0 {
			rows = append(rows, []terminal.Run{terminal.Text(t.Table), terminal.Text(strconv.FormatInt(t.Rows, 10)), terminal.Text(t.Sum[:12])})
		}
	}
	p.page.Table(rows)
	p.page.Blank()
	p.page.Para(terminal.In(terminal.Green, done))
	return nil
}
