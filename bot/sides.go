package bot

import (
	"context"

	"onrecord/answer"
	"onrecord/news"
)

// Sider tells who says what on a topic.
type Sider interface {
	Sides(ctx context.Context, q news.Question) (answer.Sides, error)
}

func sidesCommand(s Sider, p Pages) Command {
	return Command{
		Name:        "sides",
		Description: "Show who says what about something",
		Options: []Option{
			{Name: "topic", Description: "What it is about", Required: true, MaxLength: 200},
			articleOption,
		},
		Run: func(ctx context.Context, r Request) (Message, error) {
			in, err := article(ctx, p, r)
			if err != nil {
				return Message{}, err
			}
			found, err := s.Sides(ctx, news.Question{Text: r.Options["topic"], Library: r.Library, Article: in})
			if err != nil {
				return Message{}, err
			}
			return renderSides(r.Tongue(), found), nil
		},
		Complete: func(ctx context.Context, r Request) ([]Choice, error) { return completeArticle(ctx, p, r) },
	}
}
