package bot

import (
	"context"
	"errors"

	"onrecord/news"
)

// errGone answers a button whose article has been removed.
const errGone = excuse("That article is no longer in the library, so I can't show more of it.")

// contextPress shows a quotation's paragraph with its neighbours.
func contextPress(p Pages) Press {
	return Press{Verb: verbContext, Run: func(ctx context.Context, r Request) (Message, error) {
		spans, err := parseSpans(r.Args)
		if err != nil || len(spans) != 1 {
			return Message{}, errOldButton
		}
		a, reading, err := p.Article(ctx, r.Library, spans[0].Article)
		if errors.Is(err, news.ErrNotFound) {
			return Message{}, errGone
		}
		if err != nil {
			return Message{}, err
		}
		q, err := recut(a, reading, spans[0])
		if err != nil {
			return Message{}, err
		}
		return renderContext(r.Tongue(), a, q), nil
	}}
}

// recut cuts a span out of its article again, with the credit that the reading
// gives it: that of the statement which shows exactly these words, else of the
// first that lies over them, else the article's own voice.
func recut(a *news.Article, reading *news.Reading, s news.Span) (news.Quote, error) {
	var over *news.Statement
	for i := range reading.Statements {
		st := &reading.Statements[i]
		exact := st.Passage == s || len(st.Content) == 1 && st.Content[0] == s
		if exact || over == nil && st.Covers(s) {
			over = st
		}
		if exact {
			break
		}
	}
	if over == nil {
		return news.Cut(a, s, nil, nil)
	}
	for i := range reading.Speakers {
		if sp := &reading.Speakers[i]; over.Speaker != "" && sp.ID == over.Speaker {
			return news.Cut(a, s, over, sp)
		}
	}
	return news.Cut(a, s, over, nil)
}
