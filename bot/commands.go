package bot

import (
	"context"
	"slices"
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
	// Subs are subcommands, for a command that does nothing by itself.
	Subs []Command
	// Managers keeps the command from the sight of those who may not manage the
	// server, unless the server shows it to others.
	Managers bool
}

// Option is an option of a slash command.
type Option struct {
	Name        string
	Description string
	Kind        optionKind // text unless set
	Required    bool
	Completes   bool
	MaxLength   int      // of text, in characters
	Choices     []Choice // the only values there are, when not empty
}

// Press is what a button, or the form with that ID, does. Its answer is seen
// only by who pressed it, unless it is Public.
type Press struct {
	Verb   string // the first part of the button's ID
	Public bool
	Run    func(ctx context.Context, r Request) (Message, error)
	// Open gives a form in place of an answer. What is typed comes back as the use
	// of a button with the form's ID.
	Open func(r Request) Form
	// Opens tells whether Open is for this request, else Run is; nil: always.
	Opens func(r Request) bool
	// Note is done beside opening the form.
	Note func(ctx context.Context, r Request) error
	// Replaces puts the answer in the place of the message with the button.
	Replaces bool
}

// commands is the one list of commands, in the order of /help.
func commands(c Config) []Command {
	return append(questionCommands(c.Engine, c.Pages), serverCommands(c)...)
}

// presses is the one list of buttons.
func presses(c Config) []Press {
	return append(questionPresses(c.Engine, c.Pages), serverPresses(c)...)
}

func questionCommands(e Engine, p Pages) []Command {
	return []Command{
		askCommand(e, p),
		speakerCommand(e, p),
		speakersCommand(e, p),
		timelineCommand(e, p),
		sidesCommand(e, p),
		checkCommand(e),
		quotedCommand(e),
		askAboutCommand(),
		helpCommand(e),
	}
}

func questionPresses(e Engine, p Pages) []Press {
	return []Press{
		contextPress(p),
		morePress(e),
		nextPress(p),
		whoElsePress(e),
		timelinePress(e),
	}
}

// find returns the command of that kind and name, or the subcommand of it.
func find(list []Command, menu bool, name, sub string) (Command, bool) {
	i := slices.IndexFunc(list, func(c Command) bool { return c.Menu == menu && c.Name == name })
	switch {
	case i < 0:
		return Command{}, false
	case sub != "":
		return find(list[i].Subs, false, sub, "")
	}
	return list[i], list[i].Run != nil || list[i].Open != nil
}
