package bot

import (
	"context"
	"errors"
	"strconv"
)

// The values of the option that goes back to what is usual.
const (
	resetBoldness = "boldness"
	resetRole     = "role"
	resetAll      = "all"
)

// How bold a place may choose to be.
var boldnesses = []Choice{
	{Name: "cautious: only when nearly certain", Value: "0.2"},
	{Name: "balanced", Value: "0.5"},
	{Name: "bold: whenever something fits", Value: "0.8"},
}

// settingsCommand shows and changes what a place has chosen.
func settingsCommand(c Config) Command {
	return Command{
		Name:        "settings",
		Description: "Show or change how I work here",
		Private:     true,
		Managers:    true,
		Options: []Option{
			{Name: "boldness", Description: "How readily I answer", Choices: boldnesses},
			{Name: "role", Description: "Members with this role may add and remove articles, too", Kind: optionRole},
			{Name: "shared", Description: "Whether I answer from the articles that all servers share, too", Kind: optionSwitch},
			{Name: "questions", Description: "Whether the questions asked here are kept, for 30 days", Kind: optionSwitch},
			{Name: "language", Description: "The language of answers to mentions, which don't tell the asker's", Choices: languages},
			{Name: "reset", Description: "Go back to what is usual", Choices: []Choice{
				{Name: "boldness", Value: resetBoldness}, {Name: "role", Value: resetRole}, {Name: "everything", Value: resetAll}}},
		},
		Run: func(ctx context.Context, r Request) (Message, error) {
			if err := errors.Join(keeps(c.Servers), r.mayManage()); err != nil {
				return Message{}, err
			}
			changes, err := changesIn(r)
			if err != nil {
				return Message{}, err
			}
			for _, change := range changes {
				if err := c.Servers.SetPreference(ctx, r.Own, change.name, change.value); err != nil {
					return Message{}, err
				}
				if change.name == preferQuestions && change.value == "" {
					if err := c.Servers.ForgetQuestions(ctx, r.Own); err != nil {
						return Message{}, err
					}
				}
			}
			if r.Chosen, err = settings(ctx, c.Servers, r.Own, r.Channel); err != nil {
				return Message{}, err
			}
			return renderSettings(r, len(changes) > 0), nil
		},
	}
}

// change is a preference with its new value.
type change struct{ name, value string }

const errNoRoles = excuse("There are no roles here: these are your own articles.")

// changesIn are the changes that a request asks for: first what is reset.
func changesIn(r Request) ([]change, error) {
	var out []change
	switch r.Options["reset"] {
	case resetBoldness:
		out = append(out, change{preferBoldness, ""})
	case resetRole:
		out = append(out, change{preferRole, ""})
	case resetAll:
		out = append(out, change{preferBoldness, ""}, change{preferRole, ""}, change{preferShared, ""}, change{preferQuestions, ""}, change{preferLanguage, ""})
	}
	if typed, ok := r.Options["boldness"]; ok {
		b, err := strconv.ParseFloat(typed, 64)
		if err != nil || !(b >= 0 && b <= 1) {
			return nil, errOldButton
		}
		out = append(out, change{preferBoldness, typed})
	}
	if role, ok := r.Options["role"]; ok {
		if r.place().personal() {
			return nil, errNoRoles
		}
		out = append(out, change{preferRole, role})
	}
	if on, ok := r.Options["shared"]; ok {
		out = append(out, change{preferShared, either(on, "", hidden)})
	}
	if on, ok := r.Options["questions"]; ok {
		out = append(out, change{preferQuestions, either(on, kept, "")})
	}
	if locale, ok := r.Options["language"]; ok {
		out = append(out, change{preferLanguage, locale})
	}
	return out, nil
}

// either chooses by a switch as Discord sends it.
func either(on, yes, no string) string {
	if on == "true" {
		return yes
	}
	return no
}
