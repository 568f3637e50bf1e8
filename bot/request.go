package bot

import (
	"encoding/json"
	"fmt"
)

// Request is what somebody asks of the bot, whichever way it came.
type Request struct {
	ID      string // the event's, which no other has
	User    string // who asks
	Server  string // where, "" in direct messages
	Channel string // where in it
	// ChannelType is Discord's number for what the channel is; of messages it is
	// not known.
	ChannelType int
	// Within is the channel that a thread is in, the channel itself where that is
	// no thread, and "" where the event does not say.
	Within string
	// UserInstalled tells that the bot is there for this user alone, see [Place].
	UserInstalled bool
	// Locale is the asker's language as Discord writes it ("es-419"), "" where
	// the event does not say.
	Locale string
	// Own is the library that is the place's own: the server's, or the user's.
	Own string
	// Library is what the place asks: its own and the shared one, or either.
	Library string
	// Chosen is what the place has chosen.
	Chosen Settings
	// Member is what the asker may do in the server.
	Member Member
	// Text is the words of a message to the bot, the mention taken out, those
	// of the message that a menu command was used on, or what a form holds.
	Text string
	// Message is the one whose button was pressed or whose menu was used.
	Message string
	// Before is what the request leans on: that message, or the one that a message
	// to the bot replies to; nil for none. RepliesTo is the ID of one that the event
	// did not bring.
	Before    *earlier
	RepliesTo string
	// Unasked tells of a message in a thread of the bot's that does not mention it.
	Unasked bool
	// Again is the ID of a button that asks the same once more, "" for none.
	Again string
	// Buttons are the IDs of those under that message.
	Buttons []string
	// Sub is the subcommand used, "" for none.
	Sub string
	// Options are a slash command's, by name.
	Options map[string]string
	// Files are the options that are attached files, by name.
	Files map[string]File
	// Typing is the option that is being completed.
	Typing string
	// Args are what a button's ID carries.
	Args []string
	// Tell shows the asker how far their request has come, unless it did a moment
	// ago; nil where that can't be shown.
	Tell func(Message)
}

// The parts of Discord's events that the bot reads, in its own types: the
// library's give nothing at all for an event that holds a part newer than it.
type (
	userEvent struct {
		ID  string `json:"id"`
		Bot bool   `json:"bot"`
	}
	channelEvent struct {
		ID     string `json:"id"`
		Type   int    `json:"type"`
		Owner  string `json:"owner_id"`
		Parent string `json:"parent_id"`
	}
	messageEvent struct {
		ID        string           `json:"id"`
		Channel   string           `json:"channel_id"`
		Server    string           `json:"guild_id"`
		Author    *userEvent       `json:"author"`
		Webhook   string           `json:"webhook_id"`
		Type      int              `json:"type"`
		Content   string           `json:"content"`
		Mentioned []userEvent      `json:"mentions"`
		Parts     []componentEvent `json:"components"`
		Cards     []cardEvent      `json:"embeds"`
		Flags     int              `json:"flags"`
		// RepliesTo is the message that this one replies to, Replied that message
		// when Discord brings it.
		RepliesTo struct {
			ID string `json:"message_id"`
		} `json:"message_reference"`
		Replied *messageEvent `json:"referenced_message"`
	}
	interactionEvent struct {
		ID      string       `json:"id"`
		Token   string       `json:"token"`
		Type    int          `json:"type"`
		Server  string       `json:"guild_id"`
		In      string       `json:"channel_id"`
		Channel channelEvent `json:"channel"`
		Locale  string       `json:"locale"`
		// Owners says for whom the bot is there: a server under "0", a user
		// under "1".
		Owners map[string]string `json:"authorizing_integration_owners"`
		User   *userEvent        `json:"user"`
		Member *memberEvent      `json:"member"`
		// over is the request that waits for the first reply, nil for an
		// interaction that came over the gateway.
		over *firstAnswer
		// Under is the message whose button was pressed.
		Under *messageEvent `json:"message"`
		Data  struct {
			Name     string           `json:"name"`
			Type     int              `json:"type"`
			Options  []optionEvent    `json:"options"`
			CustomID string           `json:"custom_id"`
			Parts    []componentEvent `json:"components"`
			Target   string           `json:"target_id"`
			Resolved struct {
				Messages map[string]messageEvent `json:"messages"`
				Files    map[string]File         `json:"attachments"`
			} `json:"resolved"`
		} `json:"data"`
	}
	optionEvent struct {
		Name    string          `json:"name"`
		Type    optionKind      `json:"type"`
		Value   json.RawMessage `json:"value"`
		Focused bool            `json:"focused"`
		Options []optionEvent   `json:"options"` // of a subcommand
	}
	readyEvent struct {
		User        userEvent         `json:"user"`
		Servers     []json.RawMessage `json:"guilds"`
		Application struct {
			ID string `json:"id"`
		} `json:"application"`
		Session string `json:"session_id"`
		Resume  string `json:"resume_gateway_url"`
	}
)

// Kinds of interaction and of message, by Discord's numbers.
const (
	interactionCommand  = 2
	interactionButton   = 3
	interactionComplete = 4
	interactionForm     = 5

	commandSlash = 1
	commandMenu  = 3 // on a message

	messagePlain = 0
	messageReply = 19
)

// who is the user behind an interaction, "" when the event does not say.
func (e *interactionEvent) who() string {
	switch {
	case e.Member != nil && e.Member.User != nil:
		return e.Member.User.ID
	case e.User != nil:
		return e.User.ID
	}
	return ""
}

// userInstalled tells that the bot is there for the user alone. Events that
// don't say come from servers and direct messages that have it.
func (e *interactionEvent) userInstalled() bool {
	const server, user = "0", "1"
	return e.Owners[server] == "" && e.Owners[user] != ""
}

// place is where the request comes from.
func (r *Request) place() Place {
	return Place{Server: r.Server, User: r.User, UserInstalled: r.UserInstalled}
}

// request reads an interaction into what its command gets.
func (e *interactionEvent) request() Request {
	r := Request{ID: e.ID, User: e.who(), Server: e.Server, Channel: e.In, ChannelType: e.Channel.Type, Within: e.Channel.within(), Locale: e.Locale, UserInstalled: e.userInstalled(), Options: map[string]string{}}
	if e.Member != nil {
		r.Member = e.Member.member()
	}
	options := e.Data.Options
	if len(options) == 1 && options[0].Type == optionSub {
		r.Sub, options = options[0].Name, options[0].Options
	}
	for _, o := range options {
		r.Options[o.Name] = text(o.Value)
		if o.Type == optionString && !o.Focused {
			r.Options[o.Name] = undress(r.Options[o.Name])
		}
		if f, ok := e.Data.Resolved.Files[r.Options[o.Name]]; ok && o.Type == optionFile {
			r.file(o.Name, f)
		}
		if o.Focused {
			r.Typing = o.Name
		}
	}
	if e.Data.Target != "" {
		target := e.Data.Resolved.Messages[e.Data.Target]
		r.Text = target.Content
		r.under(e.Data.Target, target)
	}
	if e.Under != nil {
		r.under(e.Under.ID, *e.Under)
	}
	for _, p := range flat(e.Data.Parts) {
		if p.Value != "" {
			r.Text = p.Value
		}
	}
	return r
}

// under notes the message that something was done to, with its buttons.
func (r *Request) under(id string, m messageEvent) {
	r.Message = id
	for _, p := range flat(m.Parts) {
		if p.CustomID != "" {
			r.Buttons = append(r.Buttons, p.CustomID)
		}
	}
}

// text is an option's value as text; options of other types print as JSON.
func text(raw json.RawMessage) string {
	var s string
	if json.Unmarshal(raw, &s) == nil {
		return s
	}
	return string(raw)
}

// decode reads an event's payload.
func decode[T any](data json.RawMessage) (T, error) {
	var v T
	if err := json.Unmarshal(data, &v); err != nil {
		return v, fmt.Errorf("read an event of the gateway: %w", err)
	}
	return v, nil
}
