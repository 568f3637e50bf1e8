package main

import (
	"context"
	"errors"
)

type serveCommand struct{}

func (serveCommand) Help() string {
	return "Example:\n\n    DISCORD_TOKEN=… onrecord serve"
}

// Run answers in Discord until ctx ends. Its settings come from
// p.settings.discord(), its engine from p.openLibrary(ctx).
func (c *serveCommand) Run(ctx context.Context, p *program) error {
	if _, err := p.settings.discord(); err != nil {
		return err
	}
	return errors.New("this build does not answer in Discord yet")
}
