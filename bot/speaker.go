package bot

import (
	"context"

	"onrecord/answer"
	"onrecord/news"
)

// maxChoices is how many completions Discord shows.
const maxChoices = 25

func speakerCommand(f Finder, p Pages) Command {
	return Command{
		Name:        "speaker",
		Description: "Show what the articles credit to somebody, their own words first",
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
			look := answer.LookUp{Library: r.Library, Name: r.Options["name"], About: r.Options["about"], Article: in}
			found, err := f.Speaker(ctx, look)
			if err != nil {
				return Message{}, err
			}
			return renderProfile(found, look, 0), nil
		},
		Complete: func(ctx context.Context, r Request) ([]Choice, error) {
			if r.Typing == articleOption.Name {
				return completeArticle(ctx, p, r)
			}
			return completeName(ctx, f, r)
		},
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
