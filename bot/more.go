package bot

import (
	"context"
	"strconv"
	"strings"

	"onrecord/answer"
)

// morePress shows what else a speaker said, a page at a time.
func morePress(f Finder) Press {
	return Press{Verb: verbMore, Run: func(ctx context.Context, r Request) (Message, error) {
		if len(r.Args) < 2 {
			return Message{}, errOldButton
		}
		from, err := strconv.Atoi(r.Args[0])
		if err != nil || from < 0 {
			return Message{}, errOldButton
		}
		look := answer.LookUp{Library: r.Library, Name: strings.Join(r.Args[1:], separator)}
		p, err := f.Speaker(ctx, look)
		if err != nil {
			return Message{}, err
		}
		return renderProfile(r.Tongue(), p, look, from), nil
	}}
}
