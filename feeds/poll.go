package feeds

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"onrecord/ingest/fetch"
	"onrecord/news"
	"onrecord/stages"
)

// forgetAfter is how long an entry is remembered that its feed no longer shows.
const forgetAfter = 60 * 24 * time.Hour

// poll asks a feed for what is new and notes how that went.
func (f *Follower) poll(ctx context.Context, src news.FeedSource) {
	polling, stage := stages.Begin(ctx, stages.Poll)
	asking, cancel := context.WithTimeout(polling, lease-10*time.Second)
	defer cancel()
	fresh, err := f.ask(asking, &src)
	stage.Note(slog.String("outcome", outcome(fresh, err)), slog.Int("entries", fresh))
	stage.End(err)
	if ctx.Err() != nil {
		return // the lease ends by itself
	}
	now := f.c.Now()
	var until time.Time
	if err == nil {
		src.Polled, src.Failures, src.Problem = now, 0, ""
		src.Quiet++
		if fresh > 0 {
			src.Quiet = 0
		}
	} else {
		var refused *fetch.Error
		if errors.As(err, &refused) {
			until = refused.Until
		}
		src.Failures++
		src.Problem = "The feed could not be read."
		if errors.Is(err, news.ErrBadInput) {
			src.Problem = err.Error()
		}
		f.c.Logger.Warn("a feed could not be polled", "feed", src.Address, "failures", src.Failures, "problem", src.Problem)
	}
	src.Due = next(src, now, until)
	ending, end := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
	defer end()
	if err := f.c.Store.EndPoll(ending, src, f.c.Owner); err != nil {
		f.c.Logger.Warn("a poll could not be noted", "feed", src.Address, "error", err)
	}
}

// outcome says in a word how a poll ended.
func outcome(fresh int, err error) string {
	var refused *fetch.Error
	switch {
	case err == nil && fresh > 0:
		return "news"
	case err == nil:
		return "nothing"
	case errors.As(err, &refused):
		return refused.Kind.String()
	case errors.Is(err, news.ErrBadInput):
		return "not_readable"
	}
	return "error"
}

// ask gets a feed if it has changed, and puts its new entries in the queues of
// all who follow it. It returns how many there were.
func (f *Follower) ask(ctx context.Context, src *news.FeedSource) (fresh int, err error) {
	got, err := f.c.Fetch.Get(ctx, fetch.Request{Address: src.Address, ETag: src.ETag, LastModified: src.Modified, Accept: accept, Limit: MaxBytes})
	if err != nil {
		return 0, err
	}
	followers, err := f.c.Store.Followers(ctx, src.Address)
	if err != nil {
		return 0, err
	}
	var list Listing
	if !got.Unchanged {
		if list, err = Parse(got.Body, got.Address); err != nil {
			return 0, err
		}
	}
	for _, feed := range followers {
		if !got.Unchanged {
			n, err := f.takeNew(ctx, feed, list)
			if err != nil {
				return 0, err
			}
			fresh += n
		}
		if err := f.Limit(ctx, feed.Library); err != nil {
			return 0, err
		}
	}
	// Only now: what was not taken must be shown once more.
	if !got.Unchanged {
		src.ETag, src.Modified = got.ETag, got.LastModified
	}
	if fresh > 0 {
		f.c.Queued()
	}
	return fresh, nil
}

// take puts the entries of a feed that are not known yet in its library's queue.
func (f *Follower) take(ctx context.Context, feed news.Feed, list Listing) error {
	n, err := f.takeNew(ctx, feed, list)
	if n > 0 {
		f.c.Queued()
	}
	return err
}

func (f *Follower) takeNew(ctx context.Context, feed news.Feed, list Listing) (int, error) {
	known, err := f.c.Store.Taken(ctx, feed)
	if err != nil {
		return 0, err
	}
	var shown []string
	var jobs []news.Job
	for _, e := range list.Entries {
		shown = append(shown, e.ID)
		if !known[e.ID] {
			jobs = append(jobs, news.Job{Library: feed.Library, ID: news.JobID(news.FromAddress, e.Address, nil, "", feed.ID), Kind: news.FromAddress, Source: e.Address, Feed: feed.ID})
		}
	}
	now := f.c.Now()
	return len(jobs), f.c.Store.TakeEntries(ctx, feed, shown, jobs, now, now.Add(-forgetAfter))
}

// PollNow polls all feeds of a library, due or not; "" polls those of all.
func (f *Follower) PollNow(ctx context.Context, library string) error {
	if err := f.c.Store.PollNow(ctx, library, f.c.Now()); err != nil {
		return err
	}
	f.Poll(ctx)
	return ctx.Err()
}
