package bot

import (
	"context"

	"onrecord/answer"
	"onrecord/news"
)

// Asker answers questions; [answer.Engine] in the program, three lines in a test.
type Asker interface {
	Ask(ctx context.Context, q news.Question) (answer.Answer, error)
}

// Finder looks speakers up and completes their names.
type Finder interface {
	Speaker(ctx context.Context, l answer.LookUp) (answer.Profile, error)
	Suggest(ctx context.Context, library, typed string, limit int) ([]news.Card, error)
}

// Lister lists who speaks.
type Lister interface {
	Speakers(ctx context.Context, library, article string) ([]news.Card, error)
}

// Checker checks words that somebody is supposed to have said.
type Checker interface {
	Check(ctx context.Context, c answer.Claim) (answer.Verdict, error)
}

// Engine is all that the bot asks.
type Engine interface {
	Asker
	Finder
	Lister
	Checker
	Chronicler
	Sider
	Follower
}

// Pages gives stored articles: all of a library, newest first, and one with its
// words, for the passage around a quotation. That fails with news.ErrNotFound.
type Pages interface {
	Articles(ctx context.Context, library string) ([]news.ArticleInfo, error)
	Article(ctx context.Context, library string, ref news.Ref) (*news.Article, *news.Reading, error)
}
