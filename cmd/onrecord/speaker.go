package main

import (
	"context"
	"fmt"
	"strings"

	"onrecord/answer"
	"onrecord/news"
	"onrecord/terminal"
)

type speakerCommand struct {
	Name  []string `arg:"" help:"The speaker's name or a part of it."`
	About string   `placeholder:"TOPIC" help:"Only what was said about this."`
	Why   bool     `help:"Tell how each credit was made."`
	JSON  bool     `name:"json" help:"Print JSON."`
}

func (speakerCommand) Help() string {
	return `Direct quotations come first, then paraphrases.

Example:

    onrecord speaker Ryabkov --about ceasefire`
}

func (c *speakerCommand) Run(ctx context.Context, p *program) error {
	lib, err := p.readLibrary(ctx)
	if err != nil {
		return err
	}
	defer lib.Close()
	f, err := lib.engine.Speaker(ctx, answer.LookUp{Library: news.HomeLibrary, Name: strings.Join(c.Name, " "), About: c.About})
	if err != nil {
		return err
	}
	if c.JSON {
		return p.printJSON(f)
	}
	p.showProfile(f, c)
	return nil
}

// showProfile lays out what a look-up found.
func (p *program) showProfile(f answer.Profile, c *speakerCommand) {
	card := f.Card()
	switch {
	case card == nil && len(f.CouldBe()) > 0:
		p.page.Para(terminal.Text(inMarks(f.Name()) + " could be any of these; ask for one of them by full name:"))
		p.showCards(f.CouldBe())
	case card == nil:
		p.page.Para(terminal.In(terminal.Yellow, "Nobody called "+inMarks(f.Name())+" speaks in these articles."))
		if len(f.Nearest()) > 0 {
			p.page.Blank()
			p.page.Para(terminal.Text("The nearest names:"))
			p.showCards(f.Nearest())
		}
	default:
		p.showSpeaker(f, *card, c)
	}
}

func (p *program) showSpeaker(f answer.Profile, card news.Card, c *speakerCommand) {
	p.page.Para(terminal.In(terminal.Bold, card.Name), terminal.Text(roles(card)))
	if len(f.Quotes()) > 0 {
		p.page.Para(terminal.In(terminal.Faint, counts(card)))
		p.showQuotes(f.Quotes(), c.Why)
		return
	}
	p.page.Blank()
	p.page.Para(terminal.In(terminal.Yellow, "The articles credit "+card.Name+" with nothing about "+inMarks(f.About())+"."))
	if len(f.ElseSaid()) > 0 {
		p.page.Blank()
		p.page.Para(terminal.In(terminal.Bold, "What others say about it:"))
		p.showQuotes(f.ElseSaid(), c.Why)
	}
}

// roles are a speaker's roles behind the name, newest first.
func roles(card news.Card) string {
	var out []string
	for _, r := range card.Roles {
		out = append(out, r.Role)
	}
	if len(out) == 0 && card.Role != "" {
		out = append(out, card.Role)
	}
	if len(out) == 0 {
		return ""
	}
	return " — " + strings.Join(out, "; ")
}

// counts says how much the articles credit to a speaker.
func counts(card news.Card) string {
	own := "nothing in their own words"
	if card.Direct > 0 {
		own = plural(card.Direct, "statement", "statements") + " in their own words"
	}
	return fmt.Sprintf("%s, %d reported, in %s", own, card.Reported, plural(card.Articles, "article", "articles"))
}

func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprint(n, " ", many)
}
