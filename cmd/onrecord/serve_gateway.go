package main

import (
	"context"
	"fmt"
	"log/slog"

	"onrecord/bot"
	"onrecord/ops"
	"onrecord/store"
)

// share makes the bot one of several processes where the database can be
// reached by them all: they share the gateway's shards.
func (g gatewayConfig) share(c *bot.Config, s *store.Store) {
	c.Split, c.NoGateway = g.shards, g.off
	if s.Shared() && !s.ReadOnly() {
		c.Shards = s
	}
}

// listen takes interactions over HTTP, where that is asked for, until the
// function it returns is called.
func (g gatewayConfig) listen(ctx context.Context, b *bot.Bot, log *slog.Logger) (stop func(), err error) {
	if g.interactions == "" {
		return func() {}, nil
	}
	l, err := ops.Listen(ctx, g.interactions)
	if err != nil {
		return nil, fmt.Errorf("no interactions over HTTP: set ONRECORD_INTERACTIONS_ADDR to another address: %w", err)
	}
	log.Info("interactions over HTTP", "address", l.Addr().String())
	// No new ones come once the bot is told to stop.
	return serveBeside(ctx, l, b.Endpoint(), log, "interactions over HTTP ended"), nil
}
