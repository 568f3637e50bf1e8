package bot

import "context"

// registerCommands keeps trying until Discord has the commands or ctx ends.
// Mentions are answered meanwhile.
func (b *Bot) registerCommands(ctx context.Context, app string) {
	for failures := 1; ; failures++ {
		trying, cancel := context.WithTimeout(ctx, b.config.SendTime)
		changed, err := b.syncCommands(trying, app)
		cancel()
		if err == nil {
			b.pulses.registered.Store(true)
			b.log.Info("the commands are registered", "changed", changed)
			return
		}
		b.log.Warn("the commands could not be registered; trying again", "error", err, "failures", failures)
		if sleep(ctx, backoff(b.config.Backoff, failures)) != nil {
			return
		}
	}
}

// syncCommands registers the commands where Discord has others, and tells what
// changed: each registration counts against a daily allowance.
func (b *Bot) syncCommands(ctx context.Context, app string) (changed []string, err error) {
	want := registrations(b.commands)
	have, err := b.discord.registered(ctx, app)
	if err != nil {
		return nil, err
	}
	for _, c := range difference(have, want) {
		if c.State != Current {
			changed = append(changed, c.Name)
		}
	}
	if len(changed) == 0 {
		return nil, nil
	}
	return changed, b.discord.register(ctx, app, want)
}

// registrations are commands as Discord registers them.
func registrations(list []Command) []registration {
	var out []registration
	for _, c := range list {
		out = append(out, c.registration())
	}
	return out
}
