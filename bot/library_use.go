package bot

import (
	"context"
	"errors"
)

// useArticle sets the article that a channel asks.
func useArticle(c Config) Command {
	return Command{
		Name:        "use",
		Description: "Ask one article in this channel unless a question names another; without an article, all",
		Private:     true,
		Options:     []Option{articleOption},
		Run: func(ctx context.Context, r Request) (Message, error) {
			if err := errors.Join(keeps(c.Servers), r.mayCurate()); err != nil {
				return Message{}, err
			}
			t := r.Tongue()
			l := newLayout(t, colourInfo, t.Say("This channel's article"))
			id := ""
			if r.Options[articleOption.Name] == "" {
				if r.inThread() {
					around, err := settings(ctx, c.Servers, r.Own, r.Within)
					if err != nil {
						return Message{}, err
					}
					if around.Article != "" {
						id = allArticles // else the thread would ask its channel's
					}
				}
				l.assert("Questions in this channel are asked of all articles.")
			} else {
				a, _, err := oneArticleOf(ctx, c.Pages, r, r.Library)
				if err != nil {
					return Message{}, err
				}
				id = a.ID
				l.assert("Questions in this channel are asked of {article}.", articleName(t, a.Info()))
				if !r.inThread() {
					l.say("So are those in its threads, unless a thread has an article of its own.")
				}
				l.say("A question that names another article is asked of that one. Use the command without an article to ask all of them again.")
			}
			if err := c.Servers.SetPreference(ctx, r.Own, preferSome, "yes"); err != nil {
				return Message{}, err
			}
			if err := c.Servers.SetPreference(ctx, r.Own, preferArticle+r.Channel, id); err != nil {
				return Message{}, err
			}
			return l.message(), nil
		},
		Complete: completeIn(c.Pages, asked),
	}
}
