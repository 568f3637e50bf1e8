package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"onrecord/news"
	"onrecord/terminal"
)

type articleRemoveCommand struct {
	ID   string `arg:"" name:"ID" help:"The article's ID or the beginning of it."`
	Yes  bool   `short:"y" help:"Don't ask first."`
	JSON bool   `name:"json" help:"Print JSON."`
}

func (articleRemoveCommand) Help() string {
	return `The article goes with all its versions. On a terminal you are asked first.

Example:

    onrecord article remove f4wx`
}

func (c *articleRemoveCommand) Run(ctx context.Context, p *program) error {
	lib, err := p.openLibrary(ctx)
	if err != nil {
		return err
	}
	defer lib.Close()
	a, err := lib.article(ctx, c.ID)
	if err != nil {
		return err
	}
	if p.asks && !c.Yes {
		if err := p.confirm(fmt.Sprintf("Remove %s with all its versions?", titled(a.Title))); err != nil {
			return err
		}
	}
	if err := lib.Remove(ctx, news.HomeLibrary, a.ID); err != nil {
		return err
	}
	if c.JSON {
		return p.printJSON(map[string]any{"removed": asJSON(a.Info())})
	}
	p.page.Para(terminal.Text(fmt.Sprintf("Removed %s, %s.", a.ID, titled(a.Title))))
	return nil
}

// confirm asks a question and fails unless the answer is yes.
func (p *program) confirm(question string) error {
	fmt.Fprintf(p.err, "%s [y/N] ", terminal.Clean(question))
	line, err := bufio.NewReader(p.in).ReadString('\n')
	if err != nil {
		fmt.Fprintln(p.err) // nobody has ended the line
	}
	if err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	switch strings.ToLower(strings.TrimSpace(line)) {
	case "y", "yes":
		return nil
	}
	return errors.New("nothing was removed")
}
