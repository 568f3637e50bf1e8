package bot

import (
	"bytes"
	"context"
	"encoding/json"
	"slices"
	"strings"
)

// registerCommands keeps trying until Discord has the commands or ctx ends.
// Mentions are answered meanwhile.
func (b *Bot) registerCommands(ctx context.Context, app string) {
	for failures := 1; ; failures++ {
		trying, cancel := context.WithTimeout(ctx, b.config.SendTime)
		changed, err := b.syncCommands(trying, app)
		cancel()
		if err == nil {
			b.pulse.registered.Store(true)
			b.log.Info("the commands are registered", "changed", changed)
			return
		}
		b.log.Warn("the commands could not be registered; trying again", "error", err, "failures", failures)
		if sleep(ctx, backoff(b.config.Backoff, failures)) != nil {
			return
		}
	}
}

// syncCommands registers the commands where Discord has others, and tells
// whether it did: each registration counts against a daily allowance.
func (b *Bot) syncCommands(ctx context.Context, app string) (changed bool, err error) {
	var want []registration
	for _, c := range b.commands {
		want = append(want, c.registration())
	}
	have, err := b.discord.registered(ctx, app)
	if err == nil && bytes.Equal(normal(have), normal(want)) {
		return false, nil
	}
	return true, b.discord.register(ctx, app, want) // also when it can't be asked
}

// normal is a set of commands as text that is the same whichever order Discord
// keeps them in.
func normal(list []registration) []byte {
	list = slices.Clone(list)
	for i := range list {
		list[i].Contexts = slices.Sorted(slices.Values(list[i].Contexts))
		list[i].Integrations = slices.Sorted(slices.Values(list[i].Integrations))
	}
	slices.SortFunc(list, func(a, b registration) int { return strings.Compare(a.Name, b.Name) })
	text, err := json.Marshal(list)
	if err != nil {
		panic(err) // texts and numbers
	}
	return text
}
