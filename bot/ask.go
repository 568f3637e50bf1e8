package bot

import (
	"context"

	"onrecord/news"
)

// maxQuestion is how long a question may be, in characters: that of a message.
const maxQuestion = 2000

func askCommand(a Asker) Command {
	return Command{
		Name:        "ask",
		Description: "Ask what the articles say; the answer shows their own words",
		Options: []Option{
			{Name: "question", Description: "What you want to know", Required: true, MaxLength: maxQuestion},
		},
		Run: func(ctx context.Context, r Request) (Message, error) {
			return ask(ctx, a, r, r.Options["question"])
		},
	}
}

func ask(ctx context.Context, a Asker, r Request, question string) (Message, error) {
	found, err := a.Ask(ctx, news.Question{Text: question, Library: r.Library})
	if err != nil {
		return Message{}, err
	}
	return renderAnswer(question, found), nil
}
