package discordtest

import (
	"context"
	"encoding/json"
	"fmt"
	"strconv"
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
	Type       int              `json:"type"`
	CustomID   string           `json:"custom_id,omitempty"`
	Label      string           `json:"label,omitempty"`
	Value      string           `json:"value,omitempty"`
	Component  *ModalComponent  `json:"component,omitempty"`
	Components []ModalComponent `json:"components,omitempty"`
}

const componentTextInput = 4

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
	for i, p := range m.Components {
		c.length("data.components."+strconv.Itoa(i)+".label", p.Label, 0, 45)
	}
	return &m, c.found
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

// Submit sends a modal with that text in each of its fields.
func (s *Server) Submit(u Use, m Modal, text string) *Pending {
	return s.begin(u, kindModal, nil, map[string]any{"custom_id": m.CustomID, "components": filled(m.Components, text)})
}

// filled returns the components as they come back, in the same shape.
func filled(parts []ModalComponent, text string) []ModalComponent {
	var out []ModalComponent
	for _, p := range parts {
		p.Label = ""
		if p.Type == componentTextInput {
			p.Value = text
		}
		if p.Component != nil {
			p.Component = &filled([]ModalComponent{*p.Component}, text)[0]
		}
		p.Components = filled(p.Components, text)
		out = append(out, p)
	}
	return out
}
