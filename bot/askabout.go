package bot

import (
	"context"

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
			id, ok := customID(verbAsk, articleShown(r.Buttons))
			if !ok {
				id = verbAsk + separator
			}
			return Form{ID: id, Title: t.Say("Ask about this"), Label: t.Say("Your question"), Placeholder: t.Say("In English: What did … say about …?")}
		},
	}
}

// askPress answers the form; all see the answer.
func askPress(a Asker) Press {
	return Press{Verb: verbAsk, Public: true, Run: func(ctx context.Context, r Request) (Message, error) {
		if len(r.Args) != 1 {
			return Message{}, errOldButton
		}
		return ask(ctx, a, r.Tongue(), news.Question{Text: r.Text, Library: r.Library, Article: r.Args[0]})
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
