package bot

import (
	"context"

	"onrecord/news"
)

// checkArticle compares an article with its page.
func checkArticle(c Config) Command {
	return Command{
		Name:        "check",
		Description: "Whether an article's page is still there, has changed, or is gone",
		Options:     []Option{whichArticle},
		Run: func(ctx context.Context, r Request) (Message, error) {
			if c.Feeds == nil {
				return Message{}, errNoFeeds
			}
			library := r.Own
			a, _, err := oneArticleOf(ctx, c.Pages, r, library)
			if err != nil {
				return Message{}, sharedAfterAll(ctx, c.Pages, r, err)
			}
			report, err := c.Feeds.Check(ctx, library, a.ID)
			if err != nil {
				return Message{}, err
			}
			return renderChecked(r.Tongue(), report), nil
		},
		Complete: completeIn(c.Pages, owned),
	}
}

// pinArticle keeps an article that a feed brought.
func pinArticle(c Config) Command {
	return Command{
		Name:        "pin",
		Description: "Keep an article that a feed brought, however old it gets",
		Private:     true,
		Options:     []Option{whichArticle},
		Run: func(ctx context.Context, r Request) (Message, error) {
			if err := c.mayFollow(r); err != nil {
				return Message{}, err
			}
			a, _, err := oneArticleOf(ctx, c.Pages, r, r.Own)
			if err != nil {
				return Message{}, sharedAfterAll(ctx, c.Pages, r, err)
			}
			if err := c.Feeds.Pin(ctx, r.Own, a.ID); err != nil {
				return Message{}, err
			}
			return renderPinned(r, a), nil
		},
		Complete: completeIn(c.Pages, owned),
	}
}

func renderPinned(r Request, a *news.Article) Message {
	l := newLayout(r.Tongue(), colourInfo, a.Title)
	l.assert("{article} is kept, however old it gets.", articleName(r.Tongue(), a.Info()))
	return l.message()
}
