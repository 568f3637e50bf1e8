package bot

import (
	"context"

	"github.com/bwmarrin/discordgo"
)

// editReply changes a message that answered a message. Edits have a rate limit of
// their own in each channel.
func (d *discord) editReply(ctx context.Context, channel, id string, m Message) error {
	_, err := d.call(ctx, "PATCH", discordgo.EndpointChannelMessage(channel, id), m, spread(editBucket, channel))
	return err
}
