package main

import (
	"context"
	"fmt"

	"onrecord/news"
	"onrecord/terminal"
)

type articlePinCommand struct {
	ID   string `arg:"" name:"ID" help:"The article's ID or the beginning of it."`
	Undo bool   `help:"Let it leave again."`
}

func (articlePinCommand) Help() string {
	return `Articles that a feed brought leave when there are too many, or when they are old. A pinned one stays, and so does what you added yourself.

Example:

    onrecord article pin f4wx`
}

func (c *articlePinCommand) Run(ctx context.Context, p *program) error {
	lib, err := p.openLibrary(ctx)
	if err != nil {
		return err
	}
	defer lib.Close()
	a, err := lib.article(ctx, c.ID)
	if err != nil {
		return err
	}
	if err := lib.Pin(ctx, news.HomeLibrary, a.ID, !c.Undo); err != nil {
		return err
	}
	what := "Pinned %s, %s: it stays."
	if c.Undo {
		what = "%s, %s, may leave again."
	}
	p.page.Para(terminal.Text(fmt.Sprintf(what, a.ID, titled(a.Title))))
	return nil
}
