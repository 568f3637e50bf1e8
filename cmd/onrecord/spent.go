package main

import (
	"context"
	"fmt"
	"time"

	"onrecord/news"
	"onrecord/terminal"
)

type spentCommand struct {
	Days int  `default:"7" placeholder:"N" help:"How many days, today's included (of UTC)."`
	JSON bool `name:"json" help:"Print JSON."`
}

func (spentCommand) Help() string {
	return `What the language model cost, in tokens, by day: altogether and by server; by person for the last two days only. "(direct)" is direct messages and the command line. A star marks days on which the model did not always say what it cost.

Example:

    onrecord usage --days 30`
}

// spentJSON is a row as --json prints it.
type spentJSON struct {
	Day        string `json:"day"`
	Account    string `json:"account"` // all, server or user
	ID         string `json:"id"`      // "" for all, and for direct messages and the command line
	Calls      int    `json:"calls"`
	Estimated  int    `json:"estimated"`
	Prompt     int    `json:"prompt_tokens"`
	Completion int    `json:"completion_tokens"`
}

func (c *spentCommand) Run(ctx context.Context, p *program) error {
	if c.Days < 1 || c.Days > 3660 {
		return fmt.Errorf("--days is %d: use a number from 1 to 3660", c.Days)
	}
	lib, err := p.readLibrary(ctx)
	if err != nil {
		return err
	}
	defer lib.Close()
	rows, err := lib.Spending(ctx, time.Now().UTC().AddDate(0, 0, 1-c.Days).Format(time.DateOnly))
	if err != nil {
		return err
	}
	if c.JSON {
		out := make([]spentJSON, 0, len(rows))
		for _, r := range rows {
			out = append(out, spentJSON{r.Day, string(r.Kind), r.ID, r.Calls, r.Estimated, r.Prompt, r.Completion})
		}
		return p.printJSON(out)
	}
	if len(rows) == 0 {
		p.page.Para(terminal.In(terminal.Faint, "No model has been asked in this time."))
		return nil
	}
	heading := func(s string) terminal.Run { return terminal.In(terminal.Faint, s) }
	table := [][]terminal.Run{{heading("day"), heading("account"), heading("calls"), heading("prompts"), heading("replies"), heading("tokens")}}
	for _, r := range rows {
		table = append(table, []terminal.Run{
			terminal.Text(r.Day), terminal.Text(accountName(r.Account)), terminal.Text(fmt.Sprint(r.Calls)),
			terminal.Text(fmt.Sprint(r.Prompt)), terminal.Text(fmt.Sprint(r.Completion)), terminal.In(terminal.Bold, fmt.Sprint(r.Total())+guessed(r)),
		})
	}
	p.page.Table(table)
	return nil
}

func accountName(a news.Account) string {
	switch {
	case a.Kind == news.EverybodysAccount:
		return "altogether"
	case a.ID == "":
		return "(direct)"
	}
	return string(a.Kind) + " " + a.ID
}

// guessed marks a row that is partly a guess.
func guessed(r news.SpendingRow) string {
	if r.Estimated > 0 {
		return " *"
	}
	return ""
}
