package bot

import (
	"context"

	"onrecord/news"
	"onrecord/phrases"
)

// libraryCommand is everything about a place's own articles.
func libraryCommand(c Config) Command {
	return Command{
		Name:        "article",
		Description: "The articles that I answer from: add, list, show, remove them",
		Subs: []Command{
			addArticle(c),
			listArticles(c),
			showArticle(c),
			removeArticle(c),
			useArticle(c),
			checkArticle(c),
			pinArticle(c),
		},
	}
}

// keeps fails where the bot keeps nothing for servers.
func keeps(s Servers) error {
	if s == nil {
		return errKeepsNothing
	}
	return nil
}

const errKeepsNothing = excuse("I can't keep that: whoever runs me has given me no place for it.")

// whichArticle names an article, which must be there.
var whichArticle = Option{Name: "article", Description: "Which article", Required: true, Completes: true, MaxLength: 200}

// oneArticleOf opens the article of a library that the option names.
func oneArticleOf(ctx context.Context, p Pages, r Request, library string) (*news.Article, *news.Reading, error) {
	in := r
	in.Library = library
	id, err := article(ctx, p, in)
	if err != nil {
		return nil, nil, err
	}
	return p.Article(ctx, library, news.Ref{ID: id})
}

// completeIn offers the articles of a library that depends on the request.
func completeIn(p Pages, library func(Request) string) func(context.Context, Request) ([]Choice, error) {
	return func(ctx context.Context, r Request) ([]Choice, error) {
		r.Library = library(r)
		return completeArticle(ctx, p, r)
	}
}

func asked(r Request) string { return r.Library }

func owned(r Request) string { return r.Own }

// articleName is an article as sentences name it.
func articleName(t phrases.Tongue, a news.ArticleInfo) string { return source(t, a, 150) }
