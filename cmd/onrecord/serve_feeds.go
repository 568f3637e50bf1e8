package main

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"onrecord/bot"
	"onrecord/changes"
	"onrecord/feeds"
	"onrecord/intake"
	"onrecord/news"
	"onrecord/store"
)

// following is what a bot follows: it implements bot.Feeds, and tells the bot
// what came.
type following struct {
	store    *store.Store
	desk     *intake.Desk
	follower *feeds.Follower
	log      *slog.Logger
	speaks   chan struct{} // closed once there is a bot to speak
	bot      *bot.Bot
}

// follow returns what follows feeds with a getter, and its desk. tick is how
// often it looks for what is due, 0 for as usual.
func follow(s *store.Store, g getter, log *slog.Logger, tick time.Duration) *following {
	f := &following{store: s, log: log, speaks: make(chan struct{})}
	f.follower = feeds.New(feeds.Config{Store: s, Fetch: g.Fetch, Logger: log, Tick: tick, Digest: f.digest, Queued: func() { f.desk.Wake() }})
	f.desk = intake.New(intake.Config{Store: s, Getter: *g.Getter, Logger: log, Accept: f.follower.Accept, Stored: f.stored})
	return f
}

// speak lets what came be told by b from now on.
func (f *following) speak(b *bot.Bot) {
	f.bot = b
	close(f.speaks)
}

// spoken waits for the bot; nil when ctx ends first.
func (f *following) spoken(ctx context.Context) *bot.Bot {
	select {
	case <-f.speaks:
		return f.bot
	case <-ctx.Done():
		return nil
	}
}

// stored announces an article where its feed is to be announced. What a feed
// brought when it was first followed is told to nobody.
func (f *following) stored(ctx context.Context, j *news.Job, o news.Outcome) error {
	if j.Feed == "" {
		return nil
	}
	feed, err := f.store.Feed(ctx, j.Library, j.Feed)
	switch {
	case errors.Is(err, news.ErrNotFound): // nobody follows it any more
		return nil
	case err != nil:
		return err
	case feed.Channel == "" || !j.Asked.After(feed.Added):
		return nil
	}
	b := f.spoken(ctx)
	if b == nil {
		return ctx.Err()
	}
	a, r, err := f.store.Article(ctx, j.Library, o.Article)
	switch {
	case errors.Is(err, news.ErrNotFound): // removed meanwhile
		return nil
	case err != nil:
		return err
	}
	return b.Announce(ctx, feed, a, r)
}

func (f *following) digest(ctx context.Context, w news.Watch, came []news.Shelved) error {
	b := f.spoken(ctx)
	if b == nil {
		return ctx.Err()
	}
	return b.SendDigest(ctx, w, came)
}

// Follow implements bot.Feeds.
func (f *following) Follow(ctx context.Context, feed news.Feed) (news.Feed, bool, error) {
	feed, err := f.follower.Follow(ctx, feed)
	if errors.Is(err, feeds.ErrKnown) {
		return feed, true, nil
	}
	return feed, false, err
}

// Feeds implements bot.Feeds.
func (f *following) Feeds(ctx context.Context, library string) ([]bot.FeedState, error) {
	list, err := f.store.Feeds(ctx, library)
	var out []bot.FeedState
	for _, feed := range list {
		src, _, err := f.store.Source(ctx, feed.Address)
		if err != nil {
			return nil, err
		}
		out = append(out, bot.FeedState{Feed: feed, Problem: src.Problem})
	}
	return out, err
}

// Unfollow implements bot.Feeds.
func (f *following) Unfollow(ctx context.Context, library, id string) error {
	return f.store.RemoveFeed(ctx, library, id)
}

// Keep implements bot.Feeds.
func (f *following) Keep(ctx context.Context, library string, articles, days int) error {
	return f.follower.SetLimits(ctx, library, feeds.Limits{Articles: articles, Days: days})
}

// Watch implements bot.Feeds.
func (f *following) Watch(ctx context.Context, w news.Watch) error { return f.store.AddWatch(ctx, w) }

// Watches implements bot.Feeds.
func (f *following) Watches(ctx context.Context, library string) ([]news.Watch, error) {
	return f.store.Watches(ctx, library)
}

// Unwatch implements bot.Feeds.
func (f *following) Unwatch(ctx context.Context, library, id string) error {
	return f.store.RemoveWatch(ctx, library, id)
}

// Check implements bot.Feeds.
func (f *following) Check(ctx context.Context, library, id string) (changes.Report, error) {
	return f.desk.Check(ctx, library, id)
}

// Pin implements bot.Feeds.
func (f *following) Pin(ctx context.Context, library, id string) error {
	return f.store.Pin(ctx, library, id, true)
}
