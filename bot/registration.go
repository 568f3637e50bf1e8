package bot

import "onrecord/phrases"

// registration is a command as Discord registers it. The fields that Discord
// adds are not among them, so that what it keeps can be compared with ours.
type registration struct {
	Type int    `json:"type"`
	Name string `json:"name"`
	// Names and Descriptions are those in other languages, by Discord's codes.
	Names        map[string]string    `json:"name_localizations,omitempty"`
	Description  string               `json:"description,omitempty"`
	Descriptions map[string]string    `json:"description_localizations,omitempty"`
	Options      []optionRegistration `json:"options,omitempty"`
	// Contexts: in servers, in direct messages with the bot, and in others.
	Contexts     []int `json:"contexts"`
	Integrations []int `json:"integration_types"`
	// Permissions are those that members need to see the command, "" none.
	Permissions string `json:"default_member_permissions,omitempty"`
}

// optionRegistration is an option, or a subcommand with its own.
type optionRegistration struct {
	Type         optionKind           `json:"type"`
	Name         string               `json:"name"`
	Names        map[string]string    `json:"name_localizations,omitempty"`
	Description  string               `json:"description"`
	Descriptions map[string]string    `json:"description_localizations,omitempty"`
	Required     bool                 `json:"required,omitempty"`
	Completes    bool                 `json:"autocomplete,omitempty"`
	MaxLength    int                  `json:"max_length,omitempty"`
	Choices      []choiceRegistration `json:"choices,omitempty"`
	Options      []optionRegistration `json:"options,omitempty"`
}

type choiceRegistration struct {
	Name  string            `json:"name"`
	Names map[string]string `json:"name_localizations,omitempty"`
	Value string            `json:"value"`
}

// optionKind says what an option's value is, by Discord's numbers; 0 is text.
type optionKind int

const (
	optionSub    optionKind = 1
	optionString optionKind = 3
	optionSwitch optionKind = 5
	optionRole   optionKind = 8
	optionFile   optionKind = 11
)

// manageServer is the permission that Discord calls Manage Server, as a number.
const manageServer = "32"

func (c Command) registration() registration {
	r := registration{Type: commandSlash, Name: c.Name, Names: phrases.Translations("/" + c.Name),
		Description: c.Description, Descriptions: phrases.Translations(c.Description), Contexts: []int{0, 1, 2}, Integrations: []int{0, 1}}
	if c.Menu {
		r.Type, r.Names = commandMenu, phrases.Translations(c.Name)
	}
	if c.Managers {
		r.Permissions = manageServer
	}
	for _, sub := range c.Subs {
		name := "/" + c.Name + " " + sub.Name
		r.Options = append(r.Options, optionRegistration{Type: optionSub, Name: sub.Name, Names: phrases.Translations(name),
			Description: sub.Description, Descriptions: phrases.Translations(sub.Description), Options: registeredOptions(name, sub.Options)})
	}
	r.Options = append(r.Options, registeredOptions("/"+c.Name, c.Options)...)
	return r
}

// registeredOptions are the options of the command with that name.
func registeredOptions(command string, options []Option) []optionRegistration {
	var out []optionRegistration
	for _, o := range options {
		r := optionRegistration{Type: o.Kind, Name: o.Name, Names: phrases.Translations(command + " " + o.Name),
			Description: o.Description, Descriptions: phrases.Translations(o.Description), Required: o.Required, Completes: o.Completes, MaxLength: o.MaxLength}
		if r.Type == 0 {
			r.Type = optionString
		}
		for _, c := range o.Choices {
			r.Choices = append(r.Choices, choiceRegistration{c.Name, phrases.Translations(c.Name), c.Value})
		}
		out = append(out, r)
	}
	return out
}
