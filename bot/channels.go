package bot

import (
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
	threads *lru.Cache[string, bool] // by channel: whether it is a thread that the bot opened
}

// rememberedChannels bounds memory: about 150 bytes each.
const rememberedChannels = 10_000

func newPlaces(b *Bot) *places {
	threads, err := lru.New[string, bool](rememberedChannels)
	if err != nil {
		panic(err) // only a size below one is refused
	}
	return &places{b, threads}
}

func (p *places) self() string { return *p.bot.self.Load() }

func (p *places) age(id string) time.Duration { return p.bot.clock.age(id, time.Now()) }

func (p *places) message(ctx context.Context, channel, id string) (messageEvent, error) {
	return get[messageEvent](ctx, p.bot.discord, discordgo.EndpointChannelMessage(channel, id), spread("read", channel))
}

func (p *places) latest(ctx context.Context, channel string) ([]messageEvent, error) {
	return get[[]messageEvent](ctx, p.bot.discord, discordgo.EndpointChannelMessages(channel)+"?limit=25", spread("read", channel))
}

// known tells what is known of a channel without asking.
func (p *places) known(channel string) (ours, known bool) { return p.threads.Get(channel) }

func (p *places) ours(ctx context.Context, channel string) (bool, error) {
	if ours, ok := p.threads.Get(channel); ok {
		return ours, nil
	}
	at, err := get[struct {
		Type  int    `json:"type"`
		Owner string `json:"owner_id"`
	}](ctx, p.bot.discord, discordgo.EndpointChannel(channel), spread("channel", channel))
	if err != nil && !isRefusal(err) {
		return false, err
	}
	const newsThread, publicThread, privateThread = 10, 11, 12
	ours := err == nil && (at.Type == newsThread || at.Type == publicThread || at.Type == privateThread) && at.Owner == p.self()
	p.threads.Add(channel, ours)
	return ours, nil
}

func (p *places) openThread(ctx context.Context, channel, message, name string) (string, error) {
	const day = 1440 // minutes without a word until it closes
	data, err := p.bot.discord.call(ctx, http.MethodPost, discordgo.EndpointChannelMessageThread(channel, message),
		map[string]any{"name": name, "auto_archive_duration": day}, spread("thread", channel))
	if err != nil {
		return "", err
	}
	at, err := decode[struct {
		ID string `json:"id"`
	}](data)
	p.threads.Add(at.ID, true)
	return at.ID, err
}

func (p *places) post(ctx context.Context, channel string, m Message) error {
	body := m.wire()
	body["nonce"], body["enforce_nonce"] = channel, true // sent again, it is still one message
	_, err := p.bot.discord.call(ctx, http.MethodPost, discordgo.EndpointChannelMessages(channel), body, spread("channel", channel))
	return err
}

// get reads something of Discord's.
func get[T any](ctx context.Context, d *discord, address, bucket string) (T, error) {
	data, err := d.call(ctx, http.MethodGet, address, nil, bucket)
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
