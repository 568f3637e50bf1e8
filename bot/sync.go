package bot

import (
	"context"
	"reflect"
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
	if reflect.DeepEqual(sorted(have), sorted(want)) {
		return false, nil
	}
	return true, b.discord.register(ctx, app, want)
}

// sorted orders commands by name, for Discord keeps an order of its own.
func sorted(list []registration) []registration {
	list = slices.Clone(list)
	slices.SortFunc(list, func(a, b registration) int { return strings.Compare(a.Name, b.Name) })
	return list
}
