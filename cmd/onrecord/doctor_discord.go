package main

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"onrecord/bot"
)

// portal is where a bot is looked after.
const portal = "https://discord.com/developers/applications"

// checkToken asks Discord who the token belongs to.
func checkToken(ctx context.Context, e *examination) finding {
	set, err := e.p.settings.discord()
	switch {
	case err != nil:
		return skip("its settings can't be read")
	case set.token.reveal() == "":
		return skip("DISCORD_TOKEN is not set; asking on the command line needs none")
	}
	if !e.told {
		return skip("Discord is not reached")
	}
	if e.account, err = bot.NewAccount(set.token.reveal(), e.client); err != nil {
		return trouble("", "%v", err)
	}
	who, err := e.account.Profile(ctx)
	if errors.Is(err, bot.ErrBadToken) {
		e.account = nil
		says := "Discord does not know it"
		if m := mistaken(set.token.reveal()); m != "" {
			says += ": " + m
		}
		return trouble("at "+portal+" choose your application, Bot, Reset Token, and put the new token into .env", "%s", says)
	}
	if err != nil {
		e.account = nil
		return trouble("see whether this machine reaches discord.com, and whether Discord is up: https://discordstatus.com", "Discord could not be asked: %v", err)
	}
	e.bot = &who
	return fine("it is that of %s", who.Name)
}

// unasked tells why nothing more can be asked of Discord.
func (e *examination) unasked() (finding, bool) {
	return skip("it takes a token that Discord knows"), e.bot == nil
}

// checkApplication looks at how the application is set up in the portal.
func checkApplication(_ context.Context, e *examination) finding {
	if f, no := e.unasked(); no {
		return f
	}
	var lacks []string
	if !e.bot.Servers {
		lacks = append(lacks, "servers can't install it")
	}
	if !e.bot.Users {
		lacks = append(lacks, "people can't install it for themselves")
	}
	if len(lacks) > 0 {
		return trouble("at "+portal+" choose your application, Installation, and tick both contexts", "%s", strings.Join(lacks, ", and "))
	}
	if !e.bot.Public {
		return fine("servers and people can install it; only you can add it to servers (it is not public)")
	}
	return fine("servers and people can install it")
}

// checkGateway asks for the gateway and how often it may be entered.
func checkGateway(ctx context.Context, e *examination) finding {
	if f, no := e.unasked(); no {
		return f
	}
	remaining, total, more, err := e.account.Starts(ctx)
	switch {
	case err != nil:
		return trouble("see whether Discord is up: https://discordstatus.com", "it could not be asked for: %v", err)
	case remaining == 0:
		return trouble("wait; and find out what restarts the bot so often", "no more of %d sessions may be started for %v", total, more.Round(time.Second))
	}
	return fine("%d of %d sessions may still be started today", remaining, total)
}

// checkCommands compares the commands that Discord has with ours.
func checkCommands(ctx context.Context, e *examination) finding {
	if f, no := e.unasked(); no {
		return f
	}
	states, err := e.account.Commands(ctx, e.bot.App)
	if err != nil {
		return trouble("", "they could not be asked for: %v", err)
	}
	differ := 0
	for _, c := range states {
		if c.State != bot.Current {
			differ++
		}
	}
	if differ > 0 {
		return trouble("onrecord commands sync (onrecord serve does so too when it starts)", "%s differ from this onrecord's: onrecord commands list", plural(differ, "command", "commands"))
	}
	return fine("%s are registered and current", plural(len(states), "command", "commands"))
}

// checkServers looks for permissions that the bot needs and lacks.
func checkServers(ctx context.Context, e *examination) finding {
	if f, no := e.unasked(); no {
		return f
	}
	servers, err := e.account.Servers(ctx)
	if err != nil {
		return trouble("", "they could not be asked for: %v", err)
	}
	if len(servers) == 0 {
		return trouble("open "+e.bot.Invite, "the bot is in no server")
	}
	var lacking []string
	for _, s := range servers {
		if len(s.Lacks) > 0 {
			lacking = append(lacking, fmt.Sprintf("%s (%s)", s.Name, strings.Join(s.Lacks, ", ")))
		}
	}
	if len(lacking) > 0 {
		return trouble("give the bot's role these permissions in the server's settings, or open "+e.bot.Invite,
			"permissions are missing in %s: %s", plural(len(lacking), "server", "servers"), strings.Join(lacking, "; "))
	}
	return fine("the bot has what it needs in %s; single channels may still shut it out", plural(len(servers), "server", "servers"))
}
