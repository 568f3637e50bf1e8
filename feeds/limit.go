package feeds

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"time"

	"onrecord/news"
)

// Limits say how much of what feeds bring a library keeps. What people added
// themselves, or pinned, is not counted and stays.
type Limits struct {
	Articles int // the latest so many
	Days     int // that came within so many days; 0 for however old
}

// Usual are the limits of a library that has set none.
var Usual = Limits{Articles: 500, Days: 90}

// limitsSetting is the name under which a library keeps its own.
const limitsSetting = "feed limits"

// Limits returns a library's limits.
func (f *Follower) Limits(ctx context.Context, library string) (Limits, error) {
	text, err := f.c.Store.Setting(ctx, library, limitsSetting)
	if err != nil || text == "" {
		return Usual, err
	}
	var l Limits
	if _, err := fmt.Sscan(text, &l.Articles, &l.Days); err != nil {
		return Usual, nil
	}
	return l, nil
}

// SetLimits changes a library's limits and lets go at once what exceeds them.
func (f *Follower) SetLimits(ctx context.Context, library string, l Limits) error {
	if l.Articles < 1 || l.Articles > 20_000 || l.Days < 0 || l.Days > 3650 {
		return problem("A library keeps from 1 to 20000 articles of its feeds, for 1 to 3650 days, or 0 for however long.")
	}
	if err := f.c.Store.SetSetting(ctx, library, limitsSetting, strconv.Itoa(l.Articles)+" "+strconv.Itoa(l.Days)); err != nil {
		return err
	}
	return f.Limit(ctx, library)
}

// Limit removes the articles of feeds that exceed a library's limits.
func (f *Follower) Limit(ctx context.Context, library string) error {
	l, err := f.Limits(ctx, library)
	if err != nil {
		return err
	}
	list, err := f.c.Store.Leaving(ctx, library)
	if err != nil {
		return err
	}
	oldest := time.Time{}
	if l.Days > 0 {
		oldest = f.c.Now().AddDate(0, 0, -l.Days)
	}
	for i, b := range list {
		if i < l.Articles && b.Came.After(oldest) {
			continue
		}
		if err := f.c.Store.Remove(ctx, library, b.Article.ID); err != nil && !errors.Is(err, news.ErrNotFound) {
			return err
		}
		if err := f.c.Store.Unshelve(ctx, library, b.Article.ID); err != nil {
			return err
		}
	}
	return nil
}
