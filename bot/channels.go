package bot

import (
	"cmp"
	"context"
	"errors"
	"net/http"
	"time"

	"github.com/bwmarrin/discordgo"
	lru "github.com/hashicorp/golang-lru/v2"
)

// places are the channels that the bot talks in; it implements channels.
type places struct {
	bot     *Bot
	threads *lru.Cache[string, facts] // by channel
}

// facts are what never changes of a channel.
type facts struct {
	ours   bool   // it is a thread that the bot opened
	within string // the channel that a thread is in, the channel itself where it is none
}

// rememberedChannels bounds memory: about 200 bytes each.
const rememberedChannels = 10_000

func newPlaces(b *Bot) *places {
	return &places{b, newCache[facts](rememberedChannels)}
}

func (p *places) self() string { return *p.bot.self.Load() }

func (p *places) age(id string) time.Duration { return p.bot.clock.age(id, time.Now()) }

func (p *places) message(ctx context.Context, channel, id string) (messageEvent, error) {
	return get[messageEvent](ctx, p.bot.discord, discordgo.EndpointChannelMessage(channel, id), spread(readBucket, channel))
}

func (p *places) latest(ctx context.Context, channel string) ([]messageEvent, error) {
	return get[[]messageEvent](ctx, p.bot.discord, discordgo.EndpointChannelMessages(channel)+"?limit=25", spread(readBucket, channel))
}

// known tells what is known of a channel without asking.
func (p *places) known(channel string) (ours, known bool) {
	f, known := p.threads.Get(channel)
	return f.ours, known
}

func (p *places) ours(ctx context.Context, channel string) (bool, error) {
	f, err := p.facts(ctx, channel)
	return f.ours, err
}

func (p *places) within(ctx context.Context, channel string) (string, error) {
	f, err := p.facts(ctx, channel)
	return f.within, err
}

// facts asks Discord about a channel, once. One that the bot may not see is
// nothing in particular.
func (p *places) facts(ctx context.Context, channel string) (facts, error) {
	if f, ok := p.threads.Get(channel); ok {
		return f, nil
	}
	at, err := get[channelEvent](ctx, p.bot.discord, discordgo.EndpointChannel(channel), spread(channelBucket, channel))
	if err != nil && !isRefusal(err) {
		return facts{}, err
	}
	f := facts{ours: at.thread() && at.Owner == p.self(), within: cmp.Or(at.within(), channel)}
	p.threads.Add(channel, f)
	return f, nil
}

// Threads, by Discord's numbers.
const (
	newsThread    = 10
	publicThread  = 11
	privateThread = 12
)

func (c channelEvent) thread() bool {
	return c.Type == newsThread || c.Type == publicThread || c.Type == privateThread
}

// within is the channel whose choices hold here, "" where the event leaves it open.
func (c channelEvent) within() string {
	if c.thread() {
		return c.Parent
	}
	return c.ID
}

func (p *places) openThread(ctx context.Context, channel, message, name string) (string, error) {
	const day = 1440 // minutes without a word until it closes
	data, err := p.bot.discord.call(ctx, http.MethodPost, discordgo.EndpointChannelMessageThread(channel, message),
		map[string]any{"name": name, "auto_archive_duration": day}, spread(threadBucket, channel))
	if err != nil {
		return "", err
	}
	at, err := decode[struct {
		ID string `json:"id"`
	}](data)
	p.threads.Add(at.ID, facts{ours: true, within: channel})
	return at.ID, err
}

func (p *places) post(ctx context.Context, channel string, m Message) error {
	body := m.wire()
	body["nonce"], body["enforce_nonce"] = channel, true // sent again, it is still one message
	_, err := p.bot.discord.call(ctx, http.MethodPost, discordgo.EndpointChannelMessages(channel), body, spread(sendBucket, channel))
	return err
}

// get reads something of Discord's.
func get[T any](ctx context.Context, d *discord, address string, in bucket) (T, error) {
	data, err := d.call(ctx, http.MethodGet, address, nil, in)
	if err != nil {
		var none T
		return none, err
	}
	return decode[T](data)
}

// isRefusal tells whether Discord has said no, and would again.
func isRefusal(err error) bool {
	var e *apiError
	return errors.As(err, &e) && e.status >= 400 && e.status < 500 && e.status != http.StatusTooManyRequests
}
