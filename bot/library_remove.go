package bot

import (
	"context"
	"errors"

	"onrecord/news"
	"onrecord/phrases"
)

const (
	verbRemove = "x" // x|ARTICLE
	verbKeep   = "k" // what somebody has thought better of
)

// removeArticle asks whether to remove an article of the place's own.
func removeArticle(c Config) Command {
	return Command{
		Name:        "remove",
		Description: "Remove an article; you are asked first",
		Private:     true,
		Options:     []Option{whichArticle},
		Run: func(ctx context.Context, r Request) (Message, error) {
			if err := errors.Join(keeps(c.Servers), r.mayCurate()); err != nil {
				return Message{}, err
			}
			a, _, err := oneArticleOf(ctx, c.Pages, r, r.Own)
			if err != nil {
				return Message{}, sharedAfterAll(ctx, c.Pages, r, err)
			}
			id, ok := customID(verbRemove, a.ID)
			if !ok {
				return Message{}, errGone
			}
			t := r.Tongue()
			l := newLayout(t, colourWarning, t.Say("Remove an article"))
			l.assert("Remove {article}, with all its versions?", articleName(t, a.Info()))
			m := l.message()
			m.addButtons(Button{t.Say("Remove it"), id}, Button{t.Say("Keep it"), verbKeep})
			return m, nil
		},
		Complete: completeIn(c.Pages, owned),
	}
}

// sharedAfterAll explains that an article which the place does not have is one
// that all share, if so.
func sharedAfterAll(ctx context.Context, p Pages, r Request, err error) error {
	a, _, wrong := oneArticleOf(ctx, p, r, r.Library)
	if wrong != nil {
		return err
	}
	return phrases.Complain(news.ErrBadInput, "{article} is shared by all servers and can't be removed here. /settings can hide what is shared.", articleName(r.Tongue(), a.Info()))
}

// removePress removes the article; the right to is looked at again.
func removePress(c Config) Press {
	return Press{Verb: verbRemove, Replaces: true, Run: func(ctx context.Context, r Request) (Message, error) {
		if len(r.Args) != 1 {
			return Message{}, errOldButton
		}
		if err := errors.Join(keeps(c.Servers), r.mayCurate()); err != nil {
			return Message{}, err
		}
		a, _, err := c.Pages.Article(ctx, r.Own, news.Ref{ID: r.Args[0]})
		if err != nil {
			return Message{}, err
		}
		if err := c.Servers.Remove(ctx, r.Own, a.ID); err != nil {
			return Message{}, err
		}
		t := r.Tongue()
		l := newLayout(t, colourInfo, t.Say("Remove an article"))
		l.assert("{article} is removed.", articleName(t, a.Info()))
		return l.message(), nil
	}}
}

// keepPress ends a question that somebody has answered with no.
func keepPress() Press {
	return Press{Verb: verbKeep, Replaces: true, Run: func(_ context.Context, r Request) (Message, error) {
		t := r.Tongue()
		l := newLayout(t, colourInfo, t.Say("Nothing was deleted"))
		l.say("Everything is as it was.")
		return l.message(), nil
	}}
}
