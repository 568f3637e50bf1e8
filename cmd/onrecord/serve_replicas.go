package main

import (
	"context"
	"log/slog"

	"onrecord/answer"
	"onrecord/bot"
	"onrecord/news"
	"onrecord/shelf"
	"onrecord/store"
)

// replicate lets questions be read from the replicas that the settings name,
// until the function it returns is called.
func (p *program) replicate(ctx context.Context, s *store.Store, w *watch, log *slog.Logger) (end func(), err error) {
	c, err := p.settings.replicas()
	if err != nil || len(c.addresses) == 0 {
		return func() {}, err
	}
	end, err = s.Replicate(ctx, c.addresses, c.within, func(replica, problem string) {
		if problem == "" {
			log.Info("questions are read from a replica", "replica", replica)
		} else {
			log.Warn("questions are not read from a replica", "replica", replica, "problem", problem)
		}
	})
	if err != nil {
		return nil, err
	}
	w.measureReplicas(s)
	return end, nil
}

// near is an engine whose every question is read from one place, a replica of
// the database where one will do.
type near struct {
	bot.Engine
	store *store.Store
}

// ask runs f, which asks about a library, wherever that is read now.
func (n near) ask(ctx context.Context, library string, f func(ctx context.Context) error) error {
	return n.store.Ask(ctx, shelf.Parts(library), f)
}

// Ask implements bot.Asker.
func (n near) Ask(ctx context.Context, q news.Question) (a answer.Answer, err error) {
	err = n.ask(ctx, q.Library, func(ctx context.Context) (err error) { a, err = n.Engine.Ask(ctx, q); return err })
	return a, err
}

// Speaker implements bot.Finder.
func (n near) Speaker(ctx context.Context, l answer.LookUp) (p answer.Profile, err error) {
	err = n.ask(ctx, l.Library, func(ctx context.Context) (err error) { p, err = n.Engine.Speaker(ctx, l); return err })
	return p, err
}

// Suggest implements bot.Finder.
func (n near) Suggest(ctx context.Context, library, typed string, limit int) (c []news.Card, err error) {
	err = n.ask(ctx, library, func(ctx context.Context) (err error) {
		c, err = n.Engine.Suggest(ctx, library, typed, limit)
		return err
	})
	return c, err
}

// Speakers implements bot.Lister.
func (n near) Speakers(ctx context.Context, library, article string) (c []news.Card, err error) {
	err = n.ask(ctx, library, func(ctx context.Context) (err error) {
		c, err = n.Engine.Speakers(ctx, library, article)
		return err
	})
	return c, err
}

// Check implements bot.Checker.
func (n near) Check(ctx context.Context, c answer.Claim) (v answer.Verdict, err error) {
	err = n.ask(ctx, c.Library, func(ctx context.Context) (err error) { v, err = n.Engine.Check(ctx, c); return err })
	return v, err
}

// Timeline implements bot.Chronicler.
func (n near) Timeline(ctx context.Context, l answer.LookUp) (t answer.Timeline, err error) {
	err = n.ask(ctx, l.Library, func(ctx context.Context) (err error) { t, err = n.Engine.Timeline(ctx, l); return err })
	return t, err
}

// Sides implements bot.Sider.
func (n near) Sides(ctx context.Context, q news.Question) (s answer.Sides, err error) {
	err = n.ask(ctx, q.Library, func(ctx context.Context) (err error) { s, err = n.Engine.Sides(ctx, q); return err })
	return s, err
}

// FollowUp implements bot.Follower.
func (n near) FollowUp(ctx context.Context, q news.Question, before answer.Before) (f answer.FollowUp, err error) {
	err = n.ask(ctx, q.Library, func(ctx context.Context) (err error) {
		f, err = n.Engine.FollowUp(ctx, q, before)
		return err
	})
	return f, err
}

// nearPages are stored articles, read as near reads.
type nearPages struct {
	bot.Pages
	store *store.Store
}

// Articles implements bot.Pages.
func (n nearPages) Articles(ctx context.Context, library string) (list []news.ArticleInfo, err error) {
	err = n.store.Ask(ctx, shelf.Parts(library), func(ctx context.Context) (err error) {
		list, err = n.Pages.Articles(ctx, library)
		return err
	})
	return list, err
}

// Article implements bot.Pages.
func (n nearPages) Article(ctx context.Context, library string, ref news.Ref) (a *news.Article, r *news.Reading, err error) {
	err = n.store.Ask(ctx, shelf.Parts(library), func(ctx context.Context) (err error) {
		a, r, err = n.Pages.Article(ctx, library, ref)
		return err
	})
	return a, r, err
}

// Library implements bot.Servers.
func (s servers) Library(ctx context.Context, place string, hidden bool) (name string, err error) {
	err = s.Store.Ask(ctx, []string{place}, func(ctx context.Context) (err error) {
		name, err = s.shelf.Library(ctx, place, hidden)
		return err
	})
	return name, err
}

// Preferences implements bot.Servers. What somebody has just chosen holds at
// once, in every process.
func (s servers) Preferences(ctx context.Context, place string, names ...string) (chosen map[string]string, err error) {
	err = s.AskPrimary(ctx, nil, func(ctx context.Context) (err error) {
		chosen, err = s.Store.Preferences(ctx, place, names...)
		return err
	})
	return chosen, err
}
