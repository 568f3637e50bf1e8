package bot

import (
	"context"
	"strconv"

	"onrecord/answer"
)

// Chronicler tells what somebody said by date.
type Chronicler interface {
	Timeline(ctx context.Context, l answer.LookUp) (answer.Timeline, error)
}

// verbTimeline is the button that shows a timeline from a statement on:
// t|FROM|NAME|ABOUT|ARTICLE.
const verbTimeline = "t"

func timelineCommand(e Engine, p Pages) Command {
	return Command{
		Name:        "timeline",
		Description: "Show what somebody said by date, the oldest first",
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
			l := answer.LookUp{Library: r.Library, Name: r.Options["name"], About: r.Options["about"], Article: in}
			t, err := e.Timeline(ctx, l)
			if err != nil {
				return Message{}, err
			}
			return renderTimeline(t, l, 0), nil
		},
		Complete: func(ctx context.Context, r Request) ([]Choice, error) {
			if r.Typing == articleOption.Name {
				return completeArticle(ctx, p, r)
			}
			return completeName(ctx, e, r)
		},
	}
}

// timelinePress shows more of a timeline.
func timelinePress(c Chronicler) Press {
	return Press{Verb: verbTimeline, Run: func(ctx context.Context, r Request) (Message, error) {
		if len(r.Args) != 4 {
			return Message{}, errOldButton
		}
		from, err := strconv.Atoi(r.Args[0])
		if err != nil || from < 0 {
			return Message{}, errOldButton
		}
		l := answer.LookUp{Library: r.Library, Name: r.Args[1], About: r.Args[2], Article: r.Args[3]}
		t, err := c.Timeline(ctx, l)
		if err != nil {
			return Message{}, err
		}
		return renderTimeline(t, l, from), nil
	}}
}
