package bot

import (
	"context"
	"strconv"

	"onrecord/news"
)

// verbArticles is the button that shows a list of articles from one on: a|FROM.
const verbArticles = "a"

// listArticles lists what the place is answered from.
func listArticles(c Config) Command {
	return Command{
		Name:        "list",
		Description: "List the articles that I answer from here",
		Private:     true,
		Run: func(ctx context.Context, r Request) (Message, error) {
			return articlesFrom(ctx, c.Pages, r, 0)
		},
	}
}

// articlesPress turns the pages of that list.
func articlesPress(c Config) Press {
	return Press{Verb: verbArticles, Replaces: true, Run: func(ctx context.Context, r Request) (Message, error) {
		if len(r.Args) != 1 {
			return Message{}, errOldButton
		}
		from, err := strconv.Atoi(r.Args[0])
		if err != nil || from < 0 {
			return Message{}, errOldButton
		}
		return articlesFrom(ctx, c.Pages, r, from)
	}}
}

func articlesFrom(ctx context.Context, p Pages, r Request, from int) (Message, error) {
	all, err := p.Articles(ctx, r.Library)
	if err != nil {
		return Message{}, err
	}
	own := map[string]bool{}
	if r.Own != r.Library {
		infos, err := p.Articles(ctx, r.Own)
		if err != nil {
			return Message{}, err
		}
		for _, a := range infos {
			own[a.ID] = true
		}
	}
	shared := func(a news.ArticleInfo) bool { return r.Own != r.Library && !own[a.ID] }
	return renderArticles(r.Tongue(), all, shared, from), nil
}

// showArticle shows what is kept of an article.
func showArticle(c Config) Command {
	return Command{
		Name:        "show",
		Description: "Show what there is of an article, and who speaks in it",
		Private:     true,
		Options:     []Option{whichArticle},
		Run: func(ctx context.Context, r Request) (Message, error) {
			a, reading, err := oneArticleOf(ctx, c.Pages, r, r.Library)
			if err != nil {
				return Message{}, err
			}
			cards, err := c.Engine.Speakers(ctx, r.Library, a.ID)
			if err != nil {
				return Message{}, err
			}
			return renderArticle(r.Tongue(), a, reading, cards), nil
		},
		Complete: completeIn(c.Pages, asked),
	}
}
