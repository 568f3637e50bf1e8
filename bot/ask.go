package bot

import (
	"cmp"
	"context"

	"onrecord/answer"
	"onrecord/news"
	"onrecord/phrases"
)

func askCommand(a Asker, p Pages) Command {
	return Command{
		Name:        "ask",
		Description: "Ask what the articles say; the answer shows their own words",
		Options: []Option{
			{Name: "question", Description: "What you want to know", Required: true, MaxLength: answer.MaxQuestion},
			articleOption,
		},
		Run: func(ctx context.Context, r Request) (Message, error) {
			in, err := article(ctx, p, r)
			if err != nil {
				return Message{}, err
			}
			return ask(ctx, a, r.Tongue(), news.Question{Text: r.Options["question"], Library: r.Library, Article: in})
		},
		Complete: func(ctx context.Context, r Request) ([]Choice, error) { return completeArticle(ctx, p, r) },
	}
}

// ask answers a question; of several it answers the first, and says so.
func ask(ctx context.Context, a Asker, t phrases.Tongue, q news.Question) (Message, error) {
	var several bool
	q.Text, several = answer.FirstOf(q.Text)
	found, err := a.Ask(ctx, q)
	if err != nil {
		return Message{}, err
	}
	show := func(a answer.Answer) Message {
		m := renderAnswer(t, cmp.Or(a.Question(), q.Text), a)
		if several {
			m.remark(harmless(t.Say("I answer one question at a time: this is the first. Ask the others one by one.")))
		}
		if a.Reason() != answer.NoQuestion {
			m.addButtons(followButton(t, q.Article))
		}
		return m
	}
	m := show(found)
	m.Later = retold(ctx, a, t, q, show)
	return m, nil
}
