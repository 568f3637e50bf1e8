package main

import (
	"context"
	"strconv"

	"onrecord/answer"
	"onrecord/news"
	"onrecord/terminal"
)

type speakersCommand struct {
	Article string `placeholder:"ID" help:"Only who speaks in this article (the beginning of its ID will do)."`
	JSON    bool   `name:"json" help:"Print JSON."`
}

func (speakersCommand) Help() string {
	return `Counted are statements with the speaker's own words, wholly or partly, and paraphrases.

Example:

    onrecord speakers`
}

func (c *speakersCommand) Run(ctx context.Context, p *program) error {
	lib, err := p.readLibrary(ctx)
	if err != nil {
		return err
	}
	defer lib.Close()
	article, err := lib.scope(ctx, c.Article)
	if err != nil {
		return err
	}
	cards, err := lib.engine.Speakers(ctx, news.HomeLibrary, article)
	if err != nil {
		return err
	}
	if c.JSON {
		return p.printJSON(answer.Cards(cards))
	}
	if len(cards) == 0 {
		p.page.Para(terminal.Text("Nobody speaks in these articles."))
		return nil
	}
	p.showCards(cards)
	return nil
}

// showCards lists speakers, one a row.
func (p *program) showCards(cards []news.Card) {
	heading := func(s string) terminal.Run { return terminal.In(terminal.Faint, s) }
	rows := [][]terminal.Run{{heading("speaker"), heading("quoted"), heading("reported"), heading("role")}}
	for _, c := range cards {
		rows = append(rows, []terminal.Run{
			terminal.In(terminal.Bold, c.Name),
			terminal.Text(strconv.Itoa(c.Direct)),
			terminal.Text(strconv.Itoa(c.Reported)),
			terminal.Text(roleOf(c)),
		})
	}
	p.page.Table(rows)
}

// roleOf is the newest role that an article gives the speaker.
func roleOf(c news.Card) string {
	if len(c.Roles) > 0 {
		return c.Roles[0].Role
	}
	return c.Role
}
