package main

import (
	"context"
	"fmt"
	"strings"
	"time"

	"onrecord/news"
	"onrecord/terminal"
)

type feedListCommand struct {
	JSON bool `name:"json" help:"Print JSON."`
}

func (feedListCommand) Help() string {
	return "Example:\n\n    onrecord feed list"
}

func (c *feedListCommand) Run(ctx context.Context, p *program) error {
	lib, err := p.readLibrary(ctx)
	if err != nil {
		return err
	}
	defer lib.Close()
	list, err := lib.Feeds(ctx, news.HomeLibrary)
	if err != nil {
		return err
	}
	out := []feedJSON{}
	for _, f := range list {
		src, _, err := lib.Source(ctx, f.Address)
		if err != nil {
			return err
		}
		j := feedJSON{ID: f.ID, Address: f.Address, Title: f.Title, Word: f.Word, Speaker: f.Speaker, Problem: src.Problem}
		if !src.Polled.IsZero() {
			j.Polled = src.Polled.Format(time.RFC3339)
		}
		out = append(out, j)
		if !c.JSON {
			p.page.Para(terminal.In(terminal.Bold, f.ID), terminal.Text("  "+f.Title+filters(f)))
			p.page.Block(terminal.Text("  "), terminal.In(terminal.Faint, f.Address))
			if src.Problem != "" {
				p.page.Block(terminal.Text("  "), terminal.In(terminal.Red, fmt.Sprintf("failed %s in a row: %s", plural(src.Failures, "time", "times"), src.Problem)))
			}
		}
	}
	if c.JSON {
		return p.printJSON(out)
	}
	if len(list) == 0 {
		p.page.Para(terminal.Text("No feed is followed. Follow one: onrecord feed add https://news.example"))
	}
	return nil
}

type feedRemoveCommand struct {
	ID string `arg:"" name:"ID" help:"The feed's ID or address."`
}

func (feedRemoveCommand) Help() string {
	return "The articles that it brought stay, until they are old.\n\nExample:\n\n    onrecord feed remove 7kq2mzta"
}

func (c *feedRemoveCommand) Run(ctx context.Context, p *program) error {
	lib, err := p.openLibrary(ctx)
	if err != nil {
		return err
	}
	defer lib.Close()
	list, err := lib.Feeds(ctx, news.HomeLibrary)
	if err != nil {
		return err
	}
	var found []news.Feed
	for _, f := range list {
		if c.ID != "" && (strings.HasPrefix(f.ID, strings.ToLower(c.ID)) || f.Address == c.ID) {
			found = append(found, f)
		}
	}
	if len(found) != 1 {
		return fmt.Errorf("%s of this library fit %q: onrecord feed list shows their IDs", plural(len(found), "feed", "feeds"), c.ID)
	}
	if err := lib.RemoveFeed(ctx, news.HomeLibrary, found[0].ID); err != nil {
		return err
	}
	p.page.Para(terminal.Text("No longer following " + found[0].Title + "."))
	return nil
}
