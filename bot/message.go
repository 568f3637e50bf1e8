package bot

import (
	"context"
	"encoding/json"
)

// Message is what the bot says, whichever way it goes out.
type Message struct {
	Cards []Card
	// Rows are buttons under the message, at most five rows of five.
	Rows [][]Button
	// Private asks for a message that only the asker sees. Discord allows one
	// in reply to a command or button, not to a mention.
	Private bool
	// Question is what the message answers, and Outcome how: "answered" or why
	// not. Both are "" for other messages.
	Question, Outcome string
	// Later gives the message that takes this one's place, which may be a while;
	// nil when this one stays. It fails when that one does not come.
	Later func(context.Context) (Message, error)
}

// Card is an embed.
type Card struct {
	Title  string
	Text   string // Discord's markdown
	Footer string
	Colour int // 0xRRGGBB
}

// Button is a button under a message. What it needs to know is in its ID, so
// that it works after a restart; see customid.go.
type Button struct {
	Label string
	ID    string
}

// Choice is a completion.
type Choice struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

// Numbers of Discord's interface.
const (
	flagEphemeral = 1 << 6

	componentRow    = 1
	componentButton = 2
	buttonGrey      = 2
)

// silence is the allowed_mentions of every message: nobody is ever notified. An
// empty list must be sent as one, for null and nothing at all mean everybody.
var silence = map[string]any{"parse": []string{}, "replied_user": false}

// wire is the message as Discord's interface takes it.
func (m Message) wire() map[string]any {
	embeds := []any{}
	for _, c := range m.Cards {
		e := map[string]any{"description": c.Text, "color": c.Colour}
		if c.Title != "" {
			e["title"] = c.Title
		}
		if c.Footer != "" {
			e["footer"] = map[string]any{"text": c.Footer}
		}
		embeds = append(embeds, e)
	}
	rows := []any{}
	for _, r := range fitRows(m.Rows) {
		buttons := []any{}
		for _, b := range r {
			buttons = append(buttons, map[string]any{"type": componentButton, "style": buttonGrey, "label": b.Label, "custom_id": b.ID})
		}
		rows = append(rows, map[string]any{"type": componentRow, "components": buttons})
	}
	return map[string]any{"content": "", "embeds": embeds, "components": rows, "allowed_mentions": silence}
}

// MarshalJSON writes the message as Discord takes it, without flags.
func (m Message) MarshalJSON() ([]byte, error) { return json.Marshal(m.wire()) }
