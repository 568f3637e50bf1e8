package bot

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"net/http"

	"github.com/bwmarrin/discordgo"
)

// tell sends a message to a channel, once for each key: Discord drops a second
// one with the same nonce for a few minutes.
func (b *Bot) tell(ctx context.Context, channel string, m Message, key string) error {
	ctx, cancel := context.WithTimeout(ctx, b.config.SendTime)
	defer cancel()
	sum := sha256.Sum256([]byte(channel + key))
	body := m.wire()
	body["nonce"], body["enforce_nonce"] = hex.EncodeToString(sum[:])[:24], true
	_, err := b.discord.call(ctx, http.MethodPost, discordgo.EndpointChannelMessages(channel), body, spread(sendBucket, channel))
	if isRefusal(err) {
		b.log.WarnContext(ctx, "a channel may not be written to", "channel", channel, "error", err)
		return nil
	}
	return err
}

// direct opens the conversation with a person and returns its channel.
func (b *Bot) direct(ctx context.Context, person string) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, b.config.SendTime)
	defer cancel()
	data, err := b.discord.call(ctx, http.MethodPost, discordgo.EndpointUserChannels("@me"), map[string]any{"recipient_id": person}, directBucket)
	if err != nil {
		return "", err
	}
	at, err := decode[struct {
		ID string `json:"id"`
	}](data)
	return at.ID, err
}
