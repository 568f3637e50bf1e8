package main

import (
	"context"
	"strings"

	"onrecord/answer"
	"onrecord/news"
	"onrecord/terminal"
)

type timelineCommand struct {
	Name    []string `arg:"" help:"The speaker's name or a part of it."`
	About   string   `placeholder:"TOPIC" help:"Only what was said about this."`
	Article string   `placeholder:"ID" help:"Only in this article (or the beginning of its ID)."`
	Why     bool     `help:"Tell how each credit was made."`
	JSON    bool     `name:"json" help:"Print JSON."`
}

func (timelineCommand) Help() string {
	return `The oldest comes first; the date is the article's.

Example:

    onrecord timeline Ryabkov --about ceasefire`
}

func (c *timelineCommand) Run(ctx context.Context, p *program) error {
	lib, err := p.readLibrary(ctx)
	if err != nil {
		return err
	}
	defer lib.Close()
	article, err := lib.scope(ctx, c.Article)
	if err != nil {
		return err
	}
	t, err := lib.engine.Timeline(ctx, answer.LookUp{Library: news.HomeLibrary, Name: strings.Join(c.Name, " "), About: c.About, Article: article})
	if err != nil {
		return err
	}
	if c.JSON {
		return p.printJSON(t)
	}
	p.showTimeline(t, c)
	return nil
}

// showTimeline lays statements out under their dates; whatever else a look-up
// finds is shown as speaker shows it.
func (p *program) showTimeline(t answer.Timeline, c *timelineCommand) {
	card := t.Card()
	if card == nil || len(t.Quotes()) == 0 {
		p.showProfile(t.Profile, &speakerCommand{About: c.About, Why: c.Why})
		return
	}
	p.page.Para(terminal.In(terminal.Bold, card.Name), terminal.Text(roles(*card)))
	date := "none yet"
	for _, q := range t.Quotes() {
		if d := longDate(q.Article()); d != date {
			date = d
			if d == "" {
				d = "no date"
			}
			p.page.Blank()
			p.page.Para(terminal.In(terminal.Cyan, d))
		}
		p.page.Blank()
		p.showSaid(q, c.Why)
	}
}
