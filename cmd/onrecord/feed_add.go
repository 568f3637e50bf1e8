package main

import (
	"context"
	"errors"
	"fmt"

	"onrecord/feeds"
	"onrecord/news"
	"onrecord/terminal"
)

type feedAddCommand struct {
	Address string `arg:"" help:"The feed's address, or the site's."`
	Word    string `help:"Only articles with these words."`
	Speaker string `help:"Only articles that credit this speaker."`
	JSON    bool   `name:"json" help:"Print JSON."`
}

func (feedAddCommand) Help() string {
	return `RSS, Atom and JSON Feed are read. The newest ten articles are added at once; after that what is new, each time feeds are polled. Adding a feed again changes its filters.

Example:

    onrecord feed add https://news.example --speaker Varga`
}

// feedJSON is a feed as --json prints it.
type feedJSON struct {
	ID       string `json:"id"`
	Address  string `json:"address"`
	Title    string `json:"title"`
	Word     string `json:"word,omitempty"`
	Speaker  string `json:"speaker,omitempty"`
	Polled   string `json:"polled"`  // when it last answered, RFC 3339, "" for never
	Problem  string `json:"problem"` // of the last try, "" for none
	Articles int    `json:"articles,omitempty"`
}

func (c *feedAddCommand) Run(ctx context.Context, p *program) error {
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
	f, err := d.follower.Follow(ctx, news.Feed{Library: news.HomeLibrary, Address: c.Address, Word: c.Word, Speaker: c.Speaker})
	known := errors.Is(err, feeds.ErrKnown)
	if err != nil && !known {
		return err
	}
	added, err := p.finishJobs(ctx, lib, d)
	if err != nil {
		return err
	}
	if c.JSON {
		return p.printJSON(feedJSON{ID: f.ID, Address: f.Address, Title: f.Title, Word: f.Word, Speaker: f.Speaker, Articles: added})
	}
	verb := "Following"
	if known {
		verb = "Changed the filters of"
	}
	p.page.Para(terminal.Text(verb+" "), terminal.In(terminal.Bold, f.ID), terminal.Text(" "+f.Title+filters(f)+"."))
	p.page.Block(terminal.Text("  "), terminal.In(terminal.Faint, f.Address+" · "+plural(added, "new article", "new articles")))
	return nil
}

// filters says what a feed is limited to.
func filters(f news.Feed) string {
	switch {
	case f.Word != "" && f.Speaker != "":
		return fmt.Sprintf(", only articles with “%s” that credit %s", f.Word, f.Speaker)
	case f.Word != "":
		return fmt.Sprintf(", only articles with “%s”", f.Word)
	case f.Speaker != "":
		return ", only articles that credit " + f.Speaker
	}
	return ""
}

// finishJobs waits until nothing of the library is left in the queue, and
// returns how many articles it has more than before.
func (p *program) finishJobs(ctx context.Context, lib *library, d *desk) (added int, err error) {
	before, err := lib.Articles(ctx, news.HomeLibrary)
	if err != nil {
		return 0, err
	}
	m := p.newMeter(0)
	defer m.end()
	if err := d.Finish(ctx, news.HomeLibrary, func(left int) {
		m.total = max(m.total, left)
		m.done = m.total - left
		m.step("new articles")
	}); err != nil {
		return 0, err
	}
	after, err := lib.Articles(ctx, news.HomeLibrary)
	return max(0, len(after)-len(before)), err
}
