package bot

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"strconv"
	"time"
)

// Account is a bot's account at Discord, for who looks after it: it asks over
// REST and never opens the gateway. It is safe for concurrent use.
type Account struct{ discord *discord }

// NewAccount returns the account of a token. A nil client is the usual one.
func NewAccount(token string, client *http.Client) (*Account, error) {
	token = bareToken(token)
	if token == "" {
		return nil, errors.New("a Discord bot needs a token")
	}
	if client == nil {
		client = &http.Client{}
	}
	d, err := newDiscord(token, patiently(client, &discordClock{}, firstWait))
	return &Account{d}, err
}

// Profile is what Discord knows of a bot and its application.
type Profile struct {
	// Name is the bot's.
	Name string
	// App is the application's ID.
	App string
	// Public tells whether others may add the bot to their servers.
	Public bool
	// Content tells whether the message content intent is switched on.
	Content bool
	// Servers and Users tell where the application may be installed.
	Servers, Users bool
	// Invite is the link that adds the bot.
	Invite string
}

// Profile asks who the bot is. A token that Discord does not know gives
// [ErrBadToken].
func (a *Account) Profile(ctx context.Context) (Profile, error) {
	me, err := fetch[struct {
		Username string `json:"username"`
	}](ctx, a.discord, "users/@me", accountBucket)
	if err != nil {
		return Profile{}, sentence(err)
	}
	app, err := fetch[struct {
		ID      string         `json:"id"`
		Flags   int64          `json:"flags"`
		Public  bool           `json:"bot_public"`
		Install map[string]any `json:"integration_types_config"`
	}](ctx, a.discord, "applications/@me", accountBucket)
	if err != nil {
		return Profile{}, sentence(err)
	}
	p := Profile{Name: me.Username, App: app.ID, Public: app.Public, Content: app.Flags&contentFlags != 0, Servers: true, Invite: inviteLink(app.ID)}
	if app.Install != nil {
		_, p.Servers = app.Install["0"]
		_, p.Users = app.Install["1"]
	}
	return p, nil
}

// contentFlags are the application flags that stand for the message content
// intent, for bots in many servers and in few.
const contentFlags = 1<<18 | 1<<19

// Starts tells how many sessions may still be started, of how many, and when
// there will be more. It also shows that Discord can be reached.
func (a *Account) Starts(ctx context.Context) (remaining, total int, more time.Duration, err error) {
	got, err := fetch[struct {
		Limit struct {
			Total      int   `json:"total"`
			Remaining  int   `json:"remaining"`
			ResetAfter int64 `json:"reset_after"` // ms
		} `json:"session_start_limit"`
	}](ctx, a.discord, "gateway/bot", gatewayBucket)
	l := got.Limit
	return l.Remaining, l.Total, time.Duration(l.ResetAfter) * time.Millisecond, sentence(err)
}

// Membership is a server that the bot is in, and the permissions that it needs
// and does not have there, in Discord's words. Channels may take away more.
type Membership struct {
	ID, Name string
	Lacks    []string
}

// Servers lists up to 200 servers that the bot is in.
func (a *Account) Servers(ctx context.Context) ([]Membership, error) {
	list, err := fetch[[]struct {
		ID          string `json:"id"`
		Name        string `json:"name"`
		Permissions string `json:"permissions"`
	}](ctx, a.discord, "users/@me/guilds", accountBucket)
	if err != nil {
		return nil, sentence(err)
	}
	var out []Membership
	for _, g := range list {
		m := Membership{ID: g.ID, Name: g.Name}
		has, err := strconv.ParseInt(g.Permissions, 10, 64)
		if err == nil && has&administrator == 0 {
			m.Lacks = permissionNames(permissions &^ has)
		}
		out = append(out, m)
	}
	return out, nil
}

// Commands compares the commands that Discord has with ours.
func (a *Account) Commands(ctx context.Context, app string) ([]CommandState, error) {
	have, err := a.discord.registered(ctx, app)
	if err != nil {
		return nil, sentence(err)
	}
	return difference(have, registrations(commands(Config{}))), nil
}

// Sync registers our commands if Discord has others, and returns what it had.
func (a *Account) Sync(ctx context.Context, app string) ([]CommandState, error) {
	states, err := a.Commands(ctx, app)
	if err != nil || current(states) {
		return states, err
	}
	return states, sentence(a.discord.register(ctx, app, registrations(commands(Config{}))))
}

// Remove takes all commands away from Discord, foreign ones too, and returns
// what it had.
func (a *Account) Remove(ctx context.Context, app string) ([]CommandState, error) {
	states, err := a.Commands(ctx, app)
	if err != nil {
		return nil, err
	}
	had := slices.DeleteFunc(states, func(c CommandState) bool { return c.State == Missing })
	if len(had) == 0 {
		return nil, nil
	}
	return had, sentence(a.discord.register(ctx, app, []registration{}))
}

// sentence puts an error that stopping won't mend into a sentence.
func sentence(err error) error {
	if why := fatal(err); why != nil {
		return why
	}
	return err
}
