package main

import (
	"context"

	"onrecord/bot"
	"onrecord/intake"
	"onrecord/news"
)

// counter takes what people want added and tells them what becomes of it: it
// implements bot.Intake.
type counter struct{ desk *intake.Desk }

// Put implements bot.Intake.
func (c counter) Put(ctx context.Context, library string, s bot.Source) (string, error) {
	j := intake.File(library, s.Name, s.Data)
	if s.Address != "" {
		j = intake.Address(library, s.Address)
	}
	return j.ID, c.desk.Put(ctx, j)
}

// Follow implements bot.Intake.
func (c counter) Follow(ctx context.Context, library, job string, step func(bot.Step)) (news.Outcome, error) {
	j, err := c.desk.Follow(ctx, library, job, func(s string) {
		switch s {
		case "":
			step(bot.Waits)
		case intake.Fetching:
			step(bot.Fetches)
		default:
			step(bot.Reads)
		}
	})
	switch {
	case err != nil:
		return news.Outcome{}, err
	case j.State == news.Cancelled:
		return news.Outcome{}, bot.ErrCancelled
	case j.State == news.Failed:
		return news.Outcome{}, shortcoming(j.Outcome.Problem)
	}
	return j.Outcome, nil
}

// Cancel implements bot.Intake.
func (c counter) Cancel(ctx context.Context, library, job string) (bool, error) {
	return c.desk.Cancel(ctx, library, job)
}

// shortcoming is a sentence for whoever gave a source, as the job has kept it.
type shortcoming string

func (p shortcoming) Error() string { return string(p) }
func (p shortcoming) Unwrap() error { return news.ErrBadInput }
