package main

import (
	"context"
	"fmt"

	"onrecord/feeds"
	"onrecord/news"
	"onrecord/terminal"
)

type feedPollCommand struct {
	JSON bool `name:"json" help:"Print JSON."`
}

func (feedPollCommand) Help() string {
	return "Asks every feed of this library for new articles, due or not, and adds them.\n\nExample:\n\n    onrecord feed poll"
}

func (c *feedPollCommand) Run(ctx context.Context, p *program) error {
	lib, err := p.openLibrary(ctx)
	if err != nil {
		return err
	}
	defer lib.Close()
	d, err := p.openDesk(ctx, lib)
	if err != nil {
		return err
	}
	defer d.close()
	if err := d.follower.PollNow(ctx, news.HomeLibrary); err != nil {
		return err
	}
	added, err := p.finishJobs(ctx, lib, d)
	if err != nil {
		return err
	}
	list, err := lib.Feeds(ctx, news.HomeLibrary)
	if err != nil {
		return err
	}
	failed := 0
	for _, f := range list {
		src, _, err := lib.Source(ctx, f.Address)
		if err != nil {
			return err
		}
		if src.Problem != "" {
			failed++
			fmt.Fprintf(p.err, "onrecord: %s: %s\n", terminal.Clean(f.Title), terminal.Clean(src.Problem))
		}
	}
	if c.JSON {
		return p.printJSON(map[string]int{"feeds": len(list), "failed": failed, "articles": added})
	}
	p.page.Para(terminal.Text(fmt.Sprintf("%s in %s.", plural(added, "new article", "new articles"), plural(len(list), "feed", "feeds"))))
	return nil
}

type feedKeepCommand struct {
	Articles int `default:"500" help:"The latest so many."`
	Days     int `default:"90" help:"For so many days; 0 for however long."`
}

func (feedKeepCommand) Help() string {
	return "What you added yourself, or pinned, is not counted and stays.\n\nExample:\n\n    onrecord feed keep --articles 1000 --days 365"
}

func (c *feedKeepCommand) Run(ctx context.Context, p *program) error {
	lib, err := p.openLibrary(ctx)
	if err != nil {
		return err
	}
	defer lib.Close()
	f := feeds.New(feeds.Config{Store: lib.Store})
	if err := f.SetLimits(ctx, news.HomeLibrary, feeds.Limits{Articles: c.Articles, Days: c.Days}); err != nil {
		return err
	}
	age := "however old"
	if c.Days > 0 {
		age = "for " + plural(c.Days, "day", "days")
	}
	p.page.Para(terminal.Text(fmt.Sprintf("Keeping the latest %s that feeds bring, %s.", plural(c.Articles, "article", "articles"), age)))
	return nil
}
