package bot

import "context"

func speakersCommand(l Lister) Command {
	return Command{
		Name:        "speakers",
		Description: "List who speaks in the articles",
		Run: func(ctx context.Context, r Request) (Message, error) {
			cards, err := l.Speakers(ctx, r.Library, "")
			if err != nil {
				return Message{}, err
			}
			return renderSpeakers(cards), nil
		},
	}
}
