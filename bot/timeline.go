package bot

import (
	"context"
	"strconv"

	"onrecord/answer"
	"onrecord/phrases"
)

// Chronicler tells what somebody said by date.
type Chronicler interface {
	Timeline(ctx context.Context, l answer.LookUp) (answer.Timeline, error)
}

// verbTimeline is the button that shows a timeline from a statement on:
// t|FROM|NAME|ABOUT|ARTICLE.
const verbTimeline = "t"

func timelineCommand(e Engine, p Pages) Command {
	return lookUpCommand("timeline", "Show what somebody said by date, the oldest first", e, p,
		func(ctx context.Context, t phrases.Tongue, l answer.LookUp) (Message, error) {
			return timeline(ctx, e, t, l, 0)
		})
}

// timeline shows a timeline from the statement with that index on.
func timeline(ctx context.Context, c Chronicler, t phrases.Tongue, l answer.LookUp, from int) (Message, error) {
	told, err := c.Timeline(ctx, l)
	if err != nil {
		return Message{}, err
	}
	return renderTimeline(t, told, l, from), nil
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
		return timeline(ctx, c, r.Tongue(), answer.LookUp{Library: r.Library, Name: r.Args[1], About: r.Args[2], Article: r.Args[3]}, from)
	}}
}
