package bot

import (
	"cmp"
	"context"
	"log/slog"

	"onrecord/news"
	"onrecord/stages"
)

// settle finds out what the place of a request asks, and what it has chosen.
func (b *Bot) settle(ctx context.Context, r Request) (context.Context, Request, error) {
	r.Own, r.Library = r.place().own(), news.HomeLibrary
	s := b.config.Servers
	if s == nil {
		return ctx, r, nil
	}
	var err error
	if r.Chosen, err = settings(ctx, s, r.Own, r.Channel); err != nil {
		return ctx, r, err
	}
	if r.Chosen.Article, err = b.channelArticle(ctx, s, r); err != nil {
		return ctx, r, err
	}
	r.Locale = cmp.Or(r.Locale, r.Chosen.Language)
	if r.Library, err = s.Library(ctx, r.Own, r.Chosen.HidesShared); err != nil {
		return ctx, r, err
	}
	return context.WithValue(ctx, chosenKey{}, &chosen{Settings: r.Chosen}), r, nil
}

// serve runs a handler in the place that its request comes from.
func (b *Bot) serve(ctx context.Context, r Request, run func(context.Context, Request) (Message, error)) (Message, error) {
	ctx, r, err := b.settle(ctx, r)
	if err != nil {
		return Message{}, err
	}
	stages.Of(ctx).Note(r.asks())
	m, err := run(context.WithValue(ctx, payerKey{}, r.payer()), r)
	if err != nil {
		return Message{}, err
	}
	later, only := m.Later, chosenIn(ctx).only
	m.sayOnly(r.Tongue(), only)
	if m.Outcome != "" {
		stages.Of(ctx).Note(slog.String("outcome", m.Outcome))
	}
	m = b.remember(ctx, r, m)
	if later != nil {
		m.Later = func(ctx context.Context) (Message, error) {
			m, err := later(ctx)
			if err != nil {
				return Message{}, err
			}
			m.sayOnly(r.Tongue(), only)
			return b.votable(r, m), nil
		}
	}
	return m, nil
}
