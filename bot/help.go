package bot

import "context"

func helpCommand(e Engine) Command {
	return Command{
		Name:        "help",
		Description: "What I do, with examples",
		Private:     true,
		Run: func(ctx context.Context, r Request) (Message, error) {
			return help(ctx, e, r), nil
		},
	}
}

// help explains the bot with an example of what the place can ask.
func help(ctx context.Context, e Engine, r Request) Message {
	return renderHelp(r.Tongue(), commands(Config{}), findExample(ctx, e, r.Library))
}
