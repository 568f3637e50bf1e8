package discordtest

import "encoding/json"

// postDirect opens the conversation with a person; there is one for all.
func (s *Server) postDirect(c *call) reply {
	var body struct {
		Recipient string `json:"recipient_id"`
	}
	if json.Unmarshal(c.body, &body) != nil || body.Recipient == "" {
		return reply{status: 400, code: 50035, reason: "Invalid Form Body"}
	}
	return reply{status: 200, body: map[string]any{"id": DMChannelID, "type": 1, "recipients": []any{User{ID: body.Recipient, Username: "ada"}}}}
}
