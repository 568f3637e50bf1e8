package bot

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"time"

	"github.com/bwmarrin/discordgo"
	"github.com/gorilla/websocket"
)

// intents is all that the bot needs to be sent: messages, whose words it gets
// only where it is mentioned or written to directly. None is privileged.
const intents = discordgo.IntentsGuildMessages | discordgo.IntentsDirectMessages

// permissions are the fewest that let the bot answer: see channels, send
// messages (in threads too, which it opens), embed links, and read history to
// reply and to know what a question leans on.
const permissions = discordgo.PermissionViewChannel | discordgo.PermissionSendMessages |
	discordgo.PermissionSendMessagesInThreads | discordgo.PermissionCreatePublicThreads | discordgo.PermissionEmbedLinks | discordgo.PermissionReadMessageHistory

// silent is below the least of the library's log levels: what it logs may hold
// tokens, and what matters in it comes back as an error anyway.
const silent = discordgo.LogError - 1

// discord talks to Discord through the library, around its traps. It is safe
// for concurrent use.
type discord struct {
	token string
	words bool               // asks for the words of all messages, which is privileged
	rest  *discordgo.Session // never opened
}

func newDiscord(token string, client *http.Client) (*discord, error) {
	d := &discord{token: token}
	s, err := d.session(client)
	if err != nil {
		return nil, err
	}
	fillBuckets(s.Ratelimiter)
	d.rest = s
	return d, nil
}

// intents are those that sessions ask for.
func (d *discord) intents() int {
	if d.words {
		return int(intents | discordgo.IntentMessageContent)
	}
	return int(intents)
}

func (d *discord) session(client *http.Client) (*discordgo.Session, error) {
	s, err := discordgo.New("Bot " + d.token)
	if err != nil {
		return nil, fmt.Errorf("start a Discord session: %s", scrub(err.Error(), d.token))
	}
	s.Client = client
	s.LogLevel = silent
	s.StateEnabled = false
	s.Identify.Intents = discordgo.Intent(d.intents())
	s.ShouldReconnectOnError = false // gateway.go does, with the traps in mind
	s.SyncEvents = true              // handlers only hand events on, in their order
	return s, nil
}

// call sends one request, in the order of its bucket: left to itself the library
// would give every interaction's token a bucket that it never frees, or put the
// edits of all interactions into the same one.
func (d *discord) call(ctx context.Context, method, address string, body any, in bucket) ([]byte, error) {
	type result struct {
		data []byte
		err  error
	}
	// The library waits for a bucket without regard to ctx, hence the goroutine;
	// once ctx has ended its request fails at once.
	done := make(chan result, 1)
	go func() {
		data, err := d.rest.RequestWithBucketID(method, address, body, string(in),
			discordgo.WithContext(ctx), discordgo.WithRetryOnRatelimit(false), discordgo.WithRestRetries(0))
		done <- result{data, err}
	}()
	select {
	case r := <-done:
		return r.data, d.clean(r.err)
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// clean turns the library's errors into ours, without secrets.
func (d *discord) clean(err error) error {
	if err == nil {
		return nil
	}
	if errors.Is(err, discordgo.ErrWSAlreadyOpen) {
		return nil // a second notice of an old loss: nothing is lost
	}
	var closed *websocket.CloseError
	if errors.As(err, &closed) {
		return closed
	}
	var rest *discordgo.RESTError
	if errors.As(err, &rest) {
		e := &apiError{status: rest.Response.StatusCode, message: scrub(string(rest.ResponseBody[:min(len(rest.ResponseBody), 500)]), d.token)}
		if rest.Message != nil {
			e.code = rest.Message.Code
		}
		return e
	}
	for _, end := range []error{context.DeadlineExceeded, context.Canceled} {
		if errors.Is(err, end) {
			return fmt.Errorf("reach Discord: %w", end)
		}
	}
	return fmt.Errorf("reach Discord: %s", scrub(err.Error(), d.token))
}

// firstReply gives an interaction its first reply; data may be nil.
func (d *discord) firstReply(ctx context.Context, e interactionEvent, kind int, data any) error {
	body := map[string]any{"type": kind}
	if data != nil {
		body["data"] = data
	}
	if e.over != nil {
		return e.over.give(ctx, body)
	}
	_, err := d.call(ctx, "POST", discordgo.EndpointInteractionResponse(e.ID, e.Token), body, spread(callbackBucket, e.Token))
	return err
}

// Kinds of first reply, by Discord's numbers.
const (
	replyMessage  = 4
	replyDeferred = 5
	replyUpdate   = 6 // deferred, of the message with the button
	replyRewrite  = 7 // of the message with the button, at once
	replyChoices  = 8
	replyForm     = 9
)

// edit changes the first reply.
func (d *discord) edit(ctx context.Context, app string, e interactionEvent, m Message) error {
	return e.following(ctx, func() error {
		_, err := d.call(ctx, "PATCH", discordgo.EndpointInteractionResponseActions(app, e.Token), m, spread(webhookBucket, e.Token))
		return err
	})
}

// withdraw deletes the first reply.
func (d *discord) withdraw(ctx context.Context, app string, e interactionEvent) error {
	return e.following(ctx, func() error {
		_, err := d.call(ctx, "DELETE", discordgo.EndpointInteractionResponseActions(app, e.Token), nil, spread(webhookBucket, e.Token))
		return err
	})
}

// followUp adds a message to a replied interaction; a private one is seen by the
// asker alone.
func (d *discord) followUp(ctx context.Context, app string, e interactionEvent, m Message, private bool) error {
	body := m.wire()
	if private {
		body["flags"] = flagEphemeral
	}
	return e.following(ctx, func() error {
		_, err := d.call(ctx, "POST", discordgo.EndpointFollowupMessage(app, e.Token), body, spread(webhookBucket, e.Token))
		return err
	})
}

// reply answers a message with a message. Its nonce keeps a repeated request
// from becoming a second message. What has been deleted is not answered, see
// [tookBack]: an answer repeats the question.
func (d *discord) reply(ctx context.Context, to messageEvent, m Message) (id string, err error) {
	body := m.wire()
	body["message_reference"] = map[string]any{"message_id": to.ID}
	body["nonce"], body["enforce_nonce"] = to.ID, true
	data, err := d.call(ctx, "POST", discordgo.EndpointChannelMessages(to.Channel), body, spread(sendBucket, to.Channel))
	if refused(err, codeNoHistory) { // then it is said without pointing at what it answers
		delete(body, "message_reference")
		data, err = d.call(ctx, "POST", discordgo.EndpointChannelMessages(to.Channel), body, spread(sendBucket, to.Channel))
	}
	if err != nil {
		return "", err
	}
	sent, err := decode[messageEvent](data)
	return sent.ID, err
}

// fetch reads something of Discord's, by its path.
func fetch[T any](ctx context.Context, d *discord, path string, in bucket) (T, error) {
	return get[T](ctx, d, discordgo.EndpointAPI+path, in)
}

// registered are the commands that Discord has.
func (d *discord) registered(ctx context.Context, app string) ([]registration, error) {
	data, err := d.call(ctx, "GET", discordgo.EndpointApplicationGlobalCommands(app)+"?with_localizations=true", nil, commandsBucket)
	if err != nil {
		return nil, err
	}
	return decode[[]registration](data)
}

// register overwrites them.
func (d *discord) register(ctx context.Context, app string, list []registration) error {
	_, err := d.call(ctx, "PUT", discordgo.EndpointApplicationGlobalCommands(app), list, commandsBucket)
	return err
}

// starts is what Discord says about starting sessions.
type starts struct {
	shards    int // into how many the gateway should be split
	atOnce    int // how many may be started at a time
	remaining int
	more      time.Duration // until there will be more
}

// starts asks how sessions may be started: Discord resets the token of a bot
// that starts too many.
func (d *discord) starts(ctx context.Context) (starts, error) {
	data, err := d.call(ctx, "GET", discordgo.EndpointGatewayBot, nil, gatewayBucket)
	if err != nil {
		return starts{}, err
	}
	got, err := decode[struct {
		Shards int `json:"shards"`
		Limit  struct {
			Remaining  int   `json:"remaining"`
			ResetAfter int64 `json:"reset_after"` // ms
			AtOnce     int   `json:"max_concurrency"`
		} `json:"session_start_limit"`
	}](data)
	l := got.Limit
	return starts{max(got.Shards, 1), max(l.AtOnce, 1), l.Remaining, time.Duration(l.ResetAfter) * time.Millisecond}, err
}

// inviteLink adds the bot to a server or an account.
func inviteLink(app string) string {
	return fmt.Sprintf("https://discord.com/oauth2/authorize?client_id=%s&scope=bot+applications.commands&permissions=%d", app, int64(permissions))
}
