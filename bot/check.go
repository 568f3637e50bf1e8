package bot

import (
	"context"

	"onrecord/answer"
)

// checks is what checking words needs: to check them, and to complete the name.
type checks interface {
	Checker
	Finder
}

func checkCommand(c checks) Command {
	return Command{
		Name:        "check",
		Description: "Check whether these words stand in the articles, and who said them",
		Options: []Option{
			{Name: "words", Description: "The words that somebody is supposed to have said", Required: true, MaxLength: answer.MaxClaim},
			{Name: "speaker", Description: "Who is supposed to have said them", Completes: true, MaxLength: 100},
		},
		Run: func(ctx context.Context, r Request) (Message, error) {
			v, err := c.Check(ctx, answer.Claim{Library: r.Library, Words: r.Options["words"], Speaker: r.Options["speaker"]})
			if err != nil {
				return Message{}, err
			}
			return renderVerdict(r.Tongue(), v), nil
		},
		Complete: func(ctx context.Context, r Request) ([]Choice, error) { return completeName(ctx, c, r) },
	}
}
