package main

import (
	"context"
	"strings"

	"onrecord/answer"
	"onrecord/news"
	"onrecord/terminal"
)

type sidesCommand struct {
	Topic   []string `arg:"" help:"What it is about."`
	Article string   `placeholder:"ID" help:"Only in this article (or the beginning of its ID)."`
	Why     bool     `help:"Tell how each credit was made."`
	JSON    bool     `name:"json" help:"Print JSON."`
}

func (sidesCommand) Help() string {
	return `Whoever is most on the topic comes first, each with at most three statements.

Example:

    onrecord sides ceasefire`
}

func (c *sidesCommand) Run(ctx context.Context, p *program) error {
	lib, err := p.readLibrary(ctx)
	if err != nil {
		return err
	}
	defer lib.Close()
	article, err := lib.scope(ctx, c.Article)
	if err != nil {
		return err
	}
	s, err := lib.engine.Sides(ctx, news.Question{Library: news.HomeLibrary, Text: strings.Join(c.Topic, " "), Article: article})
	if err != nil {
		return err
	}
	if c.JSON {
		return p.printJSON(s)
	}
	p.showSides(s, c.Why)
	return nil
}

// showSides lays out each speaker with what they say.
func (p *program) showSides(s answer.Sides, why bool) {
	for _, side := range s.Sides() {
		p.page.Blank()
		p.page.Para(terminal.In(terminal.Bold, side.Speaker.Name), terminal.Text(roles(side.Speaker)))
		for _, q := range side.Quotes {
			p.page.Blank()
			p.showSaid(q, why)
		}
	}
	if len(s.Sides()) > 0 {
		return
	}
	p.page.Para(terminal.In(terminal.Yellow, "Nobody in these articles speaks of "+inMarks(s.Topic())+"."))
	if len(s.Nearest()) > 0 {
		p.page.Blank()
		p.page.Para(terminal.In(terminal.Bold, "Nearest:"), terminal.In(terminal.Faint, " what comes closest, perhaps of something else"))
		p.showQuotes(s.Nearest(), why)
	}
}
