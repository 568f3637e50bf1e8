package bot

import (
	"context"
	"slices"

	"onrecord/phrases"
)

// Command is one thing that people can do: a slash command or an entry in the
// menu of a message, with its handler. Registration and routing both read it.
type Command struct {
	Name string
	// Description is "" for a menu entry.
	Description string
	// Menu puts the command into the menu of messages.
	Menu    bool
	Options []Option
	// Private answers are seen by the asker alone.
	Private bool
	Run     func(ctx context.Context, r Request) (Message, error)
	// Open gives a form to be filled in, for commands that have no Run.
	Open func(r Request) Form
	// Complete offers completions for the option r.Typing; nil where none completes.
	Complete func(ctx context.Context, r Request) ([]Choice, error)
}

// Option is a text option of a slash command.
type Option struct {
	Name        string
	Description string
	Required    bool
	Completes   bool
	MaxLength   int // in characters
}

// Press is what a button, or the form with that ID, does. Its answer is seen
// only by who pressed it, unless it is Public.
type Press struct {
	Verb   string // the first part of the button's ID
	Public bool
	Run    func(ctx context.Context, r Request) (Message, error)
}

// commands is the one list of commands, in the order of /help.
func commands(e Engine, p Pages) []Command {
	return []Command{
		askCommand(e, p),
		speakerCommand(e, p),
		speakersCommand(e, p),
		timelineCommand(e, p),
		sidesCommand(e, p),
		checkCommand(e),
		quotedCommand(e),
		askAboutCommand(),
		helpCommand(),
		privacyCommand(),
	}
}

// presses is the one list of buttons.
func presses(e Engine, p Pages) []Press {
	return []Press{
		contextPress(p),
		morePress(e),
		nextPress(p),
		whoElsePress(e),
		askPress(e),
		timelinePress(e),
	}
}

// find returns the command of that kind and name.
func find(list []Command, menu bool, name string) (Command, bool) {
	i := slices.IndexFunc(list, func(c Command) bool { return c.Menu == menu && c.Name == name })
	if i < 0 {
		return Command{}, false
	}
	return list[i], true
}

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
}

type optionRegistration struct {
	Type         int               `json:"type"`
	Name         string            `json:"name"`
	Names        map[string]string `json:"name_localizations,omitempty"`
	Description  string            `json:"description"`
	Descriptions map[string]string `json:"description_localizations,omitempty"`
	Required     bool              `json:"required,omitempty"`
	Completes    bool              `json:"autocomplete,omitempty"`
	MaxLength    int               `json:"max_length,omitempty"`
}

const optionString = 3

func (c Command) registration() registration {
	r := registration{Type: commandSlash, Name: c.Name, Names: phrases.Translations("/" + c.Name),
		Description: c.Description, Descriptions: phrases.Translations(c.Description), Contexts: []int{0, 1, 2}, Integrations: []int{0, 1}}
	if c.Menu {
		r.Type, r.Names = commandMenu, phrases.Translations(c.Name)
	}
	for _, o := range c.Options {
		r.Options = append(r.Options, optionRegistration{optionString, o.Name, phrases.Translations("/" + c.Name + " " + o.Name),
			o.Description, phrases.Translations(o.Description), o.Required, o.Completes, o.MaxLength})
	}
	return r
}
