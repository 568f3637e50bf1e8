package discordtest

import "encoding/json"

// Command is a command as it is registered.
type Command struct {
	ID          string          `json:"id"`
	Type        int             `json:"type"`
	Name        string          `json:"name"`
	Description string          `json:"description"`
	Options     []CommandOption `json:"options"`

	NameLocalizations        map[string]string `json:"name_localizations"`
	DescriptionLocalizations map[string]string `json:"description_localizations"`
	// DefaultMemberPermissions is a text of digits, or null.
	DefaultMemberPermissions json.RawMessage `json:"default_member_permissions"`
	Contexts                 []int           `json:"contexts"`
	Integrations             []int           `json:"integration_types"`
}

// CommandOption is one option of a slash command.
type CommandOption struct {
	Type         int             `json:"type"`
	Name         string          `json:"name"`
	Description  string          `json:"description"`
	Required     bool            `json:"required"`
	Autocomplete bool            `json:"autocomplete"`
	MinLength    int             `json:"min_length"`
	MaxLength    int             `json:"max_length"`
	Choices      []Choice        `json:"choices"`
	Options      []CommandOption `json:"options"` // of a subcommand or group

	NameLocalizations        map[string]string `json:"name_localizations"`
	DescriptionLocalizations map[string]string `json:"description_localizations"`
}
