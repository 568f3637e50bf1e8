package bot

import "context"

func helpCommand() Command {
	return Command{
		Name:        "help",
		Description: "What this bot does, with examples",
		Private:     true,
		Run: func(_ context.Context, r Request) (Message, error) {
			return renderHelp(r.Tongue(), commands(Config{})), nil
		},
	}
}
