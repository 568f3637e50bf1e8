package bot

import (
	"bytes"
	"context"
	"encoding/json"
	"slices"
	"strings"
)

// syncCommands registers the commands where Discord has others, and tells
// whether it did: each registration counts against a daily allowance.
func (b *Bot) syncCommands(ctx context.Context, app string) (changed bool, err error) {
	var want []registration
	for _, c := range b.commands {
		want = append(want, c.registration())
	}
	have, err := b.discord.registered(ctx, app)
	if err != nil {
		return false, err
	}
	if bytes.Equal(normal(have), normal(want)) {
		return false, nil
	}
	return true, b.discord.register(ctx, app, want)
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
