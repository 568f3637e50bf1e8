package discordtest

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Modal is a window that the bot opened for a person to fill in.
type Modal struct {
	CustomID   string           `json:"custom_id"`
	Title      string           `json:"title"`
	Components []ModalComponent `json:"components"`
}

// ModalComponent is a part of a modal: a label or a row with a field inside, or
// the field.
type ModalComponent struct {
	Type        int              `json:"type"`
	CustomID    string           `json:"custom_id,omitempty"`
	Label       string           `json:"label,omitempty"`
	Value       string           `json:"value,omitempty"`
	Values      []string         `json:"values,omitempty"` // of a select menu
	Style       int              `json:"style,omitempty"`
	Required    *bool            `json:"required,omitempty"`
	MinLength   int              `json:"min_length,omitempty"`
	MaxLength   int              `json:"max_length,omitempty"`
	Options     []SelectOption   `json:"options,omitempty"`
	Placeholder string           `json:"placeholder,omitempty"`
	Description string           `json:"description,omitempty"`
	Component   *ModalComponent  `json:"component,omitempty"`
	Components  []ModalComponent `json:"components,omitempty"`
}

const (
	componentTextInput = 4
	componentLabel     = 18
)

// checkModal holds a modal against the limits.
func checkModal(raw json.RawMessage) (*Modal, []complaint) {
	var m Modal
	var c checker
	if err := json.Unmarshal(raw, &m); err != nil {
		c.add("data", "MODEL_TYPE_CONVERT", "%v", err)
		return nil, c.found
	}
	c.length("data.title", m.Title, 1, 45)
	c.length("data.custom_id", m.CustomID, 1, 100)
	if n := len(m.Components); n < 1 || n > 5 {
		c.add("data.components", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 5 in length.")
	}
	seen := map[string]bool{}
	for i, p := range m.Components {
		at := "data.components." + strconv.Itoa(i)
		if p.Type != componentRow && p.Type != componentLabel && p.Type != componentText {
			c.add(at+".type", "UNION_TYPE_CHOICES", "Value of field \"type\" must be one of (1, 10, 18).")
		}
		c.length(at+".label", p.Label, 0, 45)
		c.length(at+".description", p.Description, 0, 100)
		for _, f := range fields([]ModalComponent{p}) {
			c.length(at+".custom_id", f.CustomID, 1, 100)
			c.length(at+".placeholder", f.Placeholder, 0, 100)
			c.length(at+".value", f.Value, 0, 4000)
			if seen[f.CustomID] {
				c.add(at+".custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated")
			}
			seen[f.CustomID] = true
			if f.MinLength > 4000 || f.MaxLength > 4000 || f.MaxLength > 0 && f.MinLength > f.MaxLength {
				c.add(at+".max_length", "NUMBER_TYPE_MAX", "int value should be less than or equal to 4000.")
			}
		}
	}
	return &m, c.found
}

// fields are the parts of a modal that a person fills in.
func fields(parts []ModalComponent) []ModalComponent {
	var out []ModalComponent
	for _, p := range parts {
		if p.CustomID != "" {
			out = append(out, p)
		}
		if p.Component != nil {
			out = append(out, fields([]ModalComponent{*p.Component})...)
		}
		out = append(out, fields(p.Components)...)
	}
	return out
}

// Fields are the custom IDs of what the person fills in, in order.
func (m Modal) Fields() []string {
	var out []string
	for _, f := range fields(m.Components) {
		out = append(out, f.CustomID)
	}
	return out
}

// Opened waits for the first reply and returns the modal that it opened, nil
// when it was another reply.
func (p *Pending) Opened(ctx context.Context) (*Modal, error) {
	if err := p.Acknowledged(ctx); err != nil {
		return nil, fmt.Errorf("wait for the modal of interaction %s: %w", p.in.id, err)
	}
	p.s.mu.Lock()
	defer p.s.mu.Unlock()
	return p.in.modal, nil
}

// Submit sends a modal with that text in each of its fields; see SubmitWith.
func (s *Server) Submit(u Use, m Modal, text string) *Pending {
	return s.submit(u, m, func(ModalComponent) string { return text })
}

// SubmitWith sends a modal with those values by custom ID; several values of a
// select menu are parted by commas. It fails where Discord would not send it.
func (s *Server) SubmitWith(u Use, m Modal, values map[string]string) (*Pending, error) {
	for _, f := range fields(m.Components) {
		v := values[f.CustomID]
		n := utf8.RuneCountInString(v)
		switch required := f.Required == nil || *f.Required; {
		case v == "" && required:
			return nil, fmt.Errorf("the modal is not sent without %q", f.CustomID)
		case v != "" && f.Type == componentTextInput && (n < f.MinLength || f.MaxLength > 0 && n > f.MaxLength):
			return nil, fmt.Errorf("no place for %d characters in %q (from %d to %d)", n, f.CustomID, f.MinLength, f.MaxLength)
		}
	}
	for id := range values {
		if !slices.Contains(m.Fields(), id) {
			return nil, fmt.Errorf("the modal has no field %q, only %q", id, m.Fields())
		}
	}
	return s.submit(u, m, func(f ModalComponent) string { return values[f.CustomID] }), nil
}

func (s *Server) submit(u Use, m Modal, value func(ModalComponent) string) *Pending {
	user := cmp.Or(u.User, AdaID)
	s.mu.Lock()
	var from *interaction // that opened the modal
	for _, in := range s.interactions {
		if in.modal != nil && in.modal.CustomID == m.CustomID && in.user == user && (from == nil || number(in.id) > number(from.id)) {
			from = in
		}
	}
	s.mu.Unlock()
	var message *Message
	if from != nil {
		message, u.Channel = from.message, cmp.Or(u.Channel, from.channel)
	}
	return s.begin(u, kindModal, message, map[string]any{"custom_id": m.CustomID, "components": filled(m.Components, value)})
}

// filled returns the components as they come back, in the same shape.
func filled(parts []ModalComponent, value func(ModalComponent) string) []ModalComponent {
	var out []ModalComponent
	for _, p := range parts {
		back := ModalComponent{Type: p.Type, CustomID: p.CustomID}
		switch p.Type {
		case componentTextInput:
			back.Value = value(p)
		case componentSelect:
			back.Values = strings.Split(value(p), ",")
		}
		if p.Component != nil {
			back.Component = &filled([]ModalComponent{*p.Component}, value)[0]
		}
		back.Components = filled(p.Components, value)
		out = append(out, back)
	}
	return out
}
