package bot

import (
	"context"

	"onrecord/answer"
	"onrecord/news"
)

// maxChoices is how many completions Discord shows.
const maxChoices = 25

func speakerCommand(f Finder) Command {
	return Command{
		Name:        "speaker",
		Description: "Show what the articles credit to somebody, their own words first",
		Options: []Option{
			{Name: "name", Description: "Who: a name or a part of one", Required: true, Completes: true, MaxLength: 100},
			{Name: "about", Description: "Only what they said about this", MaxLength: 200},
		},
		Run: func(ctx context.Context, r Request) (Message, error) {
			about := r.Options["about"]
			p, err := f.Speaker(ctx, answer.LookUp{Library: r.Library, Name: r.Options["name"], About: about})
			if err != nil {
				return Message{}, err
			}
			return renderProfile(p, about, 0), nil
		},
		Complete: func(ctx context.Context, r Request) ([]Choice, error) { return completeName(ctx, f, r) },
	}
}

// completeName offers the speakers whose names fit what has been typed so far.
func completeName(ctx context.Context, f Finder, r Request) ([]Choice, error) {
	cards, err := f.Suggest(ctx, r.Library, r.Options[r.Typing], maxChoices)
	if err != nil {
		return nil, err
	}
	return renderChoices(cards), nil
}

// renderChoices shows names with their roles; what is filled in is the name.
func renderChoices(cards []news.Card) []Choice {
	var out []Choice
	for _, c := range cards {
		name := clip(plain(c.Name), 100)
		if name == "" || len(out) == maxChoices {
			continue
		}
		shown := name
		if role := roleOf(c); role != "" {
			shown = clip(name+", "+plain(role), 100)
		}
		out = append(out, Choice{Name: shown, Value: name})
	}
	return out
}
