package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"onrecord/bot"
	"onrecord/terminal"
)

// registryCommand groups what is done with the commands that Discord has.
type registryCommand struct {
	List   registryList   `cmd:"" help:"Compare the commands that Discord has with ours."`
	Sync   registrySync   `cmd:"" help:"Register ours where they differ."`
	Remove registryRemove `cmd:"" help:"Take all of them away from Discord."`
}

func (registryCommand) Help() string {
	return `onrecord serve registers them by itself when they have changed.

Example:

    onrecord commands list`
}

type registryList struct {
	Discord string `placeholder:"URL" help:"Another Discord."`
	JSON    bool   `name:"json" help:"Print JSON."`
}

func (registryList) Help() string { return "Example:\n\n    onrecord commands list" }

// commandJSON is a command as --json prints it.
type commandJSON struct {
	Name  string    `json:"name"`
	State bot.State `json:"state"` // current, missing, changed or foreign
	Parts []string  `json:"parts"` // what of a changed one differs
}

func (c *registryList) Run(ctx context.Context, p *program) error {
	account, app, err := p.account(ctx, c.Discord)
	if err != nil {
		return err
	}
	states, err := account.Commands(ctx, app)
	if err != nil {
		return err
	}
	if c.JSON {
		list := []commandJSON{}
		for _, s := range states {
			list = append(list, commandJSON{s.Name, s.State, append([]string{}, s.Parts...)})
		}
		return p.printJSON(list)
	}
	p.registry(states)
	return nil
}

type registrySync struct {
	Discord string `placeholder:"URL" help:"Another Discord."`
}

func (registrySync) Help() string {
	return "Registers nothing when nothing has changed: Discord counts registrations.\n\nExample:\n\n    onrecord commands sync"
}

func (c *registrySync) Run(ctx context.Context, p *program) error {
	account, app, err := p.account(ctx, c.Discord)
	if err != nil {
		return err
	}
	had, err := account.Sync(ctx, app)
	if err != nil {
		return err
	}
	var differed []bot.CommandState
	for _, s := range had {
		if s.State != bot.Current {
			differed = append(differed, s)
		}
	}
	if len(differed) == 0 {
		p.page.Para(terminal.Text(fmt.Sprintf("Nothing to do: %s are registered and current.", plural(len(had), "command", "commands"))))
		return nil
	}
	p.registry(differed)
	p.page.Para(terminal.Text("Registered anew. People may have to restart Discord to see the change."))
	return nil
}

type registryRemove struct {
	Discord string `placeholder:"URL" help:"Another Discord."`
}

func (registryRemove) Help() string {
	return "Those of other programs that use the same bot go too. onrecord serve registers ours again when it starts.\n\nExample:\n\n    onrecord commands remove"
}

func (c *registryRemove) Run(ctx context.Context, p *program) error {
	account, app, err := p.account(ctx, c.Discord)
	if err != nil {
		return err
	}
	had, err := account.Remove(ctx, app)
	if err != nil {
		return err
	}
	p.page.Para(terminal.Text(fmt.Sprintf("Removed %s.", plural(len(had), "command", "commands"))))
	return nil
}

// registry shows commands with their state.
func (p *program) registry(states []bot.CommandState) {
	what := map[bot.State]string{
		bot.Current: "registered and current",
		bot.Missing: "not registered yet",
		bot.Changed: "registered, but differs in ",
		bot.Foreign: "registered, but not ours",
	}
	var rows [][]terminal.Run
	for _, s := range states {
		rows = append(rows, []terminal.Run{terminal.In(terminal.Bold, s.Name), terminal.Text(what[s.State] + strings.Join(s.Parts, ", "))})
	}
	p.page.Table(rows)
}

// account is the bot's account at Discord, and its application's ID.
func (p *program) account(ctx context.Context, discord string) (*bot.Account, string, error) {
	set, err := p.settings.discord()
	if err != nil {
		return nil, "", err
	}
	if set.token.reveal() == "" {
		return nil, "", errors.New("DISCORD_TOKEN is not set: run onrecord serve to see how to get a token")
	}
	client, err := (&serveCommand{Discord: discord}).reach()
	if err != nil {
		return nil, "", err
	}
	account, err := bot.NewAccount(set.token.reveal(), client)
	if err != nil {
		return nil, "", err
	}
	who, err := account.Profile(ctx)
	return account, who.App, err
}
