// Command fakediscord is a Discord on this machine for trying the bot without
// an account: a page with two servers, a direct message, the bot's commands,
// menus, buttons and windows, before the same fake that the tests use.
//
//	go run ./cmd/fakediscord
//	DISCORD_TOKEN=… go run ./cmd/onrecord serve --discord http://127.0.0.1:8090
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"onrecord/bot/discordtest"
)

func main() {
	addr := flag.String("addr", "127.0.0.1:8090", "where to serve the page")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := serve(ctx, *addr); err != nil {
		fmt.Fprintln(os.Stderr, "fakediscord:", err)
		os.Exit(1)
	}
}

// serve runs the fake and its page until ctx ends.
func serve(ctx context.Context, addr string) error {
	discord, err := world()
	if err != nil {
		return err
	}
	defer discord.Close()
	l, err := (&net.ListenConfig{}).Listen(ctx, "tcp", addr)
	if err != nil {
		return fmt.Errorf("the page can't be served, name another address with -addr: %w", err)
	}
	server := &http.Server{Handler: handler(discord), ReadHeaderTimeout: 10 * time.Second}
	context.AfterFunc(ctx, func() { _ = server.Close() })
	fmt.Printf("Open http://%s and start the bot:\n\n    DISCORD_TOKEN=%s go run ./cmd/onrecord serve --discord http://%s\n\n", addr, discordtest.Token, addr)
	if err := server.Serve(l); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// world is a Discord with two servers that people at the page belong to; the bot
// is in the first, and every privileged intent is switched on.
func world() (*discordtest.Server, error) {
	discord, err := discordtest.Start(discordtest.Options{Privileged: discordtest.IntentMessageContent})
	if err != nil {
		return nil, err
	}
	discord.AddChannel(discordtest.GuildID, "fact-check")
	const class = "222222222222222299"
	discord.AddServer(discordtest.Guild{ID: class, Name: "Evening class", Locale: "de"})
	discord.Kick(class)
	return discord, nil
}
