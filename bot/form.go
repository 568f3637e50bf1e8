package bot

import (
	"cmp"
	"context"

	"onrecord/answer"
)

// Form is a window with a text field that a command opens in place of an
// answer. What is typed comes back as the use of a button with the form's ID.
type Form struct {
	ID          string
	Title       string // at most 45 characters, like Label
	Label       string
	Placeholder string // at most 100 characters
	Optional    bool   // may be sent empty
	MaxLength   int    // in characters, that of a question when 0
}

// Numbers of Discord's interface for forms.
const (
	componentText  = 4
	componentLabel = 18

	textLong = 2
)

// wire is the form as Discord's interface takes it.
func (f Form) wire() map[string]any {
	field := map[string]any{"type": componentText, "custom_id": "text", "style": textLong, "placeholder": f.Placeholder,
		"required": !f.Optional, "max_length": cmp.Or(f.MaxLength, answer.MaxQuestion)}
	return map[string]any{"custom_id": f.ID, "title": f.Title,
		"components": []any{map[string]any{"type": componentLabel, "label": f.Label, "component": field}}}
}

// componentEvent is a part of a message or of a form that was sent.
type componentEvent struct {
	CustomID   string           `json:"custom_id"`
	Value      string           `json:"value"`
	Component  *componentEvent  `json:"component"`
	Components []componentEvent `json:"components"`
}

// flat returns the parts with those inside them.
func flat(parts []componentEvent) []componentEvent {
	var out []componentEvent
	for _, p := range parts {
		out = append(out, p)
		if p.Component != nil {
			out = append(out, flat([]componentEvent{*p.Component})...)
		}
		out = append(out, flat(p.Components)...)
	}
	return out
}

// openForm gives an interaction a form as its first reply.
func (b *Bot) openForm(ctx context.Context, e interactionEvent, f Form) {
	ctx, cancel := context.WithTimeout(ctx, b.config.FirstReply)
	defer cancel()
	if err := b.discord.firstReply(ctx, e, replyForm, f.wire()); err != nil {
		b.log.WarnContext(ctx, "a form could not be opened", "error", err)
	}
}
