package bot

import "context"

func speakersCommand(l Lister, p Pages) Command {
	return Command{
		Name:        "speakers",
		Description: "List who speaks in the articles",
		Options:     []Option{articleOption},
		Run: func(ctx context.Context, r Request) (Message, error) {
			in, err := article(ctx, p, r)
			if err != nil {
				return Message{}, err
			}
			cards, err := l.Speakers(ctx, r.Library, in)
			if err != nil {
				return Message{}, err
			}
			return renderSpeakers(r.Tongue(), cards), nil
		},
		Complete: func(ctx context.Context, r Request) ([]Choice, error) { return completeArticle(ctx, p, r) },
	}
}
