package intake

import (
	"context"
	"time"

	"onrecord/news"
)

const (
	// tellAgain is when an article is told again that could not be.
	tellAgain = time.Minute
	// mostTold is how often that is tried.
	mostTold = 4
)

// announce tells of an article that is new in its library. What is on the shelf
// in that version has been told: it gets there afterwards, so that a process
// which is killed in between leaves the telling to the next.
func (d *Desk) announce(ctx context.Context, j *news.Job, o news.Outcome) error {
	if d.c.Stored == nil {
		return nil
	}
	if !o.Added {
		b, shelved, err := d.c.Store.Shelved(ctx, j.Library, o.Article.ID)
		if err != nil || shelved && b.Article.Version >= o.Article.Version {
			return err
		}
	}
	err := d.c.Stored(ctx, j, o)
	if err == nil || ctx.Err() != nil || j.Attempts < mostTold {
		return untoldOr(err)
	}
	d.c.Logger.Error("an article is told to nobody", "article", o.Article.ID, "library", j.Library, "error", err)
	return nil
}

// untold is why an article that has been stored could not be told.
type untold struct{ error }

func (u untold) Unwrap() error { return u.error }

func untoldOr(err error) error {
	if err == nil {
		return nil
	}
	return untold{err}
}
