package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"

	"onrecord/bot"
)

type serveCommand struct {
	client *http.Client // to reach Discord with; nil for the usual one
}

func (serveCommand) Help() string {
	return `Answers people who mention the bot, write to it directly, or use its commands, until it is stopped with Ctrl-C or SIGTERM. It needs a bot's token in DISCORD_TOKEN, from the environment or .env.

Example:

    onrecord serve`
}

// howToGetAToken is printed where there is none.
const howToGetAToken = `onrecord answers in Discord as a bot of your own, which needs a token. Three steps:

  1. At https://discord.com/developers/applications choose New Application, then
     Bot in its menu, then Reset Token, and copy the token.
  2. Write it into a file called .env in this directory: DISCORD_TOKEN=the token
  3. Run onrecord serve again, and open the invite link that it prints to add the
     bot to your server.

`

// Run answers in Discord until ctx ends.
func (c *serveCommand) Run(ctx context.Context, p *program) (err error) {
	set, err := p.settings.discord()
	if err != nil {
		return err
	}
	if set.token.reveal() == "" {
		fmt.Fprint(p.err, howToGetAToken)
		return errors.New("DISCORD_TOKEN is not set")
	}
	lib, err := p.open(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, lib.Close()) }()
	log := slog.New(slog.NewTextHandler(p.err, &slog.HandlerOptions{Level: set.level}))
	defer lib.catchUpBeside(ctx, log)()
	b, err := bot.New(bot.Config{
		Token:      set.token.reveal(),
		Engine:     lib.engine,
		Pages:      lib.Store,
		Logger:     log,
		HTTPClient: c.client,
		Invite:     func(link string) { fmt.Fprintln(p.out, "Add the bot to a server:", link) },
	})
	if err != nil {
		return err
	}
	return b.Run(ctx)
}
