package bot

import (
	"context"

	"onrecord/answer"
	"onrecord/phrases"
)

// lookUpCommand is a command that looks somebody up: name, topic and article
// are asked for alike, show makes the message.
func lookUpCommand(name, description string, f Finder, p Pages, show func(context.Context, phrases.Tongue, answer.LookUp) (Message, error)) Command {
	return Command{
		Name:        name,
		Description: description,
		Options: []Option{
			{Name: "name", Description: "Who: a name or a part of one", Required: true, Completes: true, MaxLength: 100},
			{Name: "about", Description: "Only what they said about this", MaxLength: 200},
			articleOption,
		},
		Run: func(ctx context.Context, r Request) (Message, error) {
			in, err := article(ctx, p, r)
			if err != nil {
				return Message{}, err
			}
			return show(ctx, r.Tongue(), answer.LookUp{Library: r.Library, Name: r.Options["name"], About: r.Options["about"], Article: in})
		},
		Complete: func(ctx context.Context, r Request) ([]Choice, error) {
			if r.Typing == articleOption.Name {
				return completeArticle(ctx, p, r)
			}
			return completeName(ctx, f, r)
		},
	}
}
