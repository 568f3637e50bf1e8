package bot

import (
	"context"

	"onrecord/answer"
	"onrecord/news"
	"onrecord/phrases"
)

// maxChoices is how many completions Discord shows.
const maxChoices = 25

func speakerCommand(f Finder, p Pages) Command {
	return lookUpCommand("speaker", "Show what the articles credit to somebody, their own words first", f, p,
		func(ctx context.Context, t phrases.Tongue, l answer.LookUp) (Message, error) {
			found, err := f.Speaker(ctx, l)
			if err != nil {
				return Message{}, err
			}
			return renderProfile(t, found, l, 0), nil
		})
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
