package bot

import (
	"context"
	"errors"

	"onrecord/news"
)

// nextPress shows the evidence that an answer had no room for.
func nextPress(p Pages) Press {
	return Press{Verb: verbNext, Run: func(ctx context.Context, r Request) (Message, error) {
		spans, err := parseSpans(r.Args)
		if err != nil {
			return Message{}, errOldButton
		}
		var quotes []news.Quote
		for _, s := range spans {
			a, reading, err := p.Article(ctx, r.Library, s.Article)
			if errors.Is(err, news.ErrNotFound) {
				continue
			}
			if err != nil {
				return Message{}, err
			}
			q, err := recut(a, reading, s)
			if err != nil {
				return Message{}, err
			}
			quotes = append(quotes, q)
		}
		if len(quotes) == 0 {
			return Message{}, errGone
		}
		return renderMore(r.Tongue(), quotes), nil
	}}
}
