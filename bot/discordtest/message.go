package discordtest

import (
	"encoding/json"
	"slices"
	"strings"
)

// Message is a message as people in the channel see it, with what they don't:
// whom it pinged and how often it was edited.
type Message struct {
	ID      string `json:"id"`
	Channel string `json:"channel_id"`
	// Author is the user who wrote it.
	Author      User         `json:"author"`
	Content     string       `json:"content"`
	Embeds      []Embed      `json:"embeds"`
	Components  []Component  `json:"components"`
	Flags       int          `json:"flags"`
	Attachments []Attachment `json:"attachments"`
	// ReplyTo is the message it answers, "" for none.
	ReplyTo string `json:"-"`
	// Used is the command that it answers, such as "/check words: …", "" for none.
	Used string `json:"-"`
	// Pings are those whom the message notified, by the rules of
	// allowed_mentions: "everyone", "user:ID", "role:ID".
	Pings []string `json:"-"`
	// VisibleTo is the one user who sees an ephemeral message, "" for all.
	VisibleTo string `json:"-"`
	// Loading tells that it says no more yet than that the bot is thinking.
	Loading bool `json:"-"`
	Deleted bool `json:"-"`
	Edits   int  `json:"-"`
	// Body is the last request body that wrote the message.
	Body json.RawMessage `json:"-"`

	server      string       // "" in direct messages
	addressed   bool         // it mentions the bot, or replies to it
	interaction *interaction // that it replies to, nil for ordinary messages
	thread      bool         // one hangs on it
}

// Ephemeral tells whether only one person sees the message.
func (m Message) Ephemeral() bool { return m.Flags&flagEphemeral != 0 }

// Text is everything there is to read in the message, a line each.
func (m Message) Text() string {
	parts := []string{m.Content}
	for _, e := range m.Embeds {
		parts = append(parts, e.Author.Name, e.Title, e.Description)
		for _, f := range e.Fields {
			parts = append(parts, f.Name, f.Value)
		}
		parts = append(parts, e.Footer.Text)
	}
	for _, c := range flatten(m.Components) {
		if c.Type == componentText {
			parts = append(parts, c.Content)
		}
	}
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), "\n")
}

// Buttons are the labels of the message's buttons, in order.
func (m Message) Buttons() []string {
	var out []string
	for _, c := range flatten(m.Components) {
		if c.Type == componentButton {
			out = append(out, c.Label)
		}
	}
	return out
}

// Embed is a message's card.
type Embed struct {
	Title       string `json:"title"`
	URL         string `json:"url"`
	Description string `json:"description"`
	Color       int    `json:"color"`
	Author      struct {
		Name string `json:"name"`
	} `json:"author"`
	Fields []struct {
		Name  string `json:"name"`
		Value string `json:"value"`
	} `json:"fields"`
	Footer struct {
		Text string `json:"text"`
	} `json:"footer"`
}

// Component is a button, a row of them, or another part of a message.
type Component struct {
	Type       int         `json:"type"`
	Style      int         `json:"style,omitempty"`
	Label      string      `json:"label,omitempty"`
	CustomID   string      `json:"custom_id,omitempty"`
	URL        string      `json:"url,omitempty"`
	Disabled   bool        `json:"disabled,omitempty"`
	Components []Component `json:"components,omitempty"`

	Emoji       *Emoji         `json:"emoji,omitempty"`
	Placeholder string         `json:"placeholder,omitempty"`
	Options     []SelectOption `json:"options,omitempty"`
	MinValues   *int           `json:"min_values,omitempty"`
	MaxValues   int            `json:"max_values,omitempty"`
	Content     string         `json:"content,omitempty"`   // of a text display
	Accessory   *Component     `json:"accessory,omitempty"` // of a section
}

// Emoji is a sign on a button.
type Emoji struct {
	Name string `json:"name"`
}

// SelectOption is one of the choices of a select menu.
type SelectOption struct {
	Label       string `json:"label"`
	Value       string `json:"value"`
	Description string `json:"description,omitempty"`
	Default     bool   `json:"default,omitempty"`
}

// Kinds of component, by Discord's numbers.
const (
	componentRow     = 1
	componentButton  = 2
	componentSelect  = 3
	componentSection = 9
	componentText    = 10
)

// flatten returns the components with those inside them.
func flatten(cs []Component) []Component {
	var out []Component
	for _, c := range cs {
		out = append(out, c)
		out = append(out, flatten(c.Components)...)
		if c.Accessory != nil {
			out = append(out, *c.Accessory)
		}
	}
	return out
}

// User is an account.
type User struct {
	ID       string `json:"id"`
	Username string `json:"username"`
	Bot      bool   `json:"bot,omitempty"`
}

// Choice is a completion that the bot offers.
type Choice struct {
	Name  string `json:"name"`
	Value any    `json:"value"`
}

// Message flags.
const (
	flagEphemeral    = 1 << 6
	flagLoading      = 1 << 7
	flagComponentsV2 = 1 << 15
)
