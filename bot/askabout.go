package bot

import (
	"context"
	"strings"

	"onrecord/news"
)

// askAboutCommand opens a form for a question. On an answer of the bot the
// question goes to the article that the answer quotes.
func askAboutCommand() Command {
	return Command{
		Name: "Ask about this",
		Menu: true,
		Open: func(r Request) Form {
			t := r.Tongue()
			id, ok := customID(verbAsk, aboutIDs(r)...)
			if !ok {
				id = verbAsk + separator
			}
			return Form{ID: id, Title: t.Say("Ask about this"), Label: t.Say("Your question"), Placeholder: t.Say("In English: What did … say about …?")}
		},
	}
}

// aboutIDs are what the form's answer needs to know: the article that the message
// is about, and the message if it is an answer, for what the question leans on.
func aboutIDs(r Request) []string {
	if in := articleShown(r.Buttons); in != "" || len(r.Buttons) > 0 {
		return []string{in, r.Message}
	}
	if link := pageAddress.FindString(r.Text); link != "" {
		link, _, _ = strings.Cut(strings.TrimRight(link, ".,;:!?)'\"”’*_"), "#")
		return []string{news.ArticleID(&news.Article{URL: link})}
	}
	return []string{""}
}

// aboutPress answers the form; all see the answer.
func (c *talker) aboutPress() Press {
	return Press{Verb: verbAsk, Public: true, Run: func(ctx context.Context, r Request) (Message, error) {
		if len(r.Args) == 0 || len(r.Args) > 2 {
			return Message{}, errOldButton
		}
		in, err := c.still(ctx, r, r.Args[0])
		if err != nil {
			return Message{}, err
		}
		var about *earlier
		if len(r.Args) > 1 && !r.UserInstalled {
			e, err := c.channels.message(ctx, r.Channel, r.Args[1])
			switch {
			case err == nil && e.earlier(c.channels.self()).own:
				about = e.earlier(c.channels.self())
			case err != nil && !isRefusal(err):
				return Message{}, err
			}
		}
		return c.converse(ctx, r, about, in)
	}}
}

// articleShown is the article that a message's buttons lead to, "" when they
// lead to none or to several.
func articleShown(buttons []string) string {
	found := ""
	for _, id := range buttons {
		verb, args := splitID(id)
		if verb != verbContext {
			continue
		}
		spans, err := parseSpans(args)
		if err != nil || len(spans) != 1 || found != "" && found != spans[0].Article.ID {
			return ""
		}
		found = spans[0].Article.ID
	}
	return found
}
