package main

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"

	"onrecord/bot"
)

type serveCommand struct {
	Discord string `placeholder:"URL" help:"Another Discord, such as the one of go run ./cmd/fakediscord."`

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
	if err := p.settings.everything(); err != nil {
		return err
	}
	set, err := p.settings.discord()
	if err != nil {
		return err
	}
	looking, err := p.settings.ops()
	if err != nil {
		return err
	}
	gateway, err := p.settings.gateway()
	if err != nil {
		return err
	}
	if set.token.reveal() == "" {
		fmt.Fprint(p.err, howToGetAToken)
		return errors.New("DISCORD_TOKEN is not set")
	}
	spareMemory()
	lib, err := p.open(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, lib.Close()) }()
	lib.warm(ctx)
	log := looking.logger(p.err, set.level)
	for _, problem := range p.settings.unknown() {
		log.Warn("a setting is misspelt", "problem", problem)
	}
	if lib.ReadOnly() {
		log.Warn("the library can only be read: nothing can be added, no setting kept, and an event that comes twice may be answered twice")
	}
	watch := newWatch(looking, log)
	ctx, untrace, err := watch.observe(ctx, p.settings)
	if err != nil {
		return err
	}
	defer untrace()
	unfollow, err := p.replicate(ctx, lib.Store, watch, log)
	if err != nil {
		return err
	}
	defer unfollow()
	defer lib.catchUpBeside(ctx, log)()
	defer lib.embedBeside(ctx, log)()
	asking, model, err := p.asking(lib, watch, log)
	if err != nil {
		return err
	}
	client, err := c.reach()
	if err != nil {
		return err
	}
	config := bot.Config{
		Token:          set.token.reveal(),
		MessageContent: set.hears,
		Model:          model,
		Logger:         log,
		HTTPClient:     watch.client(client),
		Invite:         func(link string) { fmt.Fprintln(p.out, "Add the bot to a server:", link) },
	}
	if lib.embeddings != nil {
		config.Embedding = lib.embeddings.Model()
	}
	end, err := p.forServers(ctx, lib, &config, asking)
	if err != nil {
		return err
	}
	defer end()
	gateway.share(&config, lib.Store)
	defer p.journalIn(&config)()
	counts := newTally(lib.Store)
	config.Asked = counts.asked
	b, err := bot.New(config)
	if err != nil {
		return err
	}
	defer counts.attend(ctx, b.Status, log)()
	defer lib.restBeside(ctx, restAfter, b.Rest)()
	if watch.admin, err = p.administer(b, lib); err != nil {
		return err
	}
	unwatch, err := watch.start(ctx, b, lib.Store)
	if err != nil {
		return err
	}
	defer unwatch()
	unlisten, err := gateway.listen(ctx, b, log)
	if err != nil {
		return err
	}
	defer unlisten()
	return b.Run(ctx)
}

// reach returns the client to reach Discord with, nil for the usual one.
func (c *serveCommand) reach() (*http.Client, error) {
	if c.Discord == "" {
		return c.client, nil
	}
	u, err := url.Parse(c.Discord)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return nil, fmt.Errorf("--discord is %q: give an address such as http://127.0.0.1:8090", c.Discord)
	}
	return &http.Client{Transport: elsewhere{u.Scheme, u.Host}}, nil
}

// elsewhere is a transport that sends every request to one server.
type elsewhere struct{ scheme, host string }

// RoundTrip implements http.RoundTripper.
func (e elsewhere) RoundTrip(r *http.Request) (*http.Response, error) {
	r = r.Clone(r.Context())
	r.URL.Scheme, r.URL.Host, r.Host = e.scheme, e.host, ""
	return http.DefaultTransport.RoundTrip(r)
}
