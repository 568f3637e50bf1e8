package bot

import (
	"context"
	"errors"

	"onrecord/answer"
	"onrecord/news"
	"onrecord/phrases"
)

// roomAll is the room in a card's text when nothing is to follow.
const roomAll = 4096

// chosenKey is the key under which a question's context carries what its place
// has chosen, so that no command need know of it.
type chosenKey struct{}

// chosen is what a place has chosen, and what came of that.
type chosen struct {
	Settings
	only news.ArticleInfo // the channel's article, if it alone was asked
}

func chosenIn(ctx context.Context) *chosen {
	if c, ok := ctx.Value(chosenKey{}).(*chosen); ok {
		return c
	}
	return &chosen{}
}

// choosy is an engine that does as the place of each question has chosen.
type choosy struct {
	Engine
	pages Pages
	bold  func(answer.Boldness) Engine // nil: none but Engine
}

// engine is the one of the boldness that the place has chosen.
func (c choosy) engine(ctx context.Context) Engine {
	if b := chosenIn(ctx).Boldness; b != nil && c.bold != nil {
		return c.bold(*b)
	}
	return c.Engine
}

// Ask asks the channel's article, unless the question names another or that is
// gone.
func (c choosy) Ask(ctx context.Context, q news.Question) (answer.Answer, error) {
	if has := chosenIn(ctx); has.Article != "" && q.Article == "" && !answer.NamesArticle(q.Text) {
		a, _, err := c.pages.Article(ctx, q.Library, news.Ref{ID: has.Article})
		switch {
		case err == nil:
			q.Article, has.only = a.ID, a.Info()
		case !errors.Is(err, news.ErrNotFound):
			return answer.Answer{}, err
		}
	}
	return c.engine(ctx).Ask(ctx, q)
}

// sayOnly adds to what was not answered that the channel's article alone was asked.
func (m *Message) sayOnly(t phrases.Tongue, only news.ArticleInfo) {
	if only.ID == "" || m.Outcome == "" || m.Outcome == answered || len(m.Cards) == 0 {
		return
	}
	m.remark(harmless(t.Say("In this channel I ask only {article}, unless a question names another.", articleName(t, only))))
}

// remark adds a sentence below the first card's text where there is room.
func (m *Message) remark(note string) {
	if card := &m.Cards[0]; size(card.Text)+size(note)+2 <= roomAll {
		card.Text += "\n\n" + note
	}
}

// Speaker implements Finder.
func (c choosy) Speaker(ctx context.Context, l answer.LookUp) (answer.Profile, error) {
	return c.engine(ctx).Speaker(ctx, l)
}

// Sides implements Sider.
func (c choosy) Sides(ctx context.Context, q news.Question) (answer.Sides, error) {
	return c.engine(ctx).Sides(ctx, q)
}
