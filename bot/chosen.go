package bot

import (
	"context"
	"errors"

	"onrecord/answer"
	"onrecord/news"
)

// chosenKey is the key under which a question's context carries what its place
// has chosen, so that no command need know of it.
type chosenKey struct{}

func chosenIn(ctx context.Context) Settings {
	s, _ := ctx.Value(chosenKey{}).(Settings)
	return s
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
	if id := chosenIn(ctx).Article; id != "" && q.Article == "" && !answer.NamesArticle(q.Text) {
		_, _, err := c.pages.Article(ctx, q.Library, news.Ref{ID: id})
		switch {
		case err == nil:
			q.Article = id
		case !errors.Is(err, news.ErrNotFound):
			return answer.Answer{}, err
		}
	}
	return c.engine(ctx).Ask(ctx, q)
}

// Speaker implements Finder.
func (c choosy) Speaker(ctx context.Context, l answer.LookUp) (answer.Profile, error) {
	return c.engine(ctx).Speaker(ctx, l)
}

// Sides implements Sider.
func (c choosy) Sides(ctx context.Context, q news.Question) (answer.Sides, error) {
	return c.engine(ctx).Sides(ctx, q)
}
