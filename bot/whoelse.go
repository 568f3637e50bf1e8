package bot

import (
	"context"
	"strings"

	"onrecord/news"
)

// whoElsePress shows who else speaks of what a question was about. The button's
// ID holds the question, so long ones have no such button.
func whoElsePress(s Sider) Press {
	return Press{Verb: verbWhoElse, Run: func(ctx context.Context, r Request) (Message, error) {
		found, err := s.Sides(ctx, news.Question{Text: strings.Join(r.Args, separator), Library: r.Library})
		if err != nil {
			return Message{}, err
		}
		return renderSides(r.Tongue(), found), nil
	}}
}
