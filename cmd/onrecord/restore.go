package main

import (
	"context"
	"errors"
)

type restoreCommand struct {
	File    string `arg:"" help:"A file that backup wrote."`
	Replace bool   `help:"Let go of the articles and everything else that the database holds."`
	JSON    bool   `name:"json" help:"Print JSON."`
}

func (restoreCommand) Help() string {
	return `Puts back what backup saved, into SQLite or PostgreSQL, all of it or nothing. The file is checked against its checksums first, and the database against the file afterwards. A bot may go on running meanwhile.

Example:

    onrecord --db new.db restore monday.db`
}

func (c *restoreCommand) Run(ctx context.Context, p *program) (err error) {
	s, err := p.bare(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	saved, err := s.Restore(ctx, c.File, c.Replace)
	if err != nil {
		return err
	}
	return p.showSaved(saved, c.JSON, "Restored, and read through: the database holds what the backup does.")
}
