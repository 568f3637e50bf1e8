package bot

import "context"

func helpCommand() Command {
	return Command{
		Name:        "help",
		Description: "What this bot does, with examples",
		Private:     true,
		Run: func(context.Context, Request) (Message, error) {
			return renderHelp(commands(nil, nil)), nil
		},
	}
}
