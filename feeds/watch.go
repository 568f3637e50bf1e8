package feeds

import (
	"context"
	"time"

	"onrecord/news"
)

const (
	// everyDay is how often a watch sends what came.
	everyDay = 24 * time.Hour
	// retryDigest is when one is tried again that could not be sent.
	retryDigest = time.Hour
	// mostCame bounds how many articles one digest looks at; the rest are for
	// the next.
	mostCame = 500
)

// sendDigests sends what is due of all watches.
func (f *Follower) sendDigests(ctx context.Context) {
	if f.c.Digest == nil {
		return
	}
	for ctx.Err() == nil {
		now := f.c.Now()
		w, err := f.c.Store.ClaimWatch(ctx, f.c.Owner, now, now.Add(lease))
		if err != nil && ctx.Err() == nil {
			f.c.Logger.Warn("no watch could be taken", "error", err)
		}
		if w == nil {
			return
		}
		f.sendDigest(ctx, *w, now)
	}
}

func (f *Follower) sendDigest(ctx context.Context, w news.Watch, now time.Time) {
	sending, cancel := context.WithTimeout(ctx, lease-10*time.Second)
	defer cancel()
	came, err := f.c.Store.Came(sending, w.Library, w.Since, mostCame)
	if err == nil && len(came) > 0 {
		if err = f.c.Digest(sending, w, came); err == nil {
			w.Since = came[len(came)-1].Came
		}
	}
	w.Due = now.Add(everyDay)
	if err != nil {
		if ctx.Err() != nil {
			return
		}
		w.Due = now.Add(retryDigest)
		f.c.Logger.Warn("a digest could not be sent", "watch", w.ID, "library", w.Library, "error", err)
	}
	if err := f.c.Store.EndWatch(ctx, w, f.c.Owner); err != nil {
		f.c.Logger.Warn("a digest could not be noted", "watch", w.ID, "error", err)
	}
}
